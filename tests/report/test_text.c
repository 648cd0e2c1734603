/* Reports for people: no line too wide, columns that line up with Chinese in them, the same
 * figures in every language, and nothing hostile. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "../support/lang_speak.h"
#include "../support/report_board.h"
#include "duban/report.h"
#include "report/table.h"
#include "duban/text.h"

static void expect_in(const struct buf *out, const char *text)
{
    if (!strstr(buf_text(out), text))
        fail_msg("no \"%s\" in:\n%s", text, buf_text(out));
}

/* Adds every report for people. */
static void add_all(struct buf *out, const struct board *board, struct report_filter filter)
{
    static const struct {
        int section, item;
    } parts[] = {{0, 0}, {1, 0}, {2, 0}, {0, 1}, {0, 3}};
    struct reporting rows[16] = {{0}};
    assert_true(board->plan->school_count <= COUNT_OF(rows));
    for (size_t i = 0; i < board->plan->school_count; i++)
        rows[i] = (struct reporting){.school = (int)i,
                                     .due = 9,
                                     .received = 7,
                                     .late = 1,
                                     .silent = 1,
                                     .last_report = board->as_of};
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        filter.section = parts[i].section;
        filter.item = parts[i].item;
        report_status(out, board, REPORT_TEXT, &filter);
    }
    struct arena arena = {0};
    struct problems problems = report_problem_list(&arena);
    report_attention(out, board, &problems, REPORT_TEXT, &filter);
    report_problems(out, board->plan, &problems, board->as_of, REPORT_TEXT, &filter);
    report_schools(out, board->plan, rows, board->as_of, REPORT_TEXT, &filter);
    arena_free(&arena);
}

static void test_no_line_is_too_wide(void **state)
{
    (void)state;
    static const int widths[] = {60, 80, 132};
    struct arena arena = {0};
    struct board board = report_board(&arena);
    for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
        lang_speak(lang);
        for (size_t w = 0; w < COUNT_OF(widths); w++) {
            struct buf out = {0};
            add_all(&out, &board, (struct report_filter){.lang = lang, .columns = widths[w]});
            struct sv rest = buf_sv(&out), line;
            while (sv_split(&rest, '\n', &line)) {
                if (text_width(line) > widths[w])
                    fail_msg("%s at %d columns: %.*s", lang_tag(lang), widths[w], SV_ARG(line));
                if (line.len > 0 && line.data[line.len - 1] == ' ')
                    fail_msg("blanks at the end: %.*s|", SV_ARG(line));
            }
            buf_free(&out);
        }
    }
    arena_free(&arena);
}

/* Where the due date of a row of targets stands, in columns; -1 when the line has none. */
static int due_column(struct sv line)
{
    const char *date = memmem(line.data, line.len, "  2021-12-31  ", 14);
    return date ? text_width((struct sv){line.data, (size_t)(date - line.data)}) : -1;
}

static void test_columns_line_up(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct board board = report_board(&arena);
    for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
        lang_speak(lang);
        struct buf out = {0};
        report_status(&out, &board, REPORT_TEXT,
                      &(struct report_filter){.lang = lang, .section = 1});
        struct sv rest = buf_sv(&out), line;
        int rows = 0, column = -1;
        while (sv_split(&rest, '\n', &line)) {
            int here = due_column(line);
            if (here < 0)
                continue;
            rows++;
            if (column >= 0 && here != column)
                fail_msg("%s: column %d, not %d: %.*s", lang_tag(lang), here, column, SV_ARG(line));
            column = here;
        }
        assert_int_equal(rows, 6); /* 1.4 and 2.2 are due on other days */
        buf_free(&out);
    }
    arena_free(&arena);
}

/* What follows a Chinese name of any length begins in the same column. */
static void test_names_of_any_length(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "     工作项      已完成  应完成  状态\n",
        " 1   新增学位       76%     75%  L 滞后\n",
        " 2   制度与秩序     72%     72%  ! 逾期\n",
    };
    struct arena arena = {0};
    struct board board = report_board(&arena);
    struct buf out = {0};
    lang_speak(LANG_ZH_CN);
    report_status(&out, &board, REPORT_TEXT,
                  &(struct report_filter){.lang = LANG_ZH_CN, .section = 1});
    for (size_t i = 0; i < COUNT_OF(lines); i++)
        expect_in(&out, lines[i]);
    buf_free(&out);
    arena_free(&arena);
}

