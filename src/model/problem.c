#include "duban/problem.h"

#include <string.h>

#include "duban/i18n.h"

static const struct {
    const char *word, *name;
} states[PROBLEM_STATE_TOTAL] = {
#define X(id, word, name) [PROBLEM_##id] = {word, name},
    PROBLEM_STATE_LIST(X)
#undef X
};

static const char *const faults[] = {
    [PROBLEM_OK] = N_("nothing is wrong with the problem"),
    [PROBLEM_NO_TEXT] = N_("the problem has no text; say what is in the way"),
    [PROBLEM_TEXT_LONG] = N_("the problem's text is longer than 1000 bytes; shorten it"),
    [PROBLEM_OWNER_LONG] = N_("the owner is longer than 120 bytes; shorten it"),
    [PROBLEM_REMEDY_LONG] = N_("the remedy is longer than 1000 bytes; shorten it"),
    [PROBLEM_NO_SUBJECT] = N_("the problem is about nothing; name a target or a school"),
    [PROBLEM_DUE_BEFORE] = N_("the problem is due before it was noted; choose a later day"),
    [PROBLEM_CLOSED_BEFORE] = N_("the problem is closed before it was noted; choose a later day"),
};

const char *problem_state_word(enum problem_state state)
{
    return states[state].word;
}

const char *problem_state_name(enum problem_state state)
{
    return states[state].name;
}

enum problem_state problem_state(const struct problem *problem, daynum as_of)
{
    if (problem->closed != DAY_NONE && problem->closed <= as_of)
        return PROBLEM_CLOSED;
    return problem_days(problem, as_of) < 0 ? PROBLEM_OVERDUE : PROBLEM_OPEN;
}

int problem_days(const struct problem *problem, daynum as_of)
{
    return problem->due == DAY_NONE ? 0 : problem->due - as_of;
}

enum problem_fault problem_check(const struct problem *problem)
{
    if (problem->text[0] == '\0')
        return PROBLEM_NO_TEXT;
    if (strlen(problem->text) > PROBLEM_TEXT_MAX)
        return PROBLEM_TEXT_LONG;
    if (strlen(problem->owner) > PROBLEM_OWNER_MAX)
        return PROBLEM_OWNER_LONG;
    if (strlen(problem->remedy) > PROBLEM_TEXT_MAX)
        return PROBLEM_REMEDY_LONG;
    if (problem->target < 0 && problem->school < 0)
        return PROBLEM_NO_SUBJECT;
    if (problem->due != DAY_NONE && problem->due < problem->noted)
        return PROBLEM_DUE_BEFORE;
    if (problem->closed != DAY_NONE && problem->closed < problem->noted)
        return PROBLEM_CLOSED_BEFORE;
    return PROBLEM_OK;
}

const char *problem_fault_text(enum problem_fault fault)
{
    return faults[fault];
}
