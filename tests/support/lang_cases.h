/* lang_cases.h - a verdict by hand for every rule, with the English sentence that it gives. */
#ifndef SUPPORT_LANG_CASES_H
#define SUPPORT_LANG_CASES_H

#include <stddef.h>

#include "duban/standing.h"

struct lang_case {
    struct target target;
    struct verdict verdict;
    const char *english;
};

/* The day that all cases are judged on: 2021-09-15. */
enum { LANG_CASE_DAY = 18885 };

extern const struct lang_case lang_cases[];
extern const size_t lang_case_count;

#endif
