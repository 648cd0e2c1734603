#include "import_defects.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static const struct import_defect *const lists[] = {import_defects_keys, import_defects_values,
                                                    import_defects_shape, import_defects_headings};

size_t import_defect_count(void)
{
    size_t count = 0;
    for (size_t i = 0; i < COUNT_OF(lists); i++) {
        for (const struct import_defect *defect = lists[i]; defect->text; defect++) {
            const char *end = strchr(defect->found, '\n');
            count += end && end[1] == '\0';
        }
    }
    return count;
}

void import_each_defect(const struct import_fixture *fixture, import_defect_fn *visit)
{
    for (size_t i = 0; i < COUNT_OF(lists); i++) {
        for (const struct import_defect *defect = lists[i]; defect->text; defect++)
            visit(fixture, defect);
    }
}

void import_expect_defect(const struct import_fixture *fixture, const struct import_defect *defect,
                          struct sv bytes, const char *form)
{
    struct import_trial run;
    import_try_with(&run, fixture, &fixture->options, bytes);
    if (!run.ok)
        fail_msg("%s:\n%s%u:%u: %s", form, defect->text, run.err.line, run.err.column,
                 run.err.text);
    if (strcmp(buf_text(&run.sinks.found), defect->found) != 0)
        fail_msg("%s:\n%sgave\n%snot\n%s", form, defect->text, buf_text(&run.sinks.found),
                 defect->found);
    if (run.result.rows !=
        run.result.fresh + run.result.changed + run.result.same + run.result.rejected)
        fail_msg("%s:\n%sthe counts do not add up", form, defect->text);
    import_sinks_close(&run.sinks);
}
