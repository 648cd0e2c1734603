#include <string.h>

#include "duban/text.h"
#include "import/cell.h"
#include "import/header.h"

/* As they are once blanks, line breaks, '_', '-', '*' and what stands in brackets are gone. */
static const struct {
    const char *word;
    enum column column;
} words[] = {
    {"school", COLUMN_SCHOOL},
    {"schoolcode", COLUMN_SCHOOL},
    {"schoolid", COLUMN_SCHOOL},
    {"学校", COLUMN_SCHOOL},
    {"学校代码", COLUMN_SCHOOL},
    {"学校编码", COLUMN_SCHOOL},
    {"学校编号", COLUMN_SCHOOL},
    {"单位", COLUMN_SCHOOL},
    {"单位代码", COLUMN_SCHOOL},
    {"填报单位", COLUMN_SCHOOL},
    {"學校", COLUMN_SCHOOL},
    {"學校代碼", COLUMN_SCHOOL},
    {"學校編碼", COLUMN_SCHOOL},
    {"學校編號", COLUMN_SCHOOL},
    {"單位", COLUMN_SCHOOL},
    {"單位代碼", COLUMN_SCHOOL},
    {"填報單位", COLUMN_SCHOOL},
    {"schoolname", COLUMN_SCHOOL_NAME},
    {"学校名称", COLUMN_SCHOOL_NAME},
    {"单位名称", COLUMN_SCHOOL_NAME},
    {"學校名稱", COLUMN_SCHOOL_NAME},
    {"單位名稱", COLUMN_SCHOOL_NAME},
    {"target", COLUMN_TARGET},
    {"targetcode", COLUMN_TARGET},
    {"指标", COLUMN_TARGET},
    {"指标代码", COLUMN_TARGET},
    {"指标编码", COLUMN_TARGET},
    {"指标编号", COLUMN_TARGET},
    {"指標", COLUMN_TARGET},
    {"指標代碼", COLUMN_TARGET},
    {"指標編碼", COLUMN_TARGET},
    {"指標編號", COLUMN_TARGET},
    {"targetname", COLUMN_TARGET_NAME},
    {"指标名称", COLUMN_TARGET_NAME},
    {"指標名稱", COLUMN_TARGET_NAME},
    {"date", COLUMN_DATE},
    {"reportdate", COLUMN_DATE},
    {"日期", COLUMN_DATE},
    {"填报日期", COLUMN_DATE},
    {"截止日期", COLUMN_DATE},
    {"统计日期", COLUMN_DATE},
    {"填報日期", COLUMN_DATE},
    {"統計日期", COLUMN_DATE},
    {"value", COLUMN_VALUE},
    {"值", COLUMN_VALUE},
    {"数值", COLUMN_VALUE},
    {"完成值", COLUMN_VALUE},
    {"完成数", COLUMN_VALUE},
    {"完成情况", COLUMN_VALUE},
    {"數值", COLUMN_VALUE},
    {"完成數", COLUMN_VALUE},
    {"完成情況", COLUMN_VALUE},
    {"of", COLUMN_OF},
    {"outof", COLUMN_OF},
    {"total", COLUMN_OF},
    {"总数", COLUMN_OF},
    {"分母", COLUMN_OF},
    {"總數", COLUMN_OF},
    {"note", COLUMN_NOTE},
    {"notes", COLUMN_NOTE},
    {"remark", COLUMN_NOTE},
    {"remarks", COLUMN_NOTE},
    {"备注", COLUMN_NOTE},
    {"说明", COLUMN_NOTE},
    {"備註", COLUMN_NOTE},
    {"備注", COLUMN_NOTE},
    {"說明", COLUMN_NOTE},
    {"reason", COLUMN_LABEL},
    {"原因", COLUMN_LABEL},
    {"cure", COLUMN_LABEL},
    {"处理办法", COLUMN_LABEL},
    {"處理辦法", COLUMN_LABEL},
    {"name", COLUMN_LABEL},
    {"unit", COLUMN_LABEL},
    {"计量单位", COLUMN_LABEL},
    {"計量單位", COLUMN_LABEL},
    {"goal", COLUMN_LABEL},
    {"目标值", COLUMN_LABEL},
    {"目標值", COLUMN_LABEL},
    {"lastvalue", COLUMN_LABEL},
    {"上次数值", COLUMN_LABEL},
    {"上次數值", COLUMN_LABEL},
    {"lastdate", COLUMN_LABEL},
    {"上次日期", COLUMN_LABEL},
    {"import", COLUMN_LABEL}, /* these four stand in an archive */
    {"line", COLUMN_LABEL},
    {"who", COLUMN_LABEL},
    {"at", COLUMN_LABEL},
    {"lasttotal", COLUMN_LABEL},
    {"上次总数", COLUMN_LABEL},
    {"上次總數", COLUMN_LABEL},
};

/* "Date (YYYY-MM-DD)" is a date, too. */
static struct sv without_brackets(struct sv text)
{
    const char *open = text.len > 0 ? memchr(text.data, '(', text.len) : NULL;
    if (!open || open == text.data || text.data[text.len - 1] != ')')
        return text;
    return (struct sv){text.data, (size_t)(open - text.data)};
}

enum column header_column(struct sv heading)
{
    char room[TEXT_FOLD_MAX], word[TEXT_FOLD_MAX];
    struct sv text = without_brackets(text_fold(cell_bare(heading), room));
    size_t len = 0;
    if (text.len > sizeof(word))
        return COLUMN_UNKNOWN;
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '\0' || strchr(" _-*\t\r\n", text.data[i]) == NULL)
            word[len++] = text.data[i];
    }
    if (len == 0)
        return text.len == 0 ? COLUMN_EMPTY : COLUMN_UNKNOWN;
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (sv_eq_nocase((struct sv){word, len}, sv_from(words[i].word)))
            return words[i].column;
    }
    return COLUMN_UNKNOWN;
}
