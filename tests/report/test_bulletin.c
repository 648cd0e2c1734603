/* The bulletin: what it says, in every language and format, and what it never lets through. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "../support/lang_speak.h"
#include "../support/model_plan.h"
#include "../support/report_board.h"
#include "../support/report_tags.h"
#include "duban/lang.h"
#include "duban/report.h"
#include "report/html.h"

/* The fixture's schools, [0] the district: 7 is the most silent, then P01 before 007 by its late
 * figures. */
static const struct reporting rows[] = {
    {0, 3, 3, 0, 0, 18880}, {1, 4, 1, 1, 2, 18800}, {2, 4, 0, 0, 4, DAY_NONE},
    {3, 5, 1, 2, 2, 18850}, {4, 5, 5, 0, 0, 18881}, {5, 5, 5, 0, 0, 18881},
    {6, 5, 5, 0, 0, 18881}, {7, 5, 5, 0, 0, 18881}, {8, 2, 2, 0, 0, 18881},
};

/* The bulletin in `lang`; free it with buf_free(). */
static struct buf made(const struct board *board, enum bulletin_format format, enum lang lang,
                       int section)
{
    struct buf out = {0};
    const struct report_filter filter = {.lang = lang, .section = section};
    struct arena arena = {0};
    struct problems problems = report_problem_list(&arena);
    lang_speak(lang);
    report_bulletin(&out, board, rows, &problems, format, &filter);
    arena_free(&arena);
    return out;
}

static void must_have(const struct buf *page, const char *text)
{
    if (strstr(buf_text(page), text) == NULL)
        fail_msg("no \"%s\" in the bulletin", text);
}

static void must_lack(const struct buf *page, const char *text)
{
    if (strstr(buf_text(page), text) != NULL)
        fail_msg("\"%s\" in the bulletin", text);
}

/* Each text is there, and behind the one before. */
static void must_have_in_order(const struct buf *page, const char *const *texts, size_t count)
{
    const char *at = buf_text(page);
    for (size_t i = 0; i < count; i++) {
        const char *found = strstr(at, texts[i]);
        if (!found)
            fail_msg("row %zu: no \"%s\" behind what comes before it", i, texts[i]);
        else
            at = found + strlen(texts[i]);
    }
}

static void formats_have_words(void **state)
{
    (void)state;
    enum bulletin_format format;
    assert_true(bulletin_format_parse(SV("html"), &format));
    assert_int_equal(format, BULLETIN_HTML);
    assert_true(bulletin_format_parse(SV("md"), &format));
    assert_int_equal(format, BULLETIN_MARKDOWN);
    assert_true(bulletin_format_parse(SV("csv"), &format));
    assert_int_equal(format, BULLETIN_CSV);
    assert_false(bulletin_format_parse(SV("pdf"), &format));
}

/* Numbers by hand: section 2 is item 3, whose shares tests/model/test_board.c works out. 2.2 was
 * due 77 days ago. 1.3 stood at 45 of 50 a period ago. */
