/* import_run.h - runs of the whole import for tests, on the plan of import_plan.h as of 2021-09-15.
 *
 * Example:
 *     cmocka_run_group_tests(tests, import_fixture_set_up, import_fixture_tear_down);
 *     ...
 *     struct import_trial run;
 *     import_try(&run, *state, SV(LONG_FORM "001,5.1,2021-09-01,5,,\n"));
 *     import_sinks_close(&run.sinks);
 */
#ifndef SUPPORT_IMPORT_RUN_H
#define SUPPORT_IMPORT_RUN_H

#include "import_plan.h"
#include "import_sink.h"

/* Headers of the long and of a wide form. */
#define LONG_FORM "school,target,date,value,of,note\n"
#define WIDE_FORM "school,date,5.1,1.1\n"

/* One plan for all tests of a group; nothing writes to it. */
struct import_fixture {
    struct arena arena;
    struct plan plan;
    struct import_options options;
};

int import_fixture_set_up(void **state);
int import_fixture_tear_down(void **state);

/* What one run gave. The caller closes `sinks`. */
struct import_trial {
    bool ok;
    struct import_sinks sinks;
    struct import_result result;
    struct err err;
};

void import_try_with(struct import_trial *run, const struct import_fixture *fixture,
                     const struct import_options *options, struct sv bytes);

/* The same from an input, into sinks that are open. */
void import_try_input(struct import_trial *run, const struct import_fixture *fixture,
                      const struct import_options *options, const struct import_input *input);

/* The same with the fixture's options; the test fails when the file is refused. */
void import_try(struct import_trial *run, const struct import_fixture *fixture, struct sv bytes);

#endif
