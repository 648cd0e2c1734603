#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../support/import_plan.h"
#include "duban/buf.h"

static daynum day(const char *text)
{
    daynum out;
    assert_true(date_parse(sv_from(text), &out));
    return out;
}

static void reads_a_plan(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct plan plan;
    import_plan_load(&arena, &plan);

    assert_string_equal(plan.code, "test-2021");
    assert_string_equal(plan.name.in[LANG_ZH_CN], "测试要点");
    assert_string_equal(plan.name.in[LANG_ZH_TW], "");
    assert_int_equal(plan.starts, day("2021-01-01"));
    assert_int_equal(plan.ends, day("2021-12-31"));
    assert_int_equal(plan.as_of, DAY_NONE);
    assert_int_equal(plan.thresholds.due_soon_days, 20);
    assert_int_equal(plan.thresholds.reporting_days, 31);
    assert_true(plan.thresholds.spi_min == 0.90);

    assert_int_equal(plan.section_count, 2);
    assert_int_equal(plan.item_count, 3);
    assert_int_equal(plan.items[1].number, 5);
    assert_int_equal(plan.items[1].section, 1);
    assert_string_equal(plan.items[1].summary.in[LANG_EN], "Places, and more");
    assert_int_equal(plan.scopes[1].kinds, 6);

    assert_int_equal(plan.school_count, 6);
    assert_string_equal(plan.schools[0].code, DISTRICT_CODE);
    assert_string_equal(plan.schools[0].name.in[LANG_EN], "Test Bureau");
    assert_int_equal(plan.schools[0].kind, -1);
    assert_string_equal(plan.schools[3].code, "007");
    assert_int_equal(plan.schools[3].kind, 1);
    assert_int_equal(plan.schools[3].town, 1);
    assert_int_equal(plan.schools[5].town, -1);
    arena_free(&arena);
}

static void reads_targets(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct plan plan;
    import_plan_load(&arena, &plan);
    assert_int_equal(plan.target_count, 8);

    const struct target *places = &plan.targets[plan_target(&plan, SV("5.1"))];
    assert_int_equal(places->measure, MEASURE_SUM);
    assert_int_equal(places->pace, PACE_LINEAR);
    assert_int_equal(places->goal_min, 6590 * AMOUNT_ONE);
    assert_int_equal(places->goal_max, 7000 * AMOUNT_ONE);
    assert_int_equal(places->baseline, 10 * AMOUNT_ONE);
    assert_int_equal(places->starts, day("2021-02-01"));
    assert_int_equal(places->due, day("2021-11-30"));
    assert_true(places->veto);
    assert_true(places->weight == 2.5);
    assert_true(places->thresholds.spi_min == 0.8);
    assert_int_equal(places->thresholds.due_soon_days, 20);
    assert_string_equal(places->owner, "Planning");
    assert_string_equal(places->basis, "stated: 6590");
    assert_int_equal(places->scope_size, 5);

    const struct target *rules = &plan.targets[plan_target(&plan, SV("1.2"))];
    assert_int_equal(rules->scope_type, SCOPE_DISTRICT_ITSELF);
    assert_int_equal(rules->pace, PACE_STEPS);
    assert_int_equal(rules->starts, plan.starts);
    assert_int_equal(rules->goal_max, AMOUNT_NONE);
    assert_true(rules->weight == 1);
    assert_int_equal(rules->step_count, 2);
    assert_int_equal(rules->steps[0].date, day("2021-06-01"));
    assert_int_equal(rules->steps[1].percent, 80 * AMOUNT_ONE);

    const struct target *built = &plan.targets[plan_target(&plan, SV("5.4"))];
    assert_int_equal(built->scope_type, SCOPE_NAMED);
    assert_int_equal(built->school_count, 2);
    assert_int_equal(built->schools[0], 2);
    assert_int_equal(built->schools[1], 4);
    assert_int_equal(built->step_count, 0);
    arena_free(&arena);
}

