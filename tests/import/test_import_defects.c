#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "../support/import_run.h"

#define S256                                                           \
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" \
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" \
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" \
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define S1K S256 S256 S256 S256

/* A whole file, and the issues that it must give: line, cell, code. A file with none must give
 * none. */
static const struct {
    const char *text, *found;
} defects[] = {
    /* schools */
    {LONG_FORM "003,5.1,2021-09-01,5,,\n", "2:1 unknown-school\n"},
    {LONG_FORM "7,5.1,2021-09-01,5,,\n", "2:1 unknown-school\n"},
    {LONG_FORM "0007,5.1,2021-09-01,5,,\n", "2:1 unknown-school\n"},
    {LONG_FORM ",5.1,2021-09-01,5,,\n", "2:1 empty-cell\n"},
    {LONG_FORM "南河,5.1,2021-09-01,5,,\n", "2:1 unknown-school\n"},
    {LONG_FORM "0\x1B[31m,5.1,2021-09-01,5,,\n", "2:1 unknown-school\n"},
    {LONG_FORM "Central Middle,5.1,2021-09-01,5,,\n", "2:1 ambiguous-school\n"},
    {LONG_FORM "1.10108E+11,5.1,2021-09-01,5,,\n", "2:1 scientific-code\n"},
    {LONG_FORM "3E+05,5.1,2021-09-01,5,,\n", "2:1 scientific-code\n"},
    /* targets */
    {LONG_FORM "001,5.9,2021-09-01,5,,\n", "2:2 unknown-target\n"},
    {LONG_FORM "001,,2021-09-01,5,,\n", "2:2 empty-cell\n"},
    {LONG_FORM "001,5.10,2021-09-01,5,,\n", "2:2 unknown-target\n"},
    {LONG_FORM "001,05.1,2021-09-01,5,,\n", "2:2 unknown-target\n"},
    {LONG_FORM "001,新增,2021-09-01,5,,\n", "2:2 unknown-target\n"},
    {LONG_FORM "001,5.1E+00,2021-09-01,5,,\n", "2:2 scientific-code\n"},
    {LONG_FORM "003,5.9,x,x,,\n", "2:1 unknown-school\n"}, /* one issue a row: the first */
    /* scopes */
    {LONG_FORM "001,1.2,2021-09-01,50,,\n", "2:2 out-of-scope\n"},
    {LONG_FORM "002,5.2,2021-09-01,1,,\n", "2:2 out-of-scope\n"},
    {LONG_FORM "007,5.4,2021-09-01,50,,\n", "2:2 out-of-scope\n"},
    {LONG_FORM "001,8.1,2021-09-01,0,,\n", "2:2 out-of-scope\n"},
    {LONG_FORM "district,1.1,2021-09-01,1,,\n", "2:2 out-of-scope\n"},
    {LONG_FORM "district,5.4,2021-09-01,1,,\n", "2:2 out-of-scope\n"},
    /* dates */
    {LONG_FORM "001,5.1,,5,,\n", "2:3 no-date\n"},
    {LONG_FORM "001,5.1, \xE3\x80\x80,5,,\n", "2:3 no-date\n"},
    {LONG_FORM "001,5.1,2021-09-31,5,,\n", "2:3 bad-date\n"},
    {LONG_FORM "001,5.1,21-09-01,5,,\n", "2:3 bad-date\n"},
    {LONG_FORM "001,5.1,9/1/2021,5,,\n", "2:3 bad-date\n"},
    {LONG_FORM "001,5.1,2021-9,5,,\n", "2:3 bad-date\n"},
    {LONG_FORM "001,5.1,yesterday,5,,\n", "2:3 bad-date\n"},
    {LONG_FORM "001,5.1,2020-12-31,5,,\n", "2:3 date-outside-plan\n"},
    {LONG_FORM "001,5.1,2022-01-01,5,,\n", "2:3 date-outside-plan\n"},
    {LONG_FORM "001,5.1,2021-09-16,5,,\n", "2:3 date-in-future\n"},
    {LONG_FORM "001,5.1,2021-12-31,5,,\n", "2:3 date-in-future\n"},
    {LONG_FORM "001,5.1,44440,5,,\n", "2:3 serial-date\n"},
    {LONG_FORM "001,5.1,44455,5,,\n", "2:3 date-in-future\n"},
    {LONG_FORM "001,5.1,43000,5,,\n", "2:3 date-outside-plan\n"},
    {LONG_FORM "001,5.1,44440,x,,\n", "2:4 bad-value\n"},
    /* values */
    {LONG_FORM "001,5.1,2021-09-01,five,,\n", "2:4 bad-value\n"},
    {LONG_FORM "001,5.1,2021-09-01,-,,\n", "2:4 bad-value\n"},
    {LONG_FORM "001,5.1,2021-09-01,约5,,\n", "2:4 bad-value\n"},
    {LONG_FORM "001,5.1,2021-09-01,5个,,\n", "2:4 bad-value\n"},
    {LONG_FORM "001,5.1,2021-09-01,\"1,23\",,\n", "2:4 bad-value\n"},
    {LONG_FORM "001,5.1,2021-09-01,1.2E+03,,\n", "2:4 bad-value\n"},
    {LONG_FORM "001,5.1,2021-09-01,#REF!,,\n", "2:4 bad-value\n"},
    {LONG_FORM "001,5.1,2021-09-01,1000000001,,\n", "2:4 bad-value\n"},
    {LONG_FORM "001,5.1,2021-09-01,-5,,\n", "2:4 value-negative\n"},
    {LONG_FORM "001,1.1,2021-09-01,-1,,\n", "2:4 value-negative\n"},
    {LONG_FORM "001,5.1,2021-09-01,50%,,\n", "2:4 percent-unused\n"},
    {LONG_FORM "001,5.2,2021-09-01,50%,,\n", "2:4 percent-unused\n"},
    {LONG_FORM "002,8.3,2021-09-01,50%,300,\n", "2:4 percent-unused\n"},
    {LONG_FORM "002,8.3,2021-09-01,yes,300,\n", "2:4 bad-value\n"},
    {LONG_FORM "001,1.1,2021-09-01,2,,\n", "2:4 value-over-one\n"},
    {LONG_FORM "001,1.1,2021-09-01,101%,,\n", "2:4 value-over-one\n"},
    {LONG_FORM "002,8.3,2021-09-01,85,,\n", "2:4 value-over-one\n"},
    {LONG_FORM "002,8.3,2021-09-01,301,300,\n", "2:4 value-over-of\n"},
    {LONG_FORM "002,5.4,2021-09-01,101,,\n", "2:4 value-over-percent\n"},
    {LONG_FORM "002,5.4,2021-09-01,100.1%,,\n", "2:4 value-over-percent\n"},
    {LONG_FORM "district,1.2,2021-09-01,120,,\n", "2:4 value-over-percent\n"},
    /* totals */
    {LONG_FORM "002,8.3,2021-09-01,5,many,\n", "2:5 bad-of\n"},
    {LONG_FORM "002,8.3,2021-09-01,5,50%,\n", "2:5 bad-of\n"},
    {LONG_FORM "002,8.3,2021-09-01,5,yes,\n", "2:5 bad-of\n"},
    {LONG_FORM "002,8.3,2021-09-01,5,0,\n", "2:5 of-zero\n"},
    {LONG_FORM "002,8.3,2021-09-01,0,-1,\n", "2:5 of-zero\n"},
    {LONG_FORM "001,5.1,2021-09-01,5,10,\n", "2:5 of-unused\n"},
    {LONG_FORM "002,5.4,2021-09-01,5,10,\n", "2:5 of-unused\n"},
    /* notes: the row is taken */
    {LONG_FORM "001,5.1,2021-09-01,5,,a\x1B[31mb\n", "2:6 note-cleaned\n"},
    {LONG_FORM "001,5.1,2021-09-01,5,,a\xE2\x80\xAE"
               "b\n",
     "2:6 note-cleaned\n"},
    {LONG_FORM "001,5.1,2021-09-01,5,," S1K "\n", "2:6 note-cleaned\n"},
    {LONG_FORM "001,5.1,2021-09-01,5,,\"two\r\nlines\"\n", ""},
    /* values that fall; the second is not taken */
    {LONG_FORM "001,5.1,2021-08-01,9,,\n001,5.1,2021-09-01,8,,\n", "3:4 decrease\n"},
    {LONG_FORM "001,5.1,2021-09-01,8,,\n001,5.1,2021-08-01,9,,\n", "3:4 decrease\n"},
    {LONG_FORM "001,8.2,2021-08-01,9,,\n001,8.2,2021-09-01,8,,\n", ""},
    /* keys that come twice */
    {LONG_FORM "001,5.1,2021-09-01,5,,\n001,5.1,2021-09-01,6,,\n", "3:4 repeated-key\n"},
    {LONG_FORM "001,5.1,2021-09-01,5,,\n\n001,5.1,2021/9/1,5,,\n", "4:4 repeated-key\n"},
    {LONG_FORM "001,5.1,2021-09-01,5,,\n南河幼儿园,新增学位,2021年9月1日,6,,\n",
     "3:4 repeated-key\n"},
    {LONG_FORM "001,5.1,2021-09-01,5,,\n001,5.1,2021-09-01,5,,\n001,5.1,2021-09-01,5,,\n",
     "3:4 repeated-key\n4:4 repeated-key\n"},
    {LONG_FORM "001,5.1,2021-09-01,x,,\n001,5.1,2021-09-01,6,,\n", "2:4 bad-value\n"},
    {LONG_FORM "001,5.1,2021-09-01,5,,\n001,5.1,2021-09-02,5,,\n002,5.1,2021-09-01,5,,\n", ""},
    {LONG_FORM "001,5.1,2021-08-01,9,,\n001,5.1,2021-09-01,8,,\n001,5.1,2021-09-01,9,,\n",
     "3:4 decrease\n"},
    /* the shape of rows */
    {LONG_FORM "001,5.1,2021-09-01\n", "2:4 missing-cell\n"},
    {LONG_FORM "001,5.1\n", "2:3 missing-cell\n"},
    {LONG_FORM "001\n", "2:2 missing-cell\n"},
    {LONG_FORM "001,5.1,2021-09-01,5\n", ""}, /* spreadsheets leave empty columns out */
    {LONG_FORM "001,5.1,2021-09-01,5,\n", ""},
    {LONG_FORM "001,5.1,2021-09-01,5,,,,\n", ""},
    {LONG_FORM "001,5.1,2021-09-01,5,,note,more\n", "2:7 extra-cell\n"},
    {LONG_FORM "001,5.1,2021-09-01,1,234,,,x\n", "2:8 extra-cell\n"},
    {"school,target,date,value,\n001,5.1,2021-09-01,5,x\n", "2:5 extra-cell\n"},
    {LONG_FORM ",,,,,\n \n\t,,,,,\n", ""},
    {LONG_FORM "001,5.1,2021-09-01,,,\n", ""},
    {LONG_FORM "001,5.1,2021-09-01, ,,note\n", ""},
    {LONG_FORM "003,5.9,,,,\n", ""}, /* no value, no report */
    /* quotation marks */
    {LONG_FORM "0\"01,5.1,2021-09-01,5,,\n", "2:1 bad-quote\n"},
    {LONG_FORM "001,5.1,2021-09-01,5,,he said \"no\"\n", "2:6 bad-quote\n"},
    {LONG_FORM "001,5.1,2021-09-01,5,,\"he said \"no\"\"\n", "2:6 bad-quote\n"},
    {LONG_FORM "001,\"5.1\"x,2021-09-01,5,,\n002,5.1,2021-09-01,5,,\n", "2:2 bad-quote\n"},
    {LONG_FORM "001,5.1,2021-09-01,5,,\"open\n002,5.1,2021-09-01,5,,\n", "2:6 bad-quote\n"},
    {LONG_FORM "001,5.1,2021-09-01,5,,\"open\n003,5.1,2021-09-01,5,,\n",
     "2:6 bad-quote\n3:1 unknown-school\n"},
    {LONG_FORM "001,5.1,2021-09-01,5,,\"open\n003,5.1,2021-09-01,5,,\"a\"\n",
     "2:6 bad-quote\n3:1 unknown-school\n"},
    {LONG_FORM "001,5.1,2021-09-01,5,,\"two\nlines\"\n003,5.1,2021-09-01,5,,\n",
     "4:1 unknown-school\n"},
    {LONG_FORM "003,5.1,2021-09-01,5,,\"two\nlines\"\n004,5.1,2021-09-01,5,,\n",
     "2:1 unknown-school\n4:1 unknown-school\n"},
    /* line ends */
    {"school,target,date,value\r\n003,5.1,2021-09-01,5\r\n", "2:1 unknown-school\n"},
    {"school,target,date,value\r003,5.1,2021-09-01,5\r", "2:1 unknown-school\n"},
    {"school,target,date,value\n\n\n003,5.1,2021-09-01,5", "4:1 unknown-school\n"},
    {"\n\nschool,target,date,value\n003,5.1,2021-09-01,5", "4:1 unknown-school\n"},
    {"sep=;\nschool;target;date;value\n003;5.1;2021-09-01;5", "3:1 unknown-school\n"},
    {"school;target;date;value\n001;5.1;2021-09-01;5,5x", "2:4 bad-value\n"},
    {"school\ttarget\tdate\tvalue\n001\t5.1\t2021-09-01\tx", "2:4 bad-value\n"},
    /* headings */
    {"school,target,date,value,phone\n001,5.1,2021-09-01,5,1\n", "1:5 unknown-column\n"},
    {"phone,school,target,date,fax,value\n1,001,5.1,2021-09-01,2,5\n",
     "1:1 unknown-column\n1:5 unknown-column\n"},
    {"school,target,date,value,\xE7\x94\xB5\x1B[1m\n001,5.1,2021-09-01,5,1\n",
     "1:5 unknown-column\n"},
    {"school,school_name,target,target name,date,unit,value\n"
     "001,x,5.1,y,2021-09-01,z,5\n",
     ""},
    {"value,date,target,school\nx,2021-09-01,5.1,001\n", "2:1 bad-value\n"},
    {"SCHOOL,Target Code,DATE,Value\n003,5.1,2021-09-01,5\n", "2:1 unknown-school\n"},
    {"学校代码,指标代码,填报日期,完成值\n003,5.1,2021-09-01,5\n", "2:1 unknown-school\n"},
    {"學校代碼,指標代碼,填報日期,數值,分母,備註\n003,5.1,2021-09-01,5,,\n", "2:1 unknown-school\n"},
    {"学校名称,指标名称,日期（必填）,值\n003,5.1,2021-09-01,5\n", "2:1 unknown-school\n"},
    {"ｓｃｈｏｏｌ,ｔａｒｇｅｔ,ｄａｔｅ,ｖａｌｕｅ\n003,5.1,2021-09-01,5\n",
     "2:1 unknown-school\n"},
    {"=\"school\",'target,date,value\n003,5.1,2021-09-01,5\n", "2:1 unknown-school\n"},
    /* wide form */
    {WIDE_FORM "003,2021-09-01,5,1\n", "2:1 unknown-school\n"},
    {WIDE_FORM "Central Middle,2021-09-01,5,1\n", "2:1 ambiguous-school\n"},
    {WIDE_FORM "001,,5,1\n", "2:2 no-date\n"},
    {WIDE_FORM "001,2021-09-31,5,1\n", "2:2 bad-date\n"},
    {WIDE_FORM "001,2021-10-01,5,1\n", "2:2 date-in-future\n"},
    {WIDE_FORM "001,44440,5,1\n", "2:2 serial-date\n"},
    {WIDE_FORM "001,2021-09-01,x,1\n", "2:3 bad-value\n"},
    {WIDE_FORM "001,2021-09-01,x,z\n", "2:3 bad-value\n2:4 bad-value\n"},
    {WIDE_FORM "001,2021-09-01,5,2\n", "2:4 value-over-one\n"},
    {WIDE_FORM "001,2021-09-01,5\n", "2:4 missing-cell\n"},
    {WIDE_FORM "001,2021-09-01,5,1,\n", ""},
    {WIDE_FORM "001,2021-09-01,5,1,1\n", "2:5 extra-cell\n"},
    {WIDE_FORM "001,2021-09-01,5,1\n001,2021-09-01,6,1\n", "3:3 repeated-key\n3:4 repeated-key\n"},
    {WIDE_FORM "001,2021-09-01,5,\n001,2021-09-01,,1\n", ""},
    {WIDE_FORM "001,2021-09-01,,\n003,,,\n", ""},
    {WIDE_FORM "001,2021-09-01,5,\"1\n", "2:4 bad-quote\n"},
    {"school,date,8.1,5.1\n001,2021-09-01,0,5\n", "2:3 out-of-scope\n"},
    {"school,date,5.1,5.9\n001,2021-09-01,5,5\n", "1:4 unknown-column\n"},
    {"school,date,5.1,of,note\n001,2021-09-01,5,1,x\n", "1:4 unknown-column\n1:5 unknown-column\n"},
    {"school,date,新增学位,一校一品\n003,2021-09-01,5,1\n", "2:1 unknown-school\n"},
};

