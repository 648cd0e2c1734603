#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "duban/text.h"
#include "import/cell.h"
#include "import/cell_date.h"
#include "import/cell_value.h"

static void bares_cells(void **state)
{
    (void)state;
    static const struct {
        const char *cell, *bare;
    } cells[] = {
        {"", ""},
        {"a", "a"},
        {" a ", "a"},
        {"\ta b\t", "a b"},
        {"\t0123", "0123"},
        {"'0123", "0123"},
        {"' 0123 ", "0123"},
        {"=\"0123\"", "0123"},
        {" =\" 0123\" ", "0123"},
        {"=\"\"", ""},
        {"=\"", "=\""},
        {"=1+1", "=1+1"},
        {"'", ""},
        {"\xE3\x80\x80学校\xE3\x80\x80 ", "学校"},
        {"\xC2\xA0 5 \xC2\xA0", "5"},
        {"\xEF\xBB\xBF"
         "5",
         "5"},
        {"\xE2\x80\x8B WJ-1\xE2\x80\x8B", "WJ-1"}, /* zero width, as copied from a chat */
        {"\xE2\x80\xAA"
         "180\xE2\x80\xAC\xE2\x81\xA0",
         "180"},
        {"\xE2\x80\x83\xE2\x80\xAF"
         "5\xE2\x81\xA9",
         "5"},
        {"“好”", "“好”"}, /* their neighbours stay */
        {"\xE2\x81\x9F", "\xE2\x81\x9F"},
        {"学校", "学校"},
        {" \xE3\x80\x80 ", ""},
    };
    for (size_t i = 0; i < COUNT_OF(cells); i++) {
        struct sv bare = cell_bare(sv_from(cells[i].cell));
        if (!sv_eq(bare, sv_from(cells[i].bare)))
            fail_msg("cell %zu: \"%.*s\"", i, SV_ARG(bare));
        if (cell_is_empty(sv_from(cells[i].cell)) != (cells[i].bare[0] == '\0'))
            fail_msg("cell %zu: empty?", i);
    }
}

static void folds_full_width(void **state)
{
    (void)state;
    static const struct {
        const char *cell, *folded;
    } cells[] = {
        {"", ""},
        {"5.1", "5.1"},
        {"５．１", "5.1"},
        {"８５％", "85%"},
        {"（ｙｙ）", "(yy)"},
        {"２０２１年９月", "2021年9月"},
        {"１\xE3\x80\x80", "1"},
        {"学校", "学校"},
        {"～", "~"},
        {"！", "!"},
        {"\xFF", "\xFF"},
    };
    char room[TEXT_FOLD_MAX];
    for (size_t i = 0; i < COUNT_OF(cells); i++) {
        struct sv folded = text_fold(sv_from(cells[i].cell), room);
        if (!sv_eq(folded, sv_from(cells[i].folded)))
            fail_msg("cell %zu: \"%.*s\"", i, SV_ARG(folded));
    }
    char digits[3 * (TEXT_FOLD_MAX + 1) + 1];
    for (size_t i = 0; i <= TEXT_FOLD_MAX; i++)
        memcpy(digits + 3 * i, "５", 3);
    struct sv longest = {digits, 3 * (TEXT_FOLD_MAX - 2)}, longer = {digits, sizeof(digits) - 1};
    assert_int_equal(text_fold(longest, room).len, TEXT_FOLD_MAX - 2);
    assert_ptr_equal(text_fold(longer, room).data, digits);
}

static void knows_scientific_notation(void **state)
{
    (void)state;
    static const char *const yes[] = {"1.10108E+11", "3E+05", "1.2e7", "12E-3"};
    static const char *const no[] = {"",    "1.1",   "E+11",  "1.E+1", "1E",
                                     "1E+", "1E+1x", "x1E+1", "5"};
    for (size_t i = 0; i < COUNT_OF(yes); i++)
        assert_true(cell_is_scientific(sv_from(yes[i])));
    for (size_t i = 0; i < COUNT_OF(no); i++) {
        if (cell_is_scientific(sv_from(no[i])))
            fail_msg("%s", no[i]);
    }
}