/* The calendar reaches every target; a plan without one counts plain weeks. */
static void reads_terms_and_holidays(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct plan plan, bare;
    struct err err = {0};
    import_plan_load(&arena, &plan);
    assert_int_equal(plan.calendar->count, 4);
    assert_int_equal(plan.calendar->spans[3].first, plan.calendar->spans[3].last);
    assert_string_equal(plan.calendar->spans[2].name.in[LANG_EN], "National Day");
    assert_ptr_equal(plan.targets[0].calendar, plan.calendar);
    assert_true(plan_files_read(import_plan_files, IMPORT_PLAN_FILES - 1, &arena, &bare, &err));
    assert_null(bare.calendar);
    assert_null(bare.targets[0].calendar);
    arena_free(&arena);
}

/* A cell of which no message can hold more than a part. */
#define TENTH                                                                                      \
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" \
    "xxxxxxxx"
#define LONG TENTH TENTH TENTH TENTH TENTH TENTH TENTH TENTH TENTH TENTH TENTH

/* One text of one file replaced by another, and where the fault must be seen; line 0: no fault. */
static const struct {
    const char *file, *from, *to;
    unsigned line, column;
    const char *says;
} defects[] = {
    {"plan.csv", "format,1", "format,2", 2, 2, "format 1"},
    {"plan.csv", "format,1\n", "", 1, 0, "\"format\" is missing"},
    {"plan.csv", "key,value", "value,key", 1, 1, "key,value"},
    {"plan.csv", "test-2021", "测试", 3, 2, "no code"},
    {"plan.csv", "test-2021", "a23456789-123456789-123456789-123", 3, 2, "no code"},
    {"plan.csv", "2021-01-01", "2021/1/1", 8, 2, "no date"},
    {"plan.csv", "2021-01-01", "", 8, 2, "missing"},
    {"plan.csv", "2021-12-31", "2020-12-31", 9, 2, "before the first"},
    {"plan.csv", "due_soon_days,20", "due_soon_days,2.5", 10, 2, "whole number"},
    {"plan.csv", "due_soon_days,20", "due_soon,20", 10, 1, "not known"},
    {"plan.csv", "due_soon_days,20", "spi_min,x", 10, 2, "no number"},
    {"plan.csv", "due_soon_days,20", "spi_min,11", 10, 2, "between 0 and 10"},
    {"plan.csv", "due_soon_days,20", "ends,2021-12-31", 10, 1, "twice"},
    {"plan.csv", "name_en,Test plan 2021\nname_zh_CN,测试要点\n", "", 1, 0, "name"},
    {"sections.csv", "section,", "number,", 1, 1, "\"number\" is not known"},
    {"sections.csv", "2,Places", "1,Places", 3, 1, "twice"},
    {"sections.csv", "2,Places", ",Places", 3, 1, "missing"},
    {"sections.csv", "2,Places", "x,Places", 3, 1, "whole number"},
    {"sections.csv", "Places,增加学位,增加學位", ",,", 3, 2, "name is missing"},
    {"items.csv", "8,2,", "8,3,", 4, 2, "sections.csv"},
    {"items.csv", "8,2,", "5,2,", 4, 1, "twice"},
    {"items.csv", "减负", "减\t负", 4, 4, "does not print"},
    {"items.csv", "减负", "\xBC\xF5\xB8\xBA", 4, 4, "UTF-8"},
    {"items.csv", "减负", "\"减\n负\"", 4, 4, "line break"},
    {"items.csv", "减负,", "减负", 4, 6, "cells"},
    {"items.csv", "\"Places, and more\"", "Places, and more", 3, 7, "cells"},
    {"items.csv", "\"Places, and more\"", "\"Places\" and more", 3, 6, "quotation mark"},
    {"items.csv", "\"Places, and more\"", "\"Places", 3, 6, "quotation mark"},
    {"items.csv", "summary_en", "name_en", 1, 6, "twice"},
    {"items.csv", "summary_en", "summary", 1, 6, "not known"},
    {"kinds.csv", "middle,", "primary,", 4, 1, "twice"},
    {"kinds.csv", "middle,", "mid dle,", 4, 1, "no code"},
    {"kinds.csv", "middle,", LONG ",", 4, 1, "longer than 200 bytes; shorten it"},
    {"kinds.csv", "kind,", " kind ,", 0, 0, ""}, /* blanks around a cell do not count */
    {"scopes.csv", "primary  middle", "primary high", 3, 2, "\"high\" is not in kinds.csv"},
    {"scopes.csv", "primary  middle", " ", 3, 2, "no kind"},
    {"scopes.csv", "compulsory,", "named,", 3, 1, "meaning of its own"},
    {"scopes.csv", "compulsory,", "all,", 3, 1, "twice"},
    {"towns.csv", "niutang,", "hutang,", 3, 1, "twice"},
    {"schools.csv", "007,", "002,", 4, 1, "twice"},
    {"schools.csv", "007,", "district,", 4, 1, "district itself"},
    {"schools.csv", "007,", "0 7,", 4, 1, "no code"},
    {"schools.csv", "primary,niutang", "pri,niutang", 4, 5, "kinds.csv"},
    {"schools.csv", "primary,niutang", "primary,niu", 4, 6, "towns.csv"},
    {"schools.csv", "school,", "code,", 1, 1, "not known"},
    {"targets.csv", "8.1,8,", "8.1,9,", 7, 2, "items.csv"},
    {"targets.csv", "8.1,8,", "8.2,8,", 8, 1, "twice"},
    {"targets.csv", "8.1,8,", ",8,", 7, 1, "no code"},
    {"targets.csv", "8,cap,", "8,caps,", 7, 3, "no measure"},
    {"targets.csv", "cap,3,", "cap,three,", 7, 4, "no number"},
    {"targets.csv", "cap,3,", "cap,-3,", 7, 4, "below 0"},
    {"targets.csv", "cap,3,", "share,100.5,", 7, 4, "more than 100 percent"},
    {"targets.csv", "cap,3,", "milestone,1000,", 7, 4, "more than 100 percent"},
    {"targets.csv", "cap,3,", "cap,3,2", 7, 5, "below its lower"},
    {"targets.csv", "起,compulsory", "起,everybody", 7, 8, "scopes.csv"},
    {"targets.csv", "起,compulsory", "起,named", 7, 9, "no school"},
    {"targets.csv", "010 002", "010 003", 6, 9, "\"003\" is not in schools.csv"},
    {"targets.csv", "010 002", "010 010", 6, 9, "twice"},
    {"targets.csv", "compulsory,,,", "compulsory,002,,", 7, 9, "not \"named\""},
    {"targets.csv", "2021-02-01", "1.2.2021", 4, 10, "no date"},
    {"targets.csv", "2021-02-01", "2021-12-01", 4, 11, "before the target starts"},
    {"targets.csv", "2021-11-30", "", 4, 11, "missing"},
    {"targets.csv", "linear", "steady", 8, 12, "no pace"},
    {"targets.csv", ",10,1,2.5,", ",ten,1,2.5,", 4, 13, "no number"},
    {"targets.csv", ",10,1,2.5,", ",10,2,2.5,", 4, 14, "0 to 1"},
    {"targets.csv", ",10,1,2.5,", ",10,1,0,", 4, 15, "between"},
    {"targets.csv", "stated: 6590,0.8", "stated: 6590,x", 4, 22, "no number"},
    {"targets.csv", ",basis,", ",reason,", 1, 21, "not known"},
    {"targets.csv", ",due,", ",end,", 1, 11, "not known"},
    {"targets.csv", "target,item,", "target,basis,", 1, 21, "twice"},
    {"steps.csv", "1.2,2021-09-01", "1.9,2021-09-01", 2, 1, "targets.csv"},
    {"steps.csv", "2021-09-01", "2021-09-31", 2, 2, "no date"},
    {"steps.csv", "2021-09-01", "", 2, 2, "missing"},
    {"steps.csv", "2021-09-01", "2021-06-01", 3, 2, "already"},
    {"steps.csv", ",80,", ",30,", 2, 3, "lower"},
    {"steps.csv", ",80,", ",101,", 2, 3, "0 to 100"},
    {"steps.csv", ",80,", ",,", 2, 3, "0 to 100"},
    {"calendar.csv", "holiday,", "feast,", 4, 1, "no kind of days"},
    {"calendar.csv", "2021-10-01", "2021-10-32", 4, 2, "no date"},
    {"calendar.csv", "2021-10-01", "", 4, 2, "missing"},
    {"calendar.csv", "2021-10-07", "2021-09-30", 4, 3, "before the first"},
    {"calendar.csv", "2021-10-01,2021-10-07", "2051-10-01,2051-10-07", 4, 2,
     "longer than 20 years"},
    {"calendar.csv", "kind,", "type,", 1, 1, "not known"},
    {"plan.csv", "due_soon_days,20", "silent_periods,0", 10, 2, "1 to 100"},
    {"plan.csv", "due_soon_days,20", "reporting_days,367", 10, 2, "1 to 366"},
};

