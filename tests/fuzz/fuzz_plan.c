/* A plan of which one file is any bytes: it is refused with a place, or it is sound enough to be
 * looked things up in. The first byte says which file. */
#include <stdint.h>
#include <string.h>

#include "../support/import_plan.h"
#include "duban/mem.h"
#include "duban/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void count_fault(void *context, const struct err *fault)
{
    if (fault->code != ERR_DATA || fault->file[0] == '\0')
        BUG("a fault without a place");
    ++*(int *)context;
}

/* Goes on after each fault; also where a file is missing. */
static void check(const struct plan_file *files, size_t count, bool sound)
{
    struct arena arena = {0};
    struct plan plan;
    struct err err = {0};
    int faults = 0;
    bool ok = plan_files_check(files, count, &arena, &plan, count_fault, &faults, &err);
    if (ok != (faults == 0) || (sound && !ok))
        BUG("a check that differs from the reading");
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct plan_file files[IMPORT_PLAN_FILES];
    struct arena arena = {0};
    struct plan plan;
    struct err err = {0};
    if (size == 0)
        return 0;
    memcpy(files, import_plan_files, sizeof(files));
    files[data[0] % IMPORT_PLAN_FILES].bytes = (struct sv){(const char *)data + 1, size - 1};
    bool sound = plan_files_read(files, IMPORT_PLAN_FILES, &arena, &plan, &err);
    check(files, IMPORT_PLAN_FILES, sound);
    check(files + 1, IMPORT_PLAN_FILES - 1, false);
    if (!sound) {
        if (err.code != ERR_DATA || err.file[0] == '\0' || !text_is_clean(sv_from(err.text)))
            BUG("a refusal that does not help");
    } else {
        for (size_t t = 0; t < plan.target_count; t++)
            if (plan_target(&plan, sv_from(plan.targets[t].code)) != (int)t)
                BUG("a target that is not found");
        for (size_t s = 0; s < plan.school_count; s++)
            if (plan_school(&plan, sv_from(plan.schools[s].code)) != (int)s)
                BUG("a school that is not found");
    }
    arena_free(&arena);
    return 0;
}