static void markdown_says_it_all(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "# Progress bulletin: Test plan 2021\n\n",
        "Test Bureau, as of 2021-09-15\n\n",
        "## Summary\n\n13 targets: ",
        "- 1 `X` breached\n- 1 `!` overdue\n- 1 `L` lagging\n- 1 `?` silent\n",
        "- 5 `+` on track\n",
        "| 1 | Places and schools | ",
        "| 2 | Safety and burden | `[###\\|......]` 35% | 35% | `X` breached | VETO; breached: 1 "
        "|\n",
        "## What needs attention\n\n",
        "| 3.1 | Accidents | `X` breached | 1 over | 107 days left | the figure is 1 and "
        "breaks",
        "| 1.1 | problem 1: ",
        " | `!` overdue | - | 106 days over | 1.1 New school places | ",
        "| 2.2 | Charter revised | `!` overdue | 20% | 77 days over | due on 2021-06-30, 77",
        " | Planning: finish what is missing, or set a new due date and say why |\n",
        "| 1.2 | Schools rebuilt | `L` lagging | 3 schools | 107 days left | ",
        " | Planning: catch up: 0.2 schools a week until 2021-12-31 |\n",
        "| 2.4 | Homework a week | `?` silent | 1.5 over | 107 days left | ",
        "## Newly overdue or done since 2021-08-15\n\n| No. | target | actual / goal | due | "
        "standing |\n",
        "| --- |\n| 1.3 | Children enrolled | 96.4% / 95% | 2021-12-31 | `=` done |\n\n",
        "## Problems\n\n",
        " | 1.1 New school places | ",
        " | 2021-06-01 | `!` overdue |\n",
        "## All targets\n\n### 1 Places and schools\n\n",
        "|  | **1 New places** |  |  |  | `L` lagging |\n",
        "| 1.1 | New school places | ",
        " | 5500 / 6590 places | 2021-12-31 | `+` on track |\n",
        "### 2 Safety and burden\n\n",
        "| 3.2 | Safety lessons | `[..........]` - | 12 / - lessons | 2021-12-31 | `G` no goal |\n",
        "## Reporting by schools\n\nSchools asked to report: 8; up to date in everything: 5; never "
        "reported: 1\n\nFigures due: 35; received in time: 24; late: 3; silent: 8\n\n",
        "Late or silent: 3 schools\n\n",
        "| 7 | Seven Stars Kindergarten | West Town | 4 | 0 | 0 | 4 | - |\n"
        "| P01 | East Primary | East Town | 5 | 1 | 2 | 2 | 2021-08-11 |\n"
        "| 007 | Sunrise Kindergarten | East Town | 4 | 1 | 1 | 2 | 2021-06-22 |\n",
        "## Legend\n\n",
        "| `L` lagging | SPI below 0.90, or the forecast is after the due date by more than 10% of",
        "| `?` silent | no report for more than 2 reporting periods of 31 days |\n",
        "| `S` due soon | at most 30 days are left |\n",
    };
    struct arena arena = {0};
    struct board board = report_board(&arena);
    struct buf page = made(&board, BULLETIN_MARKDOWN, LANG_EN, 0);
    must_have_in_order(&page, texts, COUNT_OF(texts));
    must_lack(&page, "SAMPLE");
    buf_free(&page);
    arena_free(&arena);
}

static void html_names_every_section_and_target(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct board board = report_board(&arena);
    for (enum lang lang = LANG_EN; lang < LANG_COUNT; lang++) {
        struct buf page = made(&board, BULLETIN_HTML, lang, 0);
        tags_check(buf_text(&page));
        for (size_t s = 0; s < board.plan->section_count; s++)
            must_have(&page, board.plan->sections[s].name.in[lang]);
        for (size_t t = 0; t < board.plan->target_count; t++)
            must_have(&page, board.plan->targets[t].name.in[lang]);
        buf_free(&page);
    }
    arena_free(&arena);
}

static void html_needs_nothing_from_elsewhere(void **state)
{
    (void)state;
    static const char *const never[] = {
        "<script", "://", "src=", "href=", "url(", "@import", " onload="};
    static const char *const langs[] = {"<html lang=\"en\">", "<html lang=\"zh-CN\">",
                                        "<html lang=\"zh-TW\">"};
    struct arena arena = {0};
    struct board board = report_board(&arena);
    for (enum lang lang = LANG_EN; lang < LANG_COUNT; lang++) {
        struct buf page = made(&board, BULLETIN_HTML, lang, 0);
        for (size_t i = 0; i < COUNT_OF(never); i++)
            must_lack(&page, never[i]);
        must_have(&page, langs[lang]);
        must_have(&page, "Content-Security-Policy\" content=\"default-src 'none';");
        buf_free(&page);
    }
    arena_free(&arena);
}