/* The files of the test plan with one text replaced once. */
static void change(struct plan_file files[IMPORT_PLAN_FILES], const char *file, const char *from,
                   const char *to, struct buf *bytes)
{
    for (size_t i = 0; i < IMPORT_PLAN_FILES; i++) {
        files[i] = import_plan_files[i];
        if (strcmp(files[i].name, file) != 0)
            continue;
        const char *at = strstr(files[i].bytes.data, from);
        assert_non_null(at);
        buf_add(bytes, (struct sv){files[i].bytes.data, (size_t)(at - files[i].bytes.data)});
        buf_puts(bytes, to);
        buf_puts(bytes, at + strlen(from));
        files[i].bytes = buf_sv(bytes);
    }
}

/* What a reading that goes on after each fault has found. */
struct found {
    size_t count;
    struct err first;
};

static void find(void *context, const struct err *fault)
{
    struct found *found = context;
    if (found->count++ == 0)
        found->first = *fault;
}

/* Reads on to the end, and finds first what a reading that stops has found. */
static void expect_found_first(const struct plan_file *files, size_t count, const struct err *fault)
{
    struct arena arena = {0};
    struct plan plan;
    struct found found = {0};
    struct err err = {0};
    assert_false(plan_files_check(files, count, &arena, &plan, find, &found, &err));
    assert_true(found.count > 0);
    assert_string_equal(found.first.file, fault->file);
    assert_int_equal(found.first.line, fault->line);
    assert_int_equal(found.first.column, fault->column);
    assert_string_equal(found.first.text, fault->text);
    arena_free(&arena);
}