static void finds_defects(void **state)
{
    const struct import_fixture *fixture = *state;
    for (size_t i = 0; i < COUNT_OF(defects); i++) {
        struct import_trial run;
        import_try_with(&run, fixture, &fixture->options, sv_from(defects[i].text));
        if (!run.ok)
            fail_msg("file %zu: %u:%u: %s", i, run.err.line, run.err.column, run.err.text);
        if (strcmp(buf_text(&run.sinks.found), defects[i].found) != 0)
            fail_msg("file %zu:\n%sgave\n%snot\n%s", i, defects[i].text, buf_text(&run.sinks.found),
                     defects[i].found);
        if (run.result.rows !=
            run.result.fresh + run.result.changed + run.result.same + run.result.rejected)
            fail_msg("file %zu: the counts do not add up", i);
        import_sinks_close(&run.sinks);
    }
}

/* Each file once more with a good row behind it, which must be taken whatever came before. */
static void keeps_the_good_rows(void **state)
{
    const struct import_fixture *fixture = *state;
    for (size_t i = 0; i < COUNT_OF(defects); i++) {
        struct buf text = {0};
        struct import_trial run;
        if (strncmp(defects[i].text, LONG_FORM, strlen(LONG_FORM)) != 0)
            continue;
        buf_puts(&text, defects[i].text);
        buf_puts(&text, "011,1.1,2021-03-03,yes,,good\n");
        import_try(&run, fixture, buf_sv(&text));
        if (strstr(buf_text(&run.sinks.taken), "011 1.1 2021-03-03 1 good\n") == NULL)
            fail_msg("file %zu", i);
        import_sinks_close(&run.sinks);
        buf_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_defects),
        cmocka_unit_test(keeps_the_good_rows),
    };
    return cmocka_run_group_tests(tests, import_fixture_set_up, import_fixture_tear_down);
}