/* A chart for each of the four targets in need that have a goal, and one of the sections. */
static void html_draws_within_its_frames(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct board board = report_board(&arena);
    struct buf page = made(&board, BULLETIN_HTML, LANG_EN, 0);
    size_t charts = 0;
    for (const char *at = buf_text(&page); (at = strstr(at, "<figure>")) != NULL; at++)
        charts++;
    assert_int_equal(charts, 4);
    must_have(&page, "<title>Chart of Accidents: the figure is 1, the goal &lt;= 0</title>");
    assert_true(tags_check_drawings(buf_text(&page)) > 20);
    buf_free(&page);
    arena_free(&arena);
}

/* The frames hold on any day: before the plan, on its first day, and long after it. */
static void html_draws_on_any_day(void **state)
{
    (void)state;
    static const char *const days[] = {"1900-01-01", "2020-12-31", "2021-01-01",
                                       "2021-12-31", "2022-01-10", "2999-12-31"};
    for (size_t i = 0; i < COUNT_OF(days); i++) {
        struct arena arena = {0};
        const struct plan *plan = model_fixture_plan(&arena);
        struct board board =
            board_make(plan, model_fixture_figures(plan, &arena), model_day(days[i]), &arena);
        struct buf page = made(&board, BULLETIN_HTML, LANG_EN, 0);
        tags_check(buf_text(&page));
        tags_check_drawings(buf_text(&page));
        must_lack(&page, "nan");
        buf_free(&page);
        arena_free(&arena);
    }
}

#define BAD "<script>alert('1')</script>\"&|*\xE2\x80\xAE"

/* The fixture with all names hostile, and made sample data. */
static struct board hostile(struct plan *plan, struct arena *arena)
{
    const struct name bad = {{BAD, BAD, BAD}};
    *plan = *model_fixture_plan(arena);
    plan->sample = true;
    plan->name = plan->authority = bad;
    for (size_t i = 0; i < plan->section_count; i++)
        plan->sections[i].name = bad;
    for (size_t i = 0; i < plan->item_count; i++)
        plan->items[i].name = bad;
    for (size_t i = 0; i < plan->school_count; i++) {
        plan->schools[i].name = bad;
        plan->schools[i].code = BAD;
    }
    for (size_t i = 0; i < plan->town_count; i++)
        plan->towns[i].name = bad;
    for (size_t i = 0; i < plan->target_count; i++) {
        plan->targets[i].name = plan->targets[i].unit = bad;
        plan->targets[i].code = BAD;
    }
    return board_make(plan, model_fixture_figures(model_fixture_plan(arena), arena),
                      model_fixture_as_of(), arena);
}

static void hostile_names_are_harmless_in_html(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct plan plan;
    struct board board = hostile(&plan, &arena);
    struct buf page = made(&board, BULLETIN_HTML, LANG_EN, 0);
    tags_check(buf_text(&page));
    must_lack(&page, "<script");
    must_lack(&page, "\xE2\x80\xAE");
    must_have(&page, "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;|*\xEF\xBF\xBD");
    must_have(&page, "SAMPLE DATA: schools and figures are made up");
    buf_free(&page);
    arena_free(&arena);
}

/* Bars that part cells: those without a backslash before them. */
static int bars_in(const char *line, size_t length)
{
    int bars = 0;
    for (size_t i = 0; i < length; i++)
        bars += line[i] == '|' && (i == 0 || line[i - 1] != '\\');
    return bars;
}