static void says_where_a_plan_is_wrong(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(defects); i++) {
        struct arena arena = {0};
        struct buf bytes = {0};
        struct plan plan;
        struct err err = {0};
        struct plan_file files[IMPORT_PLAN_FILES];
        change(files, defects[i].file, defects[i].from, defects[i].to, &bytes);
        bool ok = plan_files_read(files, IMPORT_PLAN_FILES, &arena, &plan, &err);
        bool seen = !ok && err.code == ERR_DATA && strcmp(err.file, defects[i].file) == 0 &&
                    err.line == defects[i].line && err.column == defects[i].column &&
                    strstr(err.text, defects[i].says) != NULL;
        if (seen != (defects[i].line > 0) || ok != (defects[i].line == 0))
            fail_msg("defect %zu (%s, %s -> %s): %s:%u:%u: %s", i, defects[i].file, defects[i].from,
                     defects[i].to, err.file, err.line, err.column, err.text);
        if (!ok)
            expect_found_first(files, IMPORT_PLAN_FILES, &err);
        buf_free(&bytes);
        arena_free(&arena);
    }
}

static void needs_the_right_files(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct plan plan;
    struct err err = {0};
    struct plan_file files[IMPORT_PLAN_FILES + 1];
    memcpy(files, import_plan_files, sizeof(import_plan_files));
    assert_true(plan_files_read(files, IMPORT_PLAN_FILES - 1, &arena, &plan, &err)); /* no steps */
    assert_false(plan_files_read(files + 1, IMPORT_PLAN_FILES - 1, &arena, &plan, &err));
    assert_string_equal(err.file, "plan.csv");

    struct buf bytes = {0};
    change(files, "targets.csv", "linear", "steps", &bytes);
    assert_false(plan_files_read(files, IMPORT_PLAN_FILES, &arena, &plan, &err));
    assert_string_equal(err.file, "targets.csv");
    assert_non_null(strstr(err.text, "8.2"));
    buf_free(&bytes);

    memcpy(files, import_plan_files, sizeof(import_plan_files));
    files[IMPORT_PLAN_FILES] = (struct plan_file){"x/step.csv", SV("")};
    assert_false(plan_files_read(files, IMPORT_PLAN_FILES + 1, &arena, &plan, &err));
    assert_string_equal(err.file, "x/step.csv");
    files[IMPORT_PLAN_FILES] = (struct plan_file){"x/steps.csv", SV("")};
    assert_false(plan_files_read(files, IMPORT_PLAN_FILES + 1, &arena, &plan, &err));
    assert_non_null(strstr(err.text, "twice"));
    arena_free(&arena);
}

