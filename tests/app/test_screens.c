/* Every view as it looks: in each language at 80x24, 120x40 and 60x12, in colour and in mono. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../support/app_monitor.h"
#include "../support/golden.h"
#include "ui/ui.h"

/* A folder that is the same everywhere. */
static void show_folder(struct test_monitor *monitor)
{
    static const struct ui_entry entries[] = {
        {.name = "..", .folder = true, .changed = 18870},
        {.name = "2021-08", .folder = true, .changed = 18870},
        {.name = "WJ-P001.csv", .size = 20480, .changed = 18880},
        {.name = "\xE6\xAD\xA6\xE8\xBF\x9B\xE5\xB9\xBC\xE5\x84\xBF\xE5\x9B\xAD.csv",
         .size = 512,
         .changed = 18885}, /* Wujin Kindergarten */
    };
    const struct ui_answer answer = {
        .query = {.data = UI_DATA_FOLDER,
                  .target = -1,
                  .school = -1,
                  .id = monitor->machine.ui->folder_number,
                  .text = monitor->machine.ui->folder},
        .entries = entries,
        .count = COUNT_OF(entries),
        .folder = "/srv/bureau/2021",
    };
    ui_answer(monitor->machine.ui, &answer);
}

/* Files on their way in, in the middle of the second one. */
static void show_work(struct test_monitor *monitor)
{
    struct ui_intake intake = monitor->machine.import.shown;
    intake.phase = UI_INTAKE_TAKING;
    intake.total = 3;
    intake.file = 2;
    intake.permille = 640;
    intake.rows = 123456;
    intake.rejected = 7;
    intake.rate = 98765;
    intake.given.date = intake.given.date == DAY_NONE ? 18885 : intake.given.date;
    ui_show_intake(monitor->machine.ui, &intake);
}

static void show_what_keys_cannot(struct test_monitor *monitor, const char *view)
{
    if (strcmp(view, "intake-work") == 0)
        show_work(monitor);
    if (strncmp(view, "intake", 6) == 0 || strcmp(view, "folder") == 0)
        show_folder(monitor);
}

#define INTO_FILES "i + / 'files' Enter Enter "
#define LOOK_AT_A  INTO_FILES "/ 'a.csv' Enter Enter "

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
    {"why-whole", "2 W"},
    {"steps", "2 Enter / '5.4' Enter Enter m"},
    {"problems", "P '5.1 no land' Enter P '6.1 WJ-K001 no light @Li 2021-10-01' Enter p"},
    {"imports", LOOK_AT_A "Enter g i"},
    {"rejects", LOOK_AT_A "Enter g i Home Enter"},
    {"folder", "i +"},
    {"intake-preview", LOOK_AT_A},
    {"intake-given", LOOK_AT_A "F M T"},
    {"intake-work", LOOK_AT_A},
    {"intake-done", LOOK_AT_A "Enter"},
    {"intake-folder", INTO_FILES "A"},
    {"typing", "2 Enter Enter e 'x'"},
    {"filtered", "a f 'silent' Enter"},
    {"since", "= Enter"},
    {"since-item", "2 Enter = Enter"},
};

static const struct {
    int columns, rows;
} sizes[] = {{80, 24}, {120, 40}, {60, 12}};

static bool tells_state(enum role role)
{
    return role == ROLE_RED || role == ROLE_AMBER || role == ROLE_GREEN;
}

/* A state is told by what stands there: no colour without a mark or a word in it. */
static void check_states(const char *name, const struct canvas *canvas)
{
    for (int y = 0; y < canvas_rows(canvas); y++) {
        bool told = true;
        int before = ROLE_TEXT;
        for (int x = 0; x < canvas_columns(canvas); x++) {
            const struct cell *cell = canvas_cell(canvas, y, x);
            if (cell->role != before && !told)
                fail_msg("%s: a state by its colour alone in row %d before column %d", name, y, x);
            told = (told && cell->role == before) || !tells_state((enum role)cell->role) ||
                   cell->text[0] != ' ';
            before = cell->role;
        }
        if (!told)
            fail_msg("%s: a state by its colour alone at the end of row %d", name, y);
    }
}

/* Behind a Chinese word stand Chinese marks. */
static void check_punctuation(const char *name, const struct test_monitor *monitor)
{
    const char *text = buf_text(&monitor->screen);
    for (const char *c = text + 1; c[0] != '\0'; c++) {
        if (strchr(":,;", c[0]) && c[1] == ' ' && (unsigned char)c[-1] >= 0x80)
            fail_msg("%s: '%c' behind a Chinese word:\n%s", name, c[0], text);
    }
}

static void check_view(size_t view, enum lang lang)
{
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        struct buf name = {0};
        struct test_monitor *monitor = monitor_start(lang, sizes[i].columns, sizes[i].rows, false);
        monitor_type(monitor, views[view].keys);
        show_what_keys_cannot(monitor, views[view].name);
        monitor_resize(monitor, sizes[i].columns, sizes[i].rows); /* draws it anew */
        buf_printf(&name, "%s.%s.%dx%d", views[view].name, lang_tag(lang), sizes[i].columns,
                   sizes[i].rows);
        golden_check(buf_text(&name), monitor->canvas);
        check_states(buf_text(&name), monitor->canvas);
        check_punctuation(buf_text(&name), monitor);
        buf_free(&name);
        monitor_end(monitor);
    }
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
