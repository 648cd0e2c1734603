#include "duban/plan.h"

#include <math.h>

static const struct {
    const char *word;
    struct threshold_range range;
} infos[THRESHOLD_TOTAL] = {
#define X(id, word, member, least, most, whole) [THRESHOLD_##id] = {word, {least, most, whole}},
    THRESHOLD_LIST(X)
#undef X
};

const char *threshold_word(enum threshold threshold)
{
    return infos[threshold].word;
}

bool threshold_parse(struct sv word, enum threshold *out)
{
    for (enum threshold i = 0; i < THRESHOLD_TOTAL; i++) {
        if (sv_eq(sv_from(infos[i].word), word)) {
            *out = i;
            return true;
        }
    }
    return false;
}

struct threshold_range threshold_range(enum threshold threshold)
{
    return infos[threshold].range;
}

double threshold_get(const struct thresholds *thresholds, enum threshold threshold)
{
    switch (threshold) {
#define X(id, word, member, least, most, whole) \
    case THRESHOLD_##id:                        \
        return thresholds->member;
        THRESHOLD_LIST(X)
#undef X
    case THRESHOLD_TOTAL:
        break;
    }
    return NAN;
}

bool threshold_set(struct thresholds *thresholds, enum threshold threshold, double value)
{
    const struct threshold_range range = threshold_range(threshold);
    if (!(value >= range.least && value <= range.most) ||
        (range.whole && (double)(int)value < value))
        return false;
    switch (threshold) {
#define X(id, word, member, least, most, whole)                     \
    case THRESHOLD_##id:                                            \
        thresholds->member = (__typeof__(thresholds->member))value; \
        break;
        THRESHOLD_LIST(X)
#undef X
    case THRESHOLD_TOTAL:
        break;
    }
    return true;
}