/* Each file missing: the others are read as far as that goes. */
static void reads_on_without_a_file(void **state)
{
    (void)state;
    for (size_t missing = 0; missing < IMPORT_PLAN_FILES; missing++) {
        struct arena arena = {0};
        struct plan plan;
        struct err err = {0};
        struct plan_file files[IMPORT_PLAN_FILES];
        size_t count = 0;
        for (size_t i = 0; i < IMPORT_PLAN_FILES; i++) {
            if (i != missing)
                files[count++] = import_plan_files[i];
        }
        if (!plan_files_read(files, count, &arena, &plan, &err))
            expect_found_first(files, count, &err);
        arena_free(&arena);
    }
}

/* So many that finding the second of two must not take a look at all others for each. */
static void finds_a_key_among_many(void **state)
{
    enum { KEYS = 200000 };
    (void)state;
    struct arena arena = {0};
    struct buf bytes = {0};
    struct plan plan;
    struct err err = {0};
    struct plan_file files[IMPORT_PLAN_FILES];
    memcpy(files, import_plan_files, sizeof(files));
    buf_puts(&bytes, "key,value\n");
    for (int i = 0; i < KEYS; i++)
        buf_printf(&bytes, "k%d,\n", i);
    buf_puts(&bytes, "k7,\nk7,\nk5,\n");
    files[0].bytes = buf_sv(&bytes);
    assert_false(plan_files_read(files, IMPORT_PLAN_FILES, &arena, &plan, &err));
    assert_int_equal(err.line, KEYS + 2);
    assert_string_equal(err.text, "the key \"k7\" is there twice; remove one");
    buf_free(&bytes);
    arena_free(&arena);
}

static void refuses_too_many_kinds(void **state)
{
    (void)state;
    for (int kinds = PLAN_KINDS_MAX; kinds <= PLAN_KINDS_MAX + 1; kinds++) {
        struct arena arena = {0};
        struct buf bytes = {0};
        struct plan plan;
        struct err err = {0};
        struct plan_file files[IMPORT_PLAN_FILES];
        memcpy(files, import_plan_files, sizeof(files));
        buf_add(&bytes, files[3].bytes);
        for (int k = 3; k < kinds; k++)
            buf_printf(&bytes, "k%d,Kind %d,,\n", k, k);
        files[3].bytes = buf_sv(&bytes);
        bool ok = plan_files_read(files, IMPORT_PLAN_FILES, &arena, &plan, &err);
        assert_int_equal(ok, kinds == PLAN_KINDS_MAX);
        assert_int_equal(err.line, ok ? 0 : PLAN_KINDS_MAX + 2);
        buf_free(&bytes);
        arena_free(&arena);
    }
}

