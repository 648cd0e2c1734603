/* template.c - the CSV that a school fills in. */
#include <strings.h>

#include "duban/i18n.h"
#include "duban/text.h"
#include "report/cells.h"

/* These are words of the file format: the reader knows them all, so they are no catalog's. */
static const char *const headings[][LANG_COUNT] = {
    {"School code", "学校代码", "學校代碼"},
    {"School name", "学校名称", "學校名稱"},
    {"Target code", "指标代码", "指標代碼"},
    {"Target name", "指标名称", "指標名稱"},
    {"Unit", "计量单位", "計量單位"},
    {"Goal", "目标值", "目標值"},
    {"Last date", "上次日期", "上次日期"},
    {"Last value", "上次数值", "上次數值"},
    {"Last total", "上次总数", "上次總數"},
    {"Date", "填报日期", "填報日期"},
    {"Value", "完成值", "數值"},
    {"Total", "总数", "總數"},
    {"Note", "备注", "備註"},
};

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Would a spreadsheet show a code as something else: 5.10 as 5.1, 0123 as 123, MAR1 as a date? */
static bool code_is_at_risk(const char *code)
{
    static const char *const words[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul",
                                        "aug", "sep", "oct", "nov", "dec", "tru", "fal"};
    if (!is_letter(code[0]))
        return true;
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (strncasecmp(code, words[i], 3) == 0)
            return true;
    }
    return false;
}

static void code_cell(struct buf *out, const char *code, bool first)
{
    struct buf clean = {0};
    if (!code_is_at_risk(code)) {
        csv_cell(out, sv_from(code), first);
        return;
    }
    text_clean(&clean, sv_from(code));
    buf_puts(out, first ? "\"\t" : ",\"\t");
    for (const char *c = buf_text(&clean); *c != '\0'; c++)
        buf_printf(out, *c == '"' ? "\"\"" : "%c", *c);
    buf_putc(out, '"');
    buf_free(&clean);
}

/* What is asked of one school; the plan's unit is that of the whole district. */
static const char *unit_of(const struct target *target, int school, enum lang lang)
{
    bool asks_yes = target->measure == MEASURE_SHARE || target->measure == MEASURE_COUNT;
    if (!asks_yes || school == SCHOOL_DISTRICT)
        return unit_of_many(name_in(&target->unit, lang));
    return target->measure == MEASURE_SHARE ? _("yes or no; or a number and its total")
                                            : _("yes or no");
}

static void add_row(struct buf *out, const struct plan *plan, const struct value *value,
                    daynum date, enum lang lang)
{
    const struct school *school = &plan->schools[value->school];
    const struct target *target = &plan->targets[value->target];
    code_cell(out, school->code, true);
    cells_text(out, name_in(&school->name, lang));
    code_cell(out, target->code, false);
    cells_text(out, name_in(&target->name, lang));
    cells_text(out, unit_of(target, value->school, lang));
    cells_amount(out, target->goal_min);
    cells_date(out, value->date);
    cells_amount(out, value->date == DAY_NONE ? AMOUNT_NONE : value->value);
    cells_amount(out, value->of);
    cells_date(out, date);
    buf_puts(out, ",,,\r\n");
}

void report_template(struct buf *out, const struct plan *plan, const struct values *values,
                     daynum date, enum lang lang)
{
    buf_puts(out, "\xEF\xBB\xBF");
    for (size_t i = 0; i < COUNT_OF(headings); i++)
        csv_cell(out, sv_from(headings[i][lang]), i == 0);
    buf_puts(out, "\r\n");
    for (size_t i = 0; i < values->count; i++)
        add_row(out, plan, &values->rows[i], date, lang);
}
