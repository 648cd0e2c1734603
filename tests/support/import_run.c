#include "import_run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

int import_fixture_set_up(void **state)
{
    struct import_fixture *fixture = xcalloc(1, sizeof(*fixture));
    import_plan_load(&fixture->arena, &fixture->plan);
    fixture->options = (struct import_options){.name = "t.csv", .date = DAY_NONE, .school = -1};
    if (!date_parse(SV("2021-09-15"), &fixture->options.as_of))
        return -1;
    *state = fixture;
    return 0;
}

int import_fixture_tear_down(void **state)
{
    struct import_fixture *fixture = *state;
    arena_free(&fixture->arena);
    free(fixture);
    return 0;
}

void import_try_input(struct import_trial *run, const struct import_fixture *fixture,
                      const struct import_options *options, const struct import_input *input)
{
    run->ok = import_run(input, &fixture->plan, options, &run->sinks.rows, &run->sinks.issues,
                         &run->result, &run->err);
    import_sinks_sort(&run->sinks);
}

void import_try_with(struct import_trial *run, const struct import_fixture *fixture,
                     const struct import_options *options, struct sv bytes)
{
    run->err = (struct err){0};
    import_sinks_open(&run->sinks, &fixture->plan);
    struct import_input input = import_input_of(&bytes);
    import_try_input(run, fixture, options, &input);
}

void import_try(struct import_trial *run, const struct import_fixture *fixture, struct sv bytes)
{
    import_try_with(run, fixture, &fixture->options, bytes);
    if (!run->ok)
        fail_msg("%s:%u:%u: %s", run->err.file, run->err.line, run->err.column, run->err.text);
}
