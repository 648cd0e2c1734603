#include "import/cell_value.h"

#include <string.h>

#include "duban/text.h"
#include "import/cell.h"

static const struct {
    const char *word;
    enum cell_kind kind;
} words[] = {
    {"yes", CELL_YES},   {"no", CELL_NO},      {"y", CELL_YES},    {"n", CELL_NO},
    {"true", CELL_YES},  {"false", CELL_NO},   {"是", CELL_YES},   {"否", CELL_NO},
    {"有", CELL_YES},    {"无", CELL_NO},      {"無", CELL_NO},    {"完成", CELL_YES},
    {"未完成", CELL_NO}, {"已完成", CELL_YES}, {"达标", CELL_YES}, {"未达标", CELL_NO},
    {"達標", CELL_YES},  {"未達標", CELL_NO},  {"√", CELL_YES},    {"×", CELL_NO},
    {"✓", CELL_YES},     {"✔", CELL_YES},      {"✗", CELL_NO},     {"✘", CELL_NO},
};

static bool parse_word(struct sv text, enum cell_kind *out)
{
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (sv_eq_nocase(text, sv_from(words[i].word))) {
            *out = words[i].kind;
            return true;
        }
    }
    return false;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

enum { GROUP = 3, NUMBER_MAX = 48 };

/* Copies the number without its thousands separators, of which it has one. They must part the whole
 * part in threes from the right: "1,234.5", not "12,34" or "1.5,000". Returns the length, 0 when
 * they do not. */
static size_t join_thousands(struct sv text, char out[NUMBER_MAX])
{
    size_t len = 0, run = 0;
    bool parted = false, point = false;
    if (text.len > NUMBER_MAX)
        return 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (c == ',') {
            if (point || run == 0 || run > GROUP || (parted && run != GROUP))
                return 0;
            parted = true;
            run = 0;
            continue;
        }
        if (!is_digit(c) && parted && !point && run != GROUP)
            return 0;
        point = point || c == '.';
        run += is_digit(c);
        out[len++] = c;
    }
    return !point && run != GROUP ? 0 : len;
}

static bool parse_number(struct sv text, amount *out)
{
    if (text.len == 0 || memchr(text.data, ',', text.len) == NULL)
        return amount_parse(text, out);
    char joined[NUMBER_MAX];
    size_t len = join_thousands(text, joined);
    return amount_parse((struct sv){joined, len}, out);
}

enum { PLAIN_DIGITS = 9 };

/* A few digits and nothing else, which is what most cells hold. */
static bool parse_plain(struct sv text, amount *out)
{
    if (text.len > PLAIN_DIGITS)
        return false;
    amount number = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!is_digit(text.data[i]))
            return false;
        number = number * 10 + (text.data[i] - '0');
    }
    *out = number * AMOUNT_ONE;
    return *out <= AMOUNT_VALUE_MAX;
}

bool cell_value_parse(struct sv cell, struct cell_value *out)
{
    char room[TEXT_FOLD_MAX];
    struct sv text = text_fold(cell, room);
    if (text.len == 0)
        return false;
    out->kind = CELL_NUMBER;
    if (parse_plain(text, &out->number))
        return true;
    if (text.data[text.len - 1] == '%') {
        out->kind = CELL_PERCENT;
        text = sv_trim((struct sv){text.data, text.len - 1});
    }
    if (parse_number(text, &out->number))
        return true;
    return out->kind == CELL_NUMBER && parse_word(text, &out->kind);
}