/* All rows of a table have as many cells as its head; names make no markup. */
static void hostile_names_are_harmless_in_markdown(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct plan plan;
    struct board board = hostile(&plan, &arena);
    struct buf page = made(&board, BULLETIN_MARKDOWN, LANG_EN, 0);
    int expected = 0, tables = 0;
    for (const char *line = buf_text(&page); *line != '\0'; line += *line == '\n') {
        size_t length = strcspn(line, "\n");
        int bars = line[0] == '|' ? bars_in(line, length) : 0;
        if (bars != 0 && expected != 0 && bars != expected)
            fail_msg("%d cells, not %d: %.*s", bars, expected, (int)length, line);
        tables += bars != 0 && expected == 0;
        expected = bars;
        line += length;
    }
    assert_int_equal(tables, 8);
    for (const char *raw = buf_text(&page); (raw = strchr(raw, '<')) != NULL; raw++)
        assert_true(raw > buf_text(&page) && raw[-1] == '\\');
    must_lack(&page, "\xE2\x80\xAE");
    must_have(&page, "\\<script\\>alert('1')\\</script\\>\"\\&\\|\\*\xEF\xBF\xBD");
    buf_free(&page);
    arena_free(&arena);
}

/* Line by line: other words, the same numbers. */
static void languages_say_the_same(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct board board = report_board(&arena);
    struct buf english = made(&board, BULLETIN_MARKDOWN, LANG_EN, 0);
    for (enum lang lang = LANG_ZH_CN; lang < LANG_COUNT; lang++) {
        struct buf other = made(&board, BULLETIN_MARKDOWN, lang, 0);
        struct sv ours = buf_sv(&english), theirs = buf_sv(&other), our_line, their_line;
        while (sv_split(&ours, '\n', &our_line)) {
            struct buf want = {0}, got = {0};
            assert_true(sv_split(&theirs, '\n', &their_line));
            lang_numbers(&want, arena_text(&arena, our_line));
            lang_numbers(&got, arena_text(&arena, their_line));
            assert_string_equal(buf_text(&got), buf_text(&want));
            buf_free(&want);
            buf_free(&got);
        }
        assert_int_equal(theirs.len, 0);
        must_lack(&other, "attention");
        buf_free(&other);
    }
    buf_free(&english);
    arena_free(&arena);
}

/* What the filter leaves, with the shares of it alone. P02 is in scope of 1.1, 1.2, 2.3, 3.1 and
 * 3.5; West Town has a kindergarten too, so 1.3, and P03, so 2.4. */
static void a_school_a_town_an_owner(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct board board = report_board(&arena);
    const struct plan *plan = board.plan;
    const struct problems problems = report_problem_list(&arena);
    const struct {
        struct report_filter filter;
        const char *title, *targets, *has, *lacks;
    } parts[] = {
        {{.school = &plan->schools[plan_school(plan, SV("P02"))]},
         "school: West Primary; figures are the whole district's\n",
         "5 targets: ",
         "| 3.5 | ",
         "| 1.3 | "},
        {{.town = &plan->towns[plan_town(plan, SV("west"))]},
         "town: West Town; figures are the whole district's\n",
         "7 targets: ",
         "| 7 | Seven Stars Kindergarten | West Town |",
         "East Primary"},
        {{.owner = "Planning"},
         "owner: Planning\n",
         "13 targets: ",
         "| 2.2 | ",
         "Reporting by schools"},
        {{.owner = "nobody"}, "owner: nobody\n", "0 targets: ", "no problem is noted", "| 1.1 |"},
        {{.section = 2},
         "section: Safety and burden\n",
         "5 targets: ",
         "no problem is noted",
         "| 1.1 |"},
    };
    lang_speak(LANG_EN);
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        struct buf page = {0};
        report_bulletin(&page, &board, rows, &problems, BULLETIN_MARKDOWN, &parts[i].filter);
        must_have(&page, parts[i].title);
        must_have(&page, parts[i].targets);
        must_have(&page, parts[i].has);
        must_lack(&page, parts[i].lacks);
        buf_free(&page);
    }
    arena_free(&arena);
}

