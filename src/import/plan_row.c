#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "duban/i18n.h"
#include "import/plan_table.h"

struct plan_row plan_row_of(const struct plan_table *table, size_t number,
                            struct plan_faults *faults)
{
    return (struct plan_row){.table = table, .number = number, .faults = faults};
}

bool row_done(const struct plan_row *row)
{
    return !row->failed || row->faults->each;
}

bool row_fault(struct plan_row *row, int column, const char *format, ...)
{
    uint64_t bit = UINT64_C(1) << column;
    if (!row_done(row) || (row->columns & bit))
        return false;
    row->failed = true;
    row->columns |= bit;
    const struct plan_table *table = row->table;
    int at = table->at[column];
    char text[ERR_TEXT_MAX];
    va_list args;
    va_start(args, format);
    if (vsnprintf(text, sizeof(text), format, args) >= (int)sizeof(text)) /* the cure is cut off */
        snprintf(text, sizeof(text), _("the text is longer than %zu bytes; shorten it"),
                 (size_t)PLAN_NAME_MAX);
    va_end(args);
    /* An absent column is to blame as a whole: its header is missing. */
    unsigned line =
        at < 0 ? table->csv.header_line : table->csv.lines[table->keys ? (size_t)at : row->number];
    if (at < 0)
        plan_fault(row->faults, table->file, line, 0, "%s: %s", table->columns[column].name, text);
    else
        plan_fault(row->faults, table->file, line, table->keys ? 2 : (unsigned)at + 1, "%s", text);
    return false;
}

const char *row_text(const struct plan_row *row, int column)
{
    int at = row->table->at[column];
    return at < 0 ? "" : row->table->csv.rows[row->number][at];
}

bool row_empty(const struct plan_row *row, int column)
{
    return row_text(row, column)[0] == '\0';
}

/* The cell when it is not longer than `most` bytes. */
static const char *limited(struct plan_row *row, int column, size_t most)
{
    const char *text = row_text(row, column);
    if (strlen(text) <= most)
        return text;
    row_fault(row, column, _("the text is longer than %zu bytes; shorten it"), most);
    return "";
}

const char *row_note(struct plan_row *row, int column)
{
    return limited(row, column, PLAN_TEXT_MAX);
}

static bool is_code(const char *text)
{
    size_t len = strlen(text);
    for (size_t i = 0; i < len; i++) {
        bool letter = isascii((unsigned char)text[i]) && isalnum((unsigned char)text[i]);
        if (!letter && strchr("_.-", text[i]) == NULL)
            return false;
    }
    return len > 0 && len <= PLAN_CODE_MAX;
}

const char *row_code(struct plan_row *row, int column)
{
    const char *text = row_text(row, column);
    if (!is_code(text))
        row_fault(row, column, _("\"%s\" is no code; use 1 to %d of A-Z a-z 0-9 '_' '.' '-'"), text,
                  PLAN_CODE_MAX);
    return text;
}

void row_name_maybe(struct plan_row *row, int first, struct name *out)
{
    for (int lang = 0; lang < LANG_COUNT; lang++)
        out->in[lang] = limited(row, first + lang, PLAN_NAME_MAX);
}

void row_name(struct plan_row *row, int first, struct name *out)
{
    row_name_maybe(row, first, out);
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        if (!row_empty(row, first + lang))
            return;
    }
    row_fault(row, first, _("the name is missing; write it in one language at least"));
}

int row_int(struct plan_row *row, int column, int least, int most, int empty)
{
    const char *text = row_text(row, column);
    if (text[0] == '\0')
        return empty;
    amount number;
    if (amount_parse(sv_from(text), &number) && number % AMOUNT_ONE == 0 &&
        number / AMOUNT_ONE >= least && number / AMOUNT_ONE <= most)
        return (int)(number / AMOUNT_ONE);
    row_fault(row, column, _("\"%s\" is no whole number from %d to %d; correct it"), text, least,
              most);
    return least;
}

amount row_amount(struct plan_row *row, int column)
{
    const char *text = row_text(row, column);
    amount number;
    if (text[0] == '\0')
        return AMOUNT_NONE;
    if (amount_parse(sv_from(text), &number))
        return number;
    row_fault(row, column, _("\"%s\" is no number; write digits with a decimal point, if any"),
              text);
    return AMOUNT_NONE;
}

double row_ratio(struct plan_row *row, int column, double least, double most, double empty)
{
    amount number = row_amount(row, column);
    if (number == AMOUNT_NONE)
        return empty;
    double ratio = amount_double(number);
    if (ratio < least || ratio > most)
        row_fault(row, column, _("\"%s\" is not between %g and %g; correct it"),
                  row_text(row, column), least, most);
    return ratio;
}

daynum row_date(struct plan_row *row, int column, daynum empty)
{
    const char *text = row_text(row, column);
    daynum day;
    if (text[0] == '\0')
        return empty;
    if (date_parse(sv_from(text), &day))
        return day;
    row_fault(row, column, _("\"%s\" is no date; write it like 2021-09-15"), text);
    return empty;
}

bool row_flag(struct plan_row *row, int column)
{
    return row_int(row, column, 0, 1, 0) == 1;
}

void row_missing(struct plan_row *row, int column, struct sv code, const char *file)
{
    if (!plan_faults_skipped(row->faults, file))
        row_fault(row, column, _("\"%.*s\" is not in %s; correct it, or add it there"),
                  SV_ARG(code), file);
}

int row_ref(struct plan_row *row, int column, const struct code_index *index, const char *file)
{
    const char *text = row_text(row, column);
    int found = code_index_find(index, sv_from(text));
    if (found < 0)
        row_missing(row, column, sv_from(text), file);
    return found;
}

struct thresholds row_thresholds(struct plan_row *row, int first, const struct thresholds *empty)
{
    struct thresholds thresholds = *empty;
    for (enum threshold i = 0; i < THRESHOLD_TOTAL; i++) {
        const struct threshold_range range = threshold_range(i);
        double usual = threshold_get(empty, i);
        double value = range.whole ? row_int(row, first + (int)i, (int)range.least, (int)range.most,
                                             (int)usual)
                                   : row_ratio(row, first + (int)i, range.least, range.most, usual);
        if (!row->failed && !threshold_set(&thresholds, i, value))
            BUG("a threshold that was checked is out of range");
    }
    return thresholds;
}
