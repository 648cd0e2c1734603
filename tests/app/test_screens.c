/* Every view as it looks: in each language at 80x24, 120x40 and 60x12, with roles and in mono. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/app_monitor.h"
#include "../support/golden.h"

/* A view, and the keys that lead to it from the overview. One line here, `make goldens`, a look at
 * the new files: then it is kept. */
static const struct {
    const char *name, *keys;
} views[] = {
    {"overview", ""},
    {"item", "2 Enter"},
    {"target", "2 Enter Enter"},
    {"attention", "a"},
    {"output", ": 'show 5.1' Enter"},
    {"help", "2 Enter ?"},
    {"section", "2 v"},
    {"why", "2 Enter Enter w"},
    {"chart", "2 Enter Enter b"},
    {"reporting", "r"},
    {"schools", "r Enter"},
    {"school", "r Enter Enter"},
    {"journal", "J"},
    {"problems", "P '5.1 no land' Enter P '6.1 WJ-K001 no light @Li 2021-10-01' Enter p"},
};

static const struct {
    int columns, rows;
} sizes[] = {{80, 24}, {120, 40}, {60, 12}};

static void check_view(size_t view, enum lang lang)
{
    struct test_monitor *monitor = monitor_start(lang, sizes[0].columns, sizes[0].rows, false);
    monitor_type(monitor, views[view].keys);
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        struct buf name = {0};
        monitor_resize(monitor, sizes[i].columns, sizes[i].rows);
        buf_printf(&name, "%s.%s.%dx%d", views[view].name, lang_tag(lang), sizes[i].columns,
                   sizes[i].rows);
        golden_check(buf_text(&name), monitor->canvas);
        buf_free(&name);
    }
    monitor_end(monitor);
}

static void check_views(enum lang lang)
{
    for (size_t i = 0; i < COUNT_OF(views); i++)
        check_view(i, lang);
}

static void test_english(void **state)
{
    (void)state;
    check_views(LANG_EN);
}

static void test_simplified(void **state)
{
    (void)state;
    check_views(LANG_ZH_CN);
}

static void test_traditional(void **state)
{
    (void)state;
    check_views(LANG_ZH_TW);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_english),
        cmocka_unit_test(test_simplified),
        cmocka_unit_test(test_traditional),
    };
    return cmocka_run_group_tests(tests, monitor_group_setup, monitor_group_teardown);
}
