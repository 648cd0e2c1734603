/* words.c - the words that measures, paces, standings and rules have in files. */
#include "duban/plan.h"
#include "duban/standing.h"

static const char *const measure_words[MEASURE_TOTAL] = {
#define X(id, word) [MEASURE_##id] = word,
    MEASURE_LIST(X)
#undef X
};

static const char *const pace_words[PACE_TOTAL] = {
#define X(id, word) [PACE_##id] = word,
    PACE_LIST(X)
#undef X
};

static const char *const rule_words[RULE_TOTAL] = {
#define X(id, word) [RULE_##id] = word,
    RULE_LIST(X)
#undef X
};

static const char *const standing_words[STANDING_TOTAL] = {
#define X(id, word, name, mark, rag) [STANDING_##id] = word,
    STANDING_LIST(X)
#undef X
};

static const char *const standing_names[STANDING_TOTAL] = {
#define X(id, word, name, mark, rag) [STANDING_##id] = name,
    STANDING_LIST(X)
#undef X
};

static const char standing_marks[STANDING_TOTAL] = {
#define X(id, word, name, mark, rag) [STANDING_##id] = mark,
    STANDING_LIST(X)
#undef X
};

static const enum rag standing_rags[STANDING_TOTAL] = {
#define X(id, word, name, mark, rag) [STANDING_##id] = rag,
    STANDING_LIST(X)
#undef X
};

/* Index of `word` in `words`; `count` when it is not there. */
static size_t find(const char *const *words, size_t count, struct sv word)
{
    size_t i = 0;
    while (i < count && !sv_eq(sv_from(words[i]), word))
        i++;
    return i;
}

/* `at`, if a table of `count` rows has it: PACE_TOTAL is a pace to the compiler, too. */
static size_t row(size_t at, size_t count)
{
    if (at >= count)
        BUG("a value that has no word");
    return at;
}

const char *measure_word(enum measure measure)
{
    return measure_words[row(measure, MEASURE_TOTAL)];
}

bool measure_parse(struct sv word, enum measure *out)
{
    size_t at = find(measure_words, MEASURE_TOTAL, word);
    if (at == MEASURE_TOTAL)
        return false;
    *out = (enum measure)at;
    return true;
}

const char *pace_word(enum pace pace)
{
    return pace_words[row(pace, PACE_TOTAL)];
}

bool pace_parse(struct sv word, enum pace *out)
{
    size_t at = find(pace_words, PACE_TOTAL, word);
    if (at == PACE_TOTAL)
        return false;
    *out = (enum pace)at;
    return true;
}

const char *rule_word(enum rule rule)
{
    return rule_words[row(rule, RULE_TOTAL)];
}

const char *standing_word(enum standing standing)
{
    return standing_words[row(standing, STANDING_TOTAL)];
}

const char *standing_name(enum standing standing)
{
    return standing_names[row(standing, STANDING_TOTAL)];
}

char standing_mark(enum standing standing)
{
    return standing_marks[row(standing, STANDING_TOTAL)];
}

enum rag standing_rag(enum standing standing)
{
    return standing_rags[row(standing, STANDING_TOTAL)];
}

bool standing_parse(struct sv word, enum standing *out)
{
    size_t at = find(standing_words, STANDING_TOTAL, word);
    if (at == STANDING_TOTAL)
        return false;
    *out = (enum standing)at;
    return true;
}