static const struct {
    const char *cell;
    int kind; /* -1: no value */
    int64_t thousandths;
} value_cells[] = {
    {"5", CELL_NUMBER, 5000},
    {"0", CELL_NUMBER, 0},
    {"-3", CELL_NUMBER, -3000},
    {"+3", CELL_NUMBER, 3000},
    {"66.5", CELL_NUMBER, 66500},
    {".5", CELL_NUMBER, 500},
    {"007", CELL_NUMBER, 7000},
    {"６５９０", CELL_NUMBER, 6590000},
    {"－３．５", CELL_NUMBER, -3500},
    {"1,234", CELL_NUMBER, 1234000},
    {"12,345,678", CELL_NUMBER, INT64_C(12345678000)},
    {"1,234.5", CELL_NUMBER, 1234500},
    {"-1,234", CELL_NUMBER, -1234000},
    {"１，２３４", CELL_NUMBER, 1234000},
    {"123,456", CELL_NUMBER, 123456000},
    {"0,000", CELL_NUMBER, 0},
    {"1000000000", CELL_NUMBER, INT64_C(1000000000000)},
    {"85%", CELL_PERCENT, 85000},
    {"85 %", CELL_PERCENT, 85000},
    {"８５．５％", CELL_PERCENT, 85500},
    {"1,000%", CELL_PERCENT, 1000000},
    {"是", CELL_YES, 0},
    {"否", CELL_NO, 0},
    {"yes", CELL_YES, 0},
    {"No", CELL_NO, 0},
    {"Y", CELL_YES, 0},
    {"n", CELL_NO, 0},
    {"TRUE", CELL_YES, 0},
    {"false", CELL_NO, 0},
    {"ＹＥＳ", CELL_YES, 0},
    {"有", CELL_YES, 0},
    {"无", CELL_NO, 0},
    {"無", CELL_NO, 0},
    {"完成", CELL_YES, 0},
    {"已完成", CELL_YES, 0},
    {"未完成", CELL_NO, 0},
    {"达标", CELL_YES, 0},
    {"未达标", CELL_NO, 0},
    {"達標", CELL_YES, 0},
    {"未達標", CELL_NO, 0},
    {"", -1, 0},
    {"-", -1, 0},
    {"%", -1, 0},
    {"约85", -1, 0},
    {"85人", -1, 0},
    {"1,23", -1, 0},
    {"12,34,567", -1, 0},
    {"1234,567", -1, 0},
    {",123", -1, 0},
    {"1,234,", -1, 0},
    {"1,,234", -1, 0},
    {"1.5,000", -1, 0},
    {"1,23.4", -1, 0},
    {"1,234x", -1, 0},
    {"1.2E+05", -1, 0},
    {"0x10", -1, 0},
    {"1 234", -1, 0},
    {"1/2", -1, 0},
    {"1.2.3", -1, 0},
    {"--3", -1, 0},
    {"NaN", -1, 0},
    {"inf", -1, 0},
    {"#N/A", -1, 0},
    {"85%%", -1, 0},
    {"是%", -1, 0},
    {"yes!", -1, 0},
    {"1000000001", -1, 0},
    {"99999999999999999999", -1, 0},
    {"111111111111111111111111111111111111,111", -1, 0},
    {"\xFF", -1, 0},
};

static void reads_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(value_cells); i++) {
        struct cell_value value = {0};
        bool ok = cell_value_parse(sv_from(value_cells[i].cell), &value);
        bool expected = ok == (value_cells[i].kind >= 0) &&
                        (!ok || value.kind == (enum cell_kind)value_cells[i].kind);
        if (ok && value.kind <= CELL_PERCENT)
            expected = expected && value.number == value_cells[i].thousandths * (AMOUNT_ONE / 1000);
        if (!expected)
            fail_msg("cell %zu (%s)", i, value_cells[i].cell);
    }
}