static void reads_more_schools(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct plan plan;
    struct err err = {0};
    struct school *rows;
    size_t count;
    import_plan_load(&arena, &plan);
    struct plan_file file = {"more.csv", SV("\xEF\xBB\xBFkind,school,name_en\r\n"
                                            "middle,020,Late School\r\n"
                                            "kinder,021,Other School")};
    assert_true(plan_files_read_schools(&file, &plan, &arena, &rows, &count, &err));
    assert_int_equal(count, 2);
    assert_string_equal(rows[0].code, "020");
    assert_int_equal(rows[0].kind, 2);
    assert_int_equal(rows[1].town, -1);

    file.bytes = SV("school,kind,name_en\n020,middle,New\n007,primary,Old\n");
    assert_false(plan_files_read_schools(&file, &plan, &arena, &rows, &count, &err));
    assert_int_equal(err.line, 3);
    assert_int_equal(err.column, 1);
    file.bytes = SV("school,kind,name_en\n020,middle,New\n020,primary,Again\n");
    assert_false(plan_files_read_schools(&file, &plan, &arena, &rows, &count, &err));
    assert_int_equal(err.line, 3);
    arena_free(&arena);
}

static void write_file(const char *dir, const char *name, struct sv bytes)
{
    char path[512];
    snprintf(path, sizeof(path), "%s/%s", dir, name);
    FILE *stream = fopen(path, "wb");
    assert_non_null(stream);
    assert_int_equal(fwrite(bytes.data, 1, bytes.len, stream), bytes.len);
    assert_int_equal(fclose(stream), 0);
}

static void remove_file(const char *dir, const char *name)
{
    char path[512];
    snprintf(path, sizeof(path), "%s/%s", dir, name);
    assert_int_equal(unlink(path), 0);
}

static void reads_a_directory(void **state)
{
    (void)state;
    char dir[] = "/tmp/duban-test-plan-XXXXXX";
    assert_non_null(mkdtemp(dir));
    struct arena arena = {0};
    struct plan plan;
    struct err err = {0};
    for (size_t i = 0; i < IMPORT_PLAN_FILES; i++)
        write_file(dir, import_plan_files[i].name, import_plan_files[i].bytes);
    write_file(dir, "README", SV("not a part of it"));
    assert_true(plan_files_read_dir(dir, &arena, &plan, &err));
    assert_int_equal(plan.target_count, 8);

    write_file(dir, "kinds.csv", SV("kind,name_en\n?,Kind\n"));
    assert_false(plan_files_read_dir(dir, &arena, &plan, &err));
    assert_non_null(strstr(err.file, "/kinds.csv"));
    assert_int_equal(err.line, 2);

    remove_file(dir, "README");
    for (size_t i = 0; i < IMPORT_PLAN_FILES; i++)
        remove_file(dir, import_plan_files[i].name);
    assert_false(plan_files_read_dir(dir, &arena, &plan, &err));
    assert_int_equal(err.code, ERR_DATA);
    assert_int_equal(rmdir(dir), 0);
    assert_false(plan_files_read_dir(dir, &arena, &plan, &err));
    assert_int_equal(err.code, ERR_NO_FILE);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_a_plan),
        cmocka_unit_test(reads_targets),
        cmocka_unit_test(says_where_a_plan_is_wrong),
        cmocka_unit_test(needs_the_right_files),
        cmocka_unit_test(reads_on_without_a_file),
        cmocka_unit_test(finds_a_key_among_many),
        cmocka_unit_test(refuses_too_many_kinds),
        cmocka_unit_test(reads_more_schools),
        cmocka_unit_test(reads_a_directory),
        cmocka_unit_test(reads_terms_and_holidays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
