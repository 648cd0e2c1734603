#include "import/rows.h"

#include <stdio.h>

#include "duban/text.h"
#include "import/cell.h"
#include "import/issue.h"
#include "import/note.h"

/* ---- findings -------------------------------------------------------------------------------- */

static bool tell(struct rows *rows, const struct csv_record *record, const struct finding *found)
{
    char raw[FINDING_SHOWN], cell[FINDING_SHOWN];
    text_clean_into(raw, sizeof(raw), found->cell);
    text_clean_into(cell, sizeof(cell), cell_bare(found->cell));
    buf_clear(&rows->text);
    issue_describe(&rows->text, found->code, cell, found->detail);
    const struct issue issue = {
        .code = found->code,
        .line = record->line,
        .column = found->column,
        .text = buf_text(&rows->text),
        .raw = raw,
        .row = record->raw,
        .header = rows->header_row,
    };
    rows->result->warnings += issue_is_warning(found->code);
    return rows->issues->put(rows->issues->context, &issue, rows->err);
}

/* Counts `count` reports as lost, for one reason. */
static bool reject(struct rows *rows, const struct csv_record *record, const struct finding *found,
                   int64_t count)
{
    rows->result->rejected += count;
    return tell(rows, record, found);
}

bool rows_fault(struct rows *rows, const struct csv_record *record)
{
    struct finding found;
    finding_set(&found, record->fault, record->column, record->raw, "%s", "");
    rows->result->rows++;
    return reject(rows, record, &found, 1);
}

bool rows_warn_header(struct rows *rows, const struct csv_record *record)
{
    for (size_t i = 0; i < record->count; i++) {
        struct finding found;
        if (rows->header->kinds[i] != COLUMN_UNKNOWN || rows->header->targets[i] >= 0)
            continue;
        finding_set(&found, ISSUE_UNKNOWN_COLUMN, (unsigned)i + 1, record->cells[i], "%s", "");
        if (!tell(rows, record, &found))
            return false;
    }
    return true;
}

/* ---- the shape of a row ---------------------------------------------------------------------- */

static bool is_empty(struct sv cell)
{
    return cell.len == 0 || cell_bare(cell).len == 0;
}

static bool all_empty(const struct csv_record *record)
{
    for (size_t i = 0; i < record->count; i++) {
        if (!is_empty(record->cells[i]))
            return false;
    }
    return true;
}

/* Does the row have a cell for each column that is asked for, and nothing beside? Columns of
 * notes and labels may be missing at its end: spreadsheets leave separators out there when a
 * column has been empty for some rows. */
static bool check_width(const struct header *header, const struct csv_record *record,
                        struct finding *found)
{
    if (record->count < header->needed)
        return finding_set(found, ISSUE_MISSING_CELL, (unsigned)record->count + 1,
                           record->cells[record->count - 1], "%zu", header->needed - record->count);
    for (size_t i = 0; i < record->count; i++) {
        bool headed = i < header->count && header->kinds[i] != COLUMN_EMPTY;
        if (!headed && !is_empty(record->cells[i]))
            return finding_set(found, ISSUE_EXTRA_CELL, (unsigned)i + 1, record->cells[i], "%s",
                               "");
    }
    return true;
}

static struct cell cell_of(const struct rows *rows, const struct csv_record *record,
                           enum column column)
{
    int at = rows->header->at[column];
    if (at < 0)
        return (struct cell){0};
    struct sv text = (size_t)at < record->count ? record->cells[at] : (struct sv){0};
    if (is_empty(text)) /* as it is, but for a merged cell */
        text = buf_sv(&rows->above[column]).len > 0 ? buf_sv(&rows->above[column]) : text;
    return (struct cell){text, (unsigned)at + 1};
}

/* With fill_down, keeps what a merged cell below would mean. */
static void remember_cells(struct rows *rows, const struct csv_record *record)
{
    static const enum column merged[] = {COLUMN_SCHOOL, COLUMN_SCHOOL_NAME, COLUMN_TARGET,
                                         COLUMN_TARGET_NAME, COLUMN_DATE};
    for (size_t i = 0; rows->checks.options->fill_down && i < COUNT_OF(merged); i++) {
        struct cell cell = cell_of(rows, record, merged[i]);
        if (is_empty(cell.text) || cell.text.data == rows->above[merged[i]].data)
            continue;
        buf_clear(&rows->above[merged[i]]);
        buf_add(&rows->above[merged[i]], cell.text);
    }
}

/* ---- one report ------------------------------------------------------------------------------ */

/* What a row says, its cells at hand for findings. */
struct report {
    const struct csv_record *record;
    struct intake_row row;
    struct cell value;
};

static bool warn(struct rows *rows, const struct csv_record *record, enum issue_code code,
                 struct cell cell, const char *detail)
{
    struct finding found;
    finding_set(&found, code, cell.column, cell.text, "%s", detail);
    return tell(rows, record, &found);
}

static bool warn_serial(struct rows *rows, const struct csv_record *record, struct cell cell,
                        daynum day)
{
    char text[DATE_TEXT_MAX];
    return warn(rows, record, ISSUE_SERIAL_DATE, cell, date_format(day, text));
}

/* Cleans the note into the row. */
static bool take_note(struct rows *rows, struct report *report)
{
    struct cell note = cell_of(rows, report->record, COLUMN_NOTE);
    if (rows->header->wide || is_empty(note.text))
        return true;
    bool as_is = note_clean(&rows->note, note.text);
    report->row.note = buf_sv(&rows->note);
    return as_is || warn(rows, report->record, ISSUE_NOTE_CLEANED, note, "");
}