static const struct {
    const char *cell, *date; /* "" = none */
    enum cell_date kind;
} date_cells[] = {
    {"2021-09-15", "2021-09-15", CELL_DATE_WRITTEN},
    {"2021-9-15", "2021-09-15", CELL_DATE_WRITTEN},
    {"2021/9/15", "2021-09-15", CELL_DATE_WRITTEN},
    {"2021/09/05", "2021-09-05", CELL_DATE_WRITTEN},
    {"2021.9.15", "2021-09-15", CELL_DATE_WRITTEN},
    {"20210915", "2021-09-15", CELL_DATE_WRITTEN},
    {"2021年9月15日", "2021-09-15", CELL_DATE_WRITTEN},
    {"2021年09月15日", "2021-09-15", CELL_DATE_WRITTEN},
    {"2021年9月15", "2021-09-15", CELL_DATE_WRITTEN},
    {"2021年9月15号", "2021-09-15", CELL_DATE_WRITTEN},
    {"2021年9月15號", "2021-09-15", CELL_DATE_WRITTEN},
    {"2021 年 9 月 15 日", "2021-09-15", CELL_DATE_WRITTEN},
    {"2021年　９月　１５日 8:30", "2021-09-15", CELL_DATE_WRITTEN},
    {"2021. 9. 15", "2021-09-15", CELL_DATE_WRITTEN},
    {"2021 - 9 - 15 14:30", "2021-09-15", CELL_DATE_WRITTEN},
    {"2021 9 15", "", CELL_DATE_NONE},
    {"20 21-9-15", "", CELL_DATE_NONE},
    {"２０２１年９月１５日", "2021-09-15", CELL_DATE_WRITTEN},
    {"２０２１／９／１５", "2021-09-15", CELL_DATE_WRITTEN},
    {"２０２１－０９－１５", "2021-09-15", CELL_DATE_WRITTEN},
    {"２０２１０９１５", "2021-09-15", CELL_DATE_WRITTEN},
    {"2021-09-15 00:00", "2021-09-15", CELL_DATE_WRITTEN},
    {"2021/9/15 0:00:00", "2021-09-15", CELL_DATE_WRITTEN},
    {"2021-09-15T00:00:00", "2021-09-15", CELL_DATE_WRITTEN},
    {"2021-09-15 00:00:00.000", "2021-09-15", CELL_DATE_WRITTEN},
    {"2021/9/15 14:30", "2021-09-15", CELL_DATE_WRITTEN},
    {"2021年9月15日 8:30:05", "2021-09-15", CELL_DATE_WRITTEN},
    {"20210915 00:00", "2021-09-15", CELL_DATE_WRITTEN},
    {"2020-02-29", "2020-02-29", CELL_DATE_WRITTEN},
    {"44454", "2021-09-15", CELL_DATE_SERIAL},
    {"44197", "2021-01-01", CELL_DATE_SERIAL},
    {"４４４５４", "2021-09-15", CELL_DATE_SERIAL},
    {"", "", CELL_DATE_NONE},
    {"2021-02-29", "", CELL_DATE_NONE},
    {"2021-13-01", "", CELL_DATE_NONE},
    {"2021-00-01", "", CELL_DATE_NONE},
    {"2021-04-31", "", CELL_DATE_NONE},
    {"2021-09-32", "", CELL_DATE_NONE},
    {"2021-09-015", "", CELL_DATE_NONE},
    {"2021-9/15", "", CELL_DATE_NONE},
    {"2021-9", "", CELL_DATE_NONE},
    {"2021年9月", "", CELL_DATE_NONE},
    {"2021年", "", CELL_DATE_NONE},
    {"9月15日", "", CELL_DATE_NONE},
    {"21-9-15", "", CELL_DATE_NONE},
    {"9/15/2021", "", CELL_DATE_NONE},
    {"15.9.2021", "", CELL_DATE_NONE},
    {"2021-09-15x", "", CELL_DATE_NONE},
    {"2021-09-15 ", "", CELL_DATE_NONE},
    {"2021-09-15 24:00", "", CELL_DATE_NONE},
    {"2021-09-15 0:60", "", CELL_DATE_NONE},
    {"2021-09-15 0", "", CELL_DATE_NONE},
    {"2021-09-15 0:00:", "", CELL_DATE_NONE},
    {"2021-09-15 am", "", CELL_DATE_NONE},
    {"2021-09-15 x:00", "", CELL_DATE_NONE},
    {"2021-09-15 8:x", "", CELL_DATE_NONE},
    {"2021-09-15 08 30", "", CELL_DATE_NONE},
    {"2021-09-15 8:30:60", "", CELL_DATE_NONE},
    {"2021-09-15 8:30:x", "", CELL_DATE_NONE},
    {"2021-09-15 8:30:05.x", "", CELL_DATE_NONE},
    {"20210915x", "", CELL_DATE_NONE},
    {"20211315", "", CELL_DATE_NONE},
    {"2021091", "", CELL_DATE_NONE},
    {"202109155", "", CELL_DATE_NONE},
    {"4445", "", CELL_DATE_NONE},
    {"444540", "", CELL_DATE_NONE},
    {"04445", "", CELL_DATE_NONE},
    {"00001", "", CELL_DATE_NONE}, /* before the first day that there is */
    {"44454.5", "", CELL_DATE_NONE},
    {"-44454", "", CELL_DATE_NONE},
    {"今天", "", CELL_DATE_NONE},
    {"\xFF", "", CELL_DATE_NONE},
};

static void reads_dates(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(date_cells); i++) {
        daynum day = DAY_NONE;
        char text[DATE_TEXT_MAX];
        enum cell_date kind = cell_date_parse(sv_from(date_cells[i].cell), &day);
        date_format(kind == CELL_DATE_NONE ? DAY_NONE : day, text);
        if (kind != date_cells[i].kind || strcmp(text, date_cells[i].date) != 0)
            fail_msg("cell %zu (%s): %d %s", i, date_cells[i].cell, (int)kind, text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bares_cells),
        cmocka_unit_test(folds_full_width),
        cmocka_unit_test(knows_scientific_notation),
        cmocka_unit_test(reads_values),
        cmocka_unit_test(reads_dates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