static void one_section_alone(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct board board = report_board(&arena);
    struct buf page = made(&board, BULLETIN_MARKDOWN, LANG_EN, 2);
    must_have(&page, "5 targets: 35% of the goals reached, 35% planned by now");
    must_have(&page, "| 3.1 | Accidents");
    must_lack(&page, "Places and schools");
    must_lack(&page, "| 2.2 |");
    must_have(&page, "## Newly overdue or done since 2021-08-15\n\nnone\n\n");
    must_lack(&page, "Reporting by schools");
    buf_free(&page);
    arena_free(&arena);
}

/* One bar says no more than its row; a date and a code stay in one piece, a word does not. */
static void html_leaves_out_what_says_nothing(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct board board = report_board(&arena);
    struct buf all = made(&board, BULLETIN_HTML, LANG_EN, 0);
    struct buf one = made(&board, BULLETIN_HTML, LANG_EN, 2);
    must_have(&all, "<svg class=\"sections\"");
    must_lack(&one, "<svg class=\"sections\"");
    must_have(&all, "due on <span class=\"nb\">2021-06-30</span>, 77 days ago");
    must_have(&one, "<td class=\"number\" data-head=\"gap\">1 over</td>");
    buf_free(&all);
    buf_free(&one);
    struct buf prose = {0};
    html_prose(&prose, SV("S-P014 <b> well-known a-1-2-3-4-5-6-7-8-9 9"));
    assert_string_equal(buf_text(&prose), "<span class=\"nb\">S-P014</span> &lt;b&gt; well-known "
                                          "a-1-2-3-4-5-6-7-8-9 9");
    buf_free(&prose);
    arena_free(&arena);
}

/* By hand, from June 30 to September 15, section 2: 3.1 silent, now breached; 3.4 and 3.5 silent,
 * now on track; 3.2 has no goal and 3.3 has not started on both days. */
static void a_span_says_what_changed_of_each_section(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct board now = report_board(&arena);
    struct board then = board_make(now.plan, now.figures, model_day("2021-06-30"), &arena);
    struct comparison since = compare_boards(&then, &now, NULL, &arena);
    const struct problems problems = report_problem_list(&arena);
    const struct report_filter filter = {.lang = LANG_EN, .since = &since};
    struct buf page = {0}, row = {0};
    lang_speak(LANG_EN);
    report_bulletin(&page, &now, rows, &problems, BULLETIN_MARKDOWN, &filter);
    buf_puts(&row, "| 2 | Safety and burden | worse, was silent | ");
    lang_points(&row, since.sections[1].share);
    buf_puts(&row, " | 2 | 1 | 0 | 0 | `X` breached |");
    must_have(&page, buf_text(&row));
    buf_free(&row);
    buf_free(&page);
    arena_free(&arena);
}

static void csv_is_the_status(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct board board = report_board(&arena);
    const struct report_filter filter = {.lang = LANG_EN, .section = 1};
    struct buf page = made(&board, BULLETIN_CSV, LANG_EN, 1), status = {0};
    report_status(&status, &board, REPORT_CSV, &filter);
    assert_string_equal(buf_text(&page), buf_text(&status));
    buf_free(&page);
    buf_free(&status);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formats_have_words),
        cmocka_unit_test(markdown_says_it_all),
        cmocka_unit_test(html_names_every_section_and_target),
        cmocka_unit_test(html_needs_nothing_from_elsewhere),
        cmocka_unit_test(html_draws_within_its_frames),
        cmocka_unit_test(html_draws_on_any_day),
        cmocka_unit_test(hostile_names_are_harmless_in_html),
        cmocka_unit_test(hostile_names_are_harmless_in_markdown),
        cmocka_unit_test(languages_say_the_same),
        cmocka_unit_test(a_school_a_town_an_owner),
        cmocka_unit_test(one_section_alone),
        cmocka_unit_test(html_leaves_out_what_says_nothing),
        cmocka_unit_test(a_span_says_what_changed_of_each_section),
        cmocka_unit_test(csv_is_the_status),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