static void count(struct import_result *result, enum intake_outcome outcome)
{
    result->fresh += outcome == INTAKE_NEW;
    result->changed += outcome == INTAKE_CHANGED;
    result->same += outcome == INTAKE_SAME;
}

/* Hands a checked row to the sink, unless its key was taken before. */
static bool put(struct rows *rows, struct report *report)
{
    const struct import_options *options = rows->checks.options;
    struct intake_row *row = &report->row;
    struct finding found;
    unsigned taken = key_set_line(&rows->keys, row->target, row->school, row->date);
    if (taken != 0) {
        finding_set(&found, ISSUE_REPEATED_KEY, report->value.column, report->value.text, "%u",
                    taken);
        return reject(rows, report->record, &found, 1);
    }
    enum intake_outcome outcome;
    if (!take_note(rows, report) ||
        !rows->sink->put(rows->sink->context, row, options->allow_decrease, &outcome, rows->err))
        return false;
    if (outcome == INTAKE_DECREASED) {
        finding_set(&found, ISSUE_DECREASE, report->value.column, report->value.text, "%s",
                    rows->checks.plan->targets[row->target].code);
        return reject(rows, report->record, &found, 1);
    }
    key_set_add(&rows->keys, row->target, row->school, row->date, row->line);
    count(rows->result, outcome);
    return true;
}

/* ---- long form ------------------------------------------------------------------------------- */

static bool check_long(const struct rows *rows, struct report *report, bool *serial,
                       struct finding *found)
{
    const struct checks *checks = &rows->checks;
    const struct csv_record *record = report->record;
    struct intake_row *row = &report->row;
    struct cell target = cell_of(rows, record, COLUMN_TARGET);
    return check_school(checks, cell_of(rows, record, COLUMN_SCHOOL), &row->school, found) &&
           check_target(checks, target, &row->target, found) &&
           check_scope(checks, target, row->target, row->school, found) &&
           check_date(checks, cell_of(rows, record, COLUMN_DATE), &row->date, serial, found) &&
           check_value(checks, row->target, report->value, cell_of(rows, record, COLUMN_OF),
                       &row->value, &row->of, found);
}

static bool take_long(struct rows *rows, const struct csv_record *record)
{
    struct report report = {
        .record = record,
        .row = {.line = record->line},
        .value = cell_of(rows, record, COLUMN_VALUE),
    };
    struct finding found;
    bool serial;
    if (is_empty(report.value.text))
        return true;
    rows->result->rows++;
    if (!check_long(rows, &report, &serial, &found))
        return reject(rows, record, &found, 1);
    if (serial && !warn_serial(rows, record, cell_of(rows, record, COLUMN_DATE), report.row.date))
        return false;
    return put(rows, &report);
}

/* ---- wide form ------------------------------------------------------------------------------- */

static int64_t count_values(const struct header *header, const struct csv_record *record)
{
    int64_t values = 0;
    for (size_t i = 0; i < header->count && i < record->count; i++)
        values += header->targets[i] >= 0 && !is_empty(record->cells[i]);
    return values;
}

/* Takes one cell of a wide row; `unit` has its school and date. */
static bool take_cell(struct rows *rows, const struct csv_record *record, size_t at,
                      const struct intake_row *unit)
{
    struct report report = {.record = record, .row = *unit};
    struct finding found;
    report.value = (struct cell){record->cells[at], (unsigned)at + 1};
    report.row.target = rows->header->targets[at];
    if (!check_scope(&rows->checks, report.value, report.row.target, report.row.school, &found) ||
        !check_value(&rows->checks, report.row.target, report.value, (struct cell){0},
                     &report.row.value, &report.row.of, &found))
        return reject(rows, record, &found, 1);
    return put(rows, &report);
}

static bool take_wide(struct rows *rows, const struct csv_record *record)
{
    const struct header *header = rows->header;
    struct intake_row unit = {.line = record->line};
    struct cell date = cell_of(rows, record, COLUMN_DATE);
    struct finding found;
    bool serial;
    int64_t values = count_values(header, record);
    if (values == 0)
        return true;
    rows->result->rows += values;
    if (!check_school(&rows->checks, cell_of(rows, record, COLUMN_SCHOOL), &unit.school, &found) ||
        !check_date(&rows->checks, date, &unit.date, &serial, &found))
        return reject(rows, record, &found, values);
    if (serial && !warn_serial(rows, record, date, unit.date))
        return false;
    for (size_t i = 0; i < header->count && i < record->count; i++) {
        if (header->targets[i] >= 0 && !is_empty(record->cells[i]) &&
            !take_cell(rows, record, i, &unit))
            return false;
    }
    return true;
}

bool rows_take(struct rows *rows, const struct csv_record *record)
{
    struct finding found;
    if (all_empty(record))
        return true;
    if (!check_width(rows->header, record, &found)) {
        rows->result->rows++;
        return reject(rows, record, &found, 1);
    }
    remember_cells(rows, record);
    return rows->header->wide ? take_wide(rows, record) : take_long(rows, record);
}

void rows_end(struct rows *rows)
{
    key_set_free(&rows->keys);
    buf_free(&rows->note);
    buf_free(&rows->text);
    for (size_t i = 0; i < COUNT_OF(rows->above); i++)
        buf_free(&rows->above[i]);
}