static void test_same_figures_in_every_language(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct board board = report_board(&arena);
    struct buf want = {0};
    for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
        struct buf out = {0}, got = {0};
        lang_speak(lang);
        add_all(&out, &board, (struct report_filter){.lang = lang, .columns = 200});
        lang_numbers(lang == LANG_EN ? &want : &got, buf_text(&out));
        if (lang != LANG_EN)
            assert_string_equal(buf_text(&got), buf_text(&want));
        assert_true(want.len > 0);
        buf_free(&out);
        buf_free(&got);
    }
    buf_free(&want);
    arena_free(&arena);
}

static void test_what_it_says(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct board board = report_board(&arena);
    struct buf out = {0};
    lang_speak(LANG_EN);
    report_status(&out, &board, REPORT_TEXT, &(struct report_filter){.item = 1});
    expect_in(&out, "as of 2021-09-15\n");
    expect_in(&out, "1.1  [#######|..]  New school places\n"); /* 1.1: 83% reached, 70% planned */
    expect_in(&out, "5500  6590  1.18  2021-12-31  + on track\n");
    expect_in(&out, "1.2  [##.....|..]  Schools rebuilt\n");
    expect_in(&out, "L lagging\n");
    expect_in(&out, "  lagging:1  due soon:1  on track:1  done:1\n");
    expect_in(&out, "SPI 0.35 is below 0.90: 25% of the goal reached, 70% planned by now\n");
    assert_null(strstr(buf_text(&out), "SAMPLE"));
    assert_null(strstr(buf_text(&out), "Safe campus"));
    assert_null(strstr(buf_text(&out), "\033"));
    buf_clear(&out);
    report_status(&out, &board, REPORT_TEXT, &(struct report_filter){.colour = true});
    expect_in(&out, "]  VETO  breached:1  ");
    expect_in(&out, "\033[31mX breached\033[m\n");
    buf_free(&out);
    arena_free(&arena);
}

static void test_hostile_texts(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct board board = report_board_hostile(&arena);
    struct buf out = {0};
    lang_speak(LANG_EN);
    add_all(&out, &board, (struct report_filter){.columns = 132});
    expect_in(&out, "SAMPLE DATA");
    expect_in(&out, REPORT_HOSTILE_SHOWN);
    assert_null(strstr(buf_text(&out), "\033"));
    assert_null(strstr(buf_text(&out), "\xE2\x80\xAE"));
    buf_free(&out);
    arena_free(&arena);
}

static void test_nothing_to_attend_to(void **state)
{
    (void)state;
    struct plan plan = {.name = {{"Plan", "", ""}}, .authority = {{"Bureau", "", ""}}};
    const struct board board = {.plan = &plan};
    struct buf out = {0};
    lang_speak(LANG_EN);
    report_attention(&out, &board, &(struct problems){0}, REPORT_TEXT, &(struct report_filter){0});
    expect_in(&out, "nothing is breached, overdue, lagging or silent\n");
    buf_free(&out);
}

/* What does not fit is cut where one sees it, between characters. */
static void test_cut_names_end_with_a_mark(void **state)
{
    (void)state;
    struct table table = {.align = "lf", .columns = 14};
    struct buf out = {0};
    table_cell(&table, "1");
    table_cell(&table, "exactly it");
    table_cell(&table, "2");
    table_cell(&table, "longer than it");
    table_cell(&table, "30");
    table_cell(&table, "一二三四五六");
    table_print(&table, &out);
    assert_string_equal(buf_text(&out), "1   exactly it\n2   longer th~\n30  一二三四~\n");
    buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_line_is_too_wide),
        cmocka_unit_test(test_columns_line_up),
        cmocka_unit_test(test_names_of_any_length),
        cmocka_unit_test(test_cut_names_end_with_a_mark),
        cmocka_unit_test(test_same_figures_in_every_language),
        cmocka_unit_test(test_what_it_says),
        cmocka_unit_test(test_hostile_texts),
        cmocka_unit_test(test_nothing_to_attend_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
