#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "assets.h"
#include "duban/plan_files.h"

enum { FILES_MAX = 16 };

/* The files inside the program below `folder`. */
static size_t files_of(const char *folder, struct plan_file files[FILES_MAX])
{
    size_t count = 0;
    for (size_t i = 0; i < asset_count; i++) {
        if (strncmp(assets[i].path, folder, strlen(folder)) != 0)
            continue;
        assert_true(count < FILES_MAX);
        files[count++] = (struct plan_file){
            assets[i].path,
            {(const char *)assets[i].bytes, assets[i].len},
        };
    }
    return count;
}

static void reads_the_plan_of_2021(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct plan_file files[FILES_MAX];
    struct plan plan;
    struct err err;
    size_t count = files_of("plans/wujin-2021/", files);
    if (!plan_files_read(files, count, &arena, &plan, &err))
        fail_msg("%s:%u:%u: %s", err.file, err.line, err.column, err.text);
    assert_int_equal(plan.section_count, 6);
    assert_int_equal(plan.item_count, 30);
    const struct target *places = &plan.targets[plan_target(&plan, SV("5.1"))];
    assert_int_equal(places->goal_min, 6590 * AMOUNT_ONE);
    for (size_t i = 0; i < plan.target_count; i++) {
        const struct target *target = &plan.targets[i];
        /* A target's code is its item's number and its own. */
        int number = plan.items[target->item].number;
        char start[16];
        snprintf(start, sizeof(start), "%d.", number);
        if (strncmp(target->code, start, strlen(start)) != 0)
            fail_msg("target %s is in item %d", target->code, number);
        if (target->scope_size == 0 && target->scope_type == SCOPE_NAMED)
            fail_msg("target %s concerns nobody", target->code);
    }

    struct plan_file sample[FILES_MAX];
    size_t samples = files_of("sample/schools.csv", sample);
    assert_int_equal(samples, 1);
    struct school *schools;
    size_t school_count;
    if (!plan_files_read_schools(sample, &plan, &arena, &schools, &school_count, &err))
        fail_msg("%s:%u:%u: %s", err.file, err.line, err.column, err.text);
    assert_true(school_count > 0);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(reads_the_plan_of_2021)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
