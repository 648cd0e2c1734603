#include "duban/formula.h"

#include "duban/amount.h"
#include "duban/attr.h"

static bool begins_with(struct sv text, struct sv start)
{
    return text.len >= start.len && sv_eq((struct sv){text.data, start.len}, start);
}

bool formula_wants_guard(struct sv text)
{
    static const char *const starts[] = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
    amount number;
    if (amount_parse(text, &number))
        return false;
    while (begins_with(text, SV("'")))
        text = sv_skip(text, 1);
    for (size_t i = 0; i < COUNT_OF(starts); i++) {
        if (begins_with(text, sv_from(starts[i])))
            return true;
    }
    return false;
}

struct sv formula_unguard(struct sv text)
{
    return begins_with(text, SV("'")) && formula_wants_guard(text) ? sv_skip(text, 1) : text;
}
