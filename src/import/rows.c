#include "import/rows.h"

#include <stdio.h>
#include <string.h>

#include "import/cell.h"
#include "import/note.h"
#include "import/row_key.h"
#include "import/total_row.h"

/* ---- findings -------------------------------------------------------------------------------- */

static bool tell(struct rows *rows, unsigned line, const struct finding *found, struct err *err)
{
    rows->result->warnings += issue_is_warning(found->code);
    return findings_add(&rows->findings, line, found, err);
}

/* Counts `count` reports of the unit as lost, for one reason. */
static bool reject(struct rows *rows, const struct intake_row *unit, struct finding *found,
                   int64_t count, struct err *err)
{
    rows->result->rejected += count;
    found->target = unit->target;
    found->school = unit->school;
    found->reports = count;
    return tell(rows, unit->line, found, err);
}

/* Where nothing is known of a row yet. */
static struct intake_row unit_of(const struct csv_record *record)
{
    return (struct intake_row){.target = -1, .school = -1, .line = record->line};
}

bool rows_fault(struct rows *rows, const struct csv_record *record, struct err *err)
{
    const struct intake_row unit = unit_of(record);
    struct finding found;
    finding_set(&found, record->fault, record->column, record->raw, "%s", "");
    rows->result->rows++;
    return reject(rows, &unit, &found, 1, err);
}

bool rows_warn_header(struct rows *rows, const struct csv_record *record, struct err *err)
{
    for (size_t i = 0; i < record->count; i++) {
        struct finding found;
        if (rows->header->kinds[i] != COLUMN_UNKNOWN || rows->header->targets[i] >= 0)
            continue;
        finding_set(&found, ISSUE_UNKNOWN_COLUMN, (unsigned)i + 1, record->cells[i], "%s", "");
        if (!tell(rows, record->line, &found, err))
            return false;
    }
    return true;
}

/* Tells of a row of totals, which holds no reports. */
static bool tell_total(struct rows *rows, const struct csv_record *record, int at, struct err *err)
{
    struct finding found;
    finding_set(&found, ISSUE_TOTAL_ROW, (unsigned)at + 1, record->cells[at], "%s", "");
    return tell(rows, record->line, &found, err);
}

/* Rejects a row with all its reports, unless it holds totals, which are none. */
static bool reject_row(struct rows *rows, const struct csv_record *record,
                       const struct intake_row *unit, struct finding *found, int64_t count,
                       struct err *err)
{
    int at = total_row_at(rows->header, record);
    if (at < 0)
        return reject(rows, unit, found, count, err);
    rows->result->rows -= count;
    return tell_total(rows, record, at, err);
}

/* ---- the shape of a row ---------------------------------------------------------------------- */

static bool all_empty(const struct csv_record *record)
{
    for (size_t i = 0; i < record->count; i++) {
        if (!cell_is_empty(record->cells[i]))
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
        if (!headed && !cell_is_empty(record->cells[i]))
            return finding_set(found, ISSUE_EXTRA_CELL, (unsigned)i + 1, record->cells[i], "%s",
                               "");
    }
    return true;
}

static inline struct cell cell_of(const struct rows *rows, const struct csv_record *record,
                                  enum column column)
{
    int at = rows->header->at[column];
    if (at < 0)
        return (struct cell){0};
    struct sv text = (size_t)at < record->count ? record->cells[at] : (struct sv){0};
    if (rows->above[column].len > 0 && cell_is_empty(text))
        text = buf_sv(&rows->above[column]); /* a merged cell */
    return (struct cell){text, (unsigned)at + 1};
}

/* With fill_down, keeps what a merged cell below would mean. */
static void remember_cells(struct rows *rows, const struct csv_record *record)
{
    static const enum column merged[] = {COLUMN_SCHOOL, COLUMN_SCHOOL_NAME, COLUMN_TARGET,
                                         COLUMN_TARGET_NAME, COLUMN_DATE};
    for (size_t i = 0; rows->checks.options->fill_down && i < COUNT_OF(merged); i++) {
        struct cell cell = cell_of(rows, record, merged[i]);
        if (cell_is_empty(cell.text) || cell.text.data == rows->above[merged[i]].data)
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
                 struct cell cell, const char *detail, struct err *err)
{
    struct finding found;
    finding_set(&found, code, cell.column, cell.text, "%s", detail);
    return tell(rows, record->line, &found, err);
}

static bool warn_serial(struct rows *rows, const struct csv_record *record, struct cell cell,
                        daynum day, struct err *err)
{
    char text[DATE_TEXT_MAX];
    return warn(rows, record, ISSUE_SERIAL_DATE, cell, date_format(day, text), err);
}

/* Cleans the note into the row. */
static bool take_note(struct rows *rows, struct report *report, struct err *err)
{
    struct cell note = cell_of(rows, report->record, COLUMN_NOTE);
    if (rows->header->wide || cell_is_empty(note.text))
        return true;
    bool as_is = note_clean(&rows->note, note.text);
    report->row.note = buf_sv(&rows->note);
    return as_is || warn(rows, report->record, ISSUE_NOTE_CLEANED, note, "", err);
}

/* A report as it waits for its turn. It is packed, as there may be many: line, column, value, with
 * a total that, and then the note's bytes. */
struct waiting {
    amount value, of;
    unsigned line, column;
};

enum {
    COLUMN_OF_WAITING = sizeof(uint32_t),
    VALUE_OF_WAITING = COLUMN_OF_WAITING + sizeof(uint16_t),
    OF_OF_WAITING = VALUE_OF_WAITING + sizeof(amount),
    WAITING_MAX = OF_OF_WAITING + sizeof(amount),
    WITH_OF = 0x8000 /* in the column */
};

static size_t pack(const struct waiting *waiting, char out[WAITING_MAX])
{
    bool with_of = waiting->of != AMOUNT_NONE;
    uint32_t line = waiting->line;
    uint16_t column = (uint16_t)(waiting->column | (with_of ? WITH_OF : 0));
    memcpy(out, &line, sizeof(line));
    memcpy(out + COLUMN_OF_WAITING, &column, sizeof(column));
    memcpy(out + VALUE_OF_WAITING, &waiting->value, sizeof(amount));
    memcpy(out + OF_OF_WAITING, &waiting->of, sizeof(amount));
    return with_of ? WAITING_MAX : OF_OF_WAITING;
}

/* Returns the note. */
static struct sv unpack(struct sv record, struct waiting *out)
{
    uint32_t line;
    uint16_t column;
    memcpy(&line, record.data, sizeof(line));
    memcpy(&column, record.data + COLUMN_OF_WAITING, sizeof(column));
    memcpy(&out->value, record.data + VALUE_OF_WAITING, sizeof(amount));
    out->line = line;
    out->column = column & ~(unsigned)WITH_OF;
    out->of = AMOUNT_NONE;
    if (!(column & WITH_OF))
        return sv_skip(record, OF_OF_WAITING);
    memcpy(&out->of, record.data + OF_OF_WAITING, sizeof(amount));
    return sv_skip(record, WAITING_MAX);
}

/* Keeps a checked row until all are there. */
static bool keep(struct rows *rows, struct report *report, struct err *err)
{
    char packed[WAITING_MAX] = {0};
    const struct intake_row *row = &report->row;
    if (!take_note(rows, report, err))
        return false;
    const struct waiting waiting = {row->value, row->of, row->line, report->value.column};
    return sorter_add(&rows->reports, row_key(row->target, row->school, row->date),
                      (struct sv){packed, pack(&waiting, packed)}, row->note, err);
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

/* A row that is rejected for its school counts under its target all the same. */
static void note_target(const struct rows *rows, struct report *report)
{
    struct finding unused;
    struct cell target = cell_of(rows, report->record, COLUMN_TARGET);
    if (report->row.target < 0 &&
        !check_target(&rows->checks, target, &report->row.target, &unused))
        report->row.target = -1;
}

static bool take_long(struct rows *rows, const struct csv_record *record, struct err *err)
{
    struct report report = {
        .record = record,
        .row = unit_of(record),
        .value = cell_of(rows, record, COLUMN_VALUE),
    };
    struct finding found;
    bool serial;
    if (cell_is_empty(report.value.text))
        return true;
    rows->result->rows++;
    if (!check_long(rows, &report, &serial, &found)) {
        note_target(rows, &report);
        return reject_row(rows, record, &report.row, &found, 1, err);
    }
    if (serial &&
        !warn_serial(rows, record, cell_of(rows, record, COLUMN_DATE), report.row.date, err))
        return false;
    return keep(rows, &report, err);
}

/* ---- wide form ------------------------------------------------------------------------------- */

/* Takes one cell of a wide row; `unit` has its school and date. */
static bool take_cell(struct rows *rows, const struct csv_record *record, size_t at,
                      const struct intake_row *unit, struct err *err)
{
    struct report report = {.record = record, .row = *unit};
    struct finding found;
    report.value = (struct cell){record->cells[at], (unsigned)at + 1};
    report.row.target = rows->header->targets[at];
    if (!check_scope(&rows->checks, report.value, report.row.target, report.row.school, &found) ||
        !check_value(&rows->checks, report.row.target, report.value, (struct cell){0},
                     &report.row.value, &report.row.of, &found))
        return reject(rows, &report.row, &found, 1, err);
    return keep(rows, &report, err);
}

static bool take_wide(struct rows *rows, const struct csv_record *record, struct err *err)
{
    const struct header *header = rows->header;
    struct intake_row unit = unit_of(record);
    struct cell date = cell_of(rows, record, COLUMN_DATE);
    struct finding found;
    bool serial;
    int64_t values = (int64_t)header_values(header, record, NULL);
    if (values == 0)
        return true;
    rows->result->rows += values;
    if (!check_school(&rows->checks, cell_of(rows, record, COLUMN_SCHOOL), &unit.school, &found) ||
        !check_date(&rows->checks, date, &unit.date, &serial, &found))
        return reject_row(rows, record, &unit, &found, values, err);
    if (serial && !warn_serial(rows, record, date, unit.date, err))
        return false;
    for (size_t i = 0; i < header->count && i < record->count; i++) {
        if (header->targets[i] >= 0 && !cell_is_empty(record->cells[i]) &&
            !take_cell(rows, record, i, &unit, err))
            return false;
    }
    return true;
}

bool rows_take(struct rows *rows, const struct csv_record *record, struct err *err)
{
    const struct intake_row unit = unit_of(record);
    struct finding found;
    if (all_empty(record))
        return true;
    if (total_row_labelled(rows->header, record))
        return tell_total(rows, record, total_row_at(rows->header, record), err);
    if (!check_width(rows->header, record, &found)) {
        rows->result->rows++;
        return reject_row(rows, record, &unit, &found, 1, err);
    }
    remember_cells(rows, record);
    return rows->header->wide ? take_wide(rows, record, err) : take_long(rows, record, err);
}

/* ---- into the sink --------------------------------------------------------------------------- */

/* Gets the report whose turn is next. */
static bool hold(struct rows *rows, struct err *err)
{
    struct sv record;
    if (!sorter_next(&rows->reports, &rows->held_key, &record, &rows->holds, err))
        return false;
    buf_clear(&rows->held);
    if (rows->holds)
        buf_add(&rows->held, record);
    return true;
}

bool rows_sort(struct rows *rows, struct err *err)
{
    check_forget(&rows->meanings); /* it may wait for long, and others with it */
    return sorter_sort(&rows->reports, err) && hold(rows, err);
}

static void count(struct import_result *result, enum intake_outcome outcome)
{
    result->fresh += outcome == INTAKE_NEW;
    result->changed += outcome == INTAKE_CHANGED;
    result->same += outcome == INTAKE_SAME;
}

/* The cell is that of the row; it is not at hand any more. */
static bool reject_late(struct rows *rows, uint64_t key, const struct waiting *waiting,
                        enum issue_code code, const char *detail, struct err *err)
{
    const struct intake_row unit = {
        .target = row_key_target(key), .school = row_key_school(key), .line = waiting->line};
    struct finding found;
    finding_set(&found, code, waiting->column, (struct sv){0}, "%s", detail);
    return reject(rows, &unit, &found, 1, err);
}

/* Days from a key to the one that is held, if that is of the same school and target; else 0. */
static int next_in(const struct rows *rows, uint64_t key)
{
    bool same = rows->holds && row_key_unit(rows->held_key) == row_key_unit(key);
    return same ? row_key_date(rows->held_key) - row_key_date(key) : 0;
}

static bool put_row(struct rows *rows, const struct intake_sink *sink, uint64_t key,
                    const struct waiting *waiting, struct sv note, struct err *err)
{
    enum intake_outcome outcome;
    const struct intake_row row = {
        .target = row_key_target(key),
        .school = row_key_school(key),
        .date = row_key_date(key),
        .value = waiting->value,
        .of = waiting->of,
        .note = note,
        .line = waiting->line,
        .next_in = next_in(rows, key),
    };
    if (!sink->put(sink->context, &row, rows->checks.options->allow_decrease, &outcome, err))
        return false;
    const struct target *target = &rows->checks.plan->targets[row.target];
    bool share = target->measure == MEASURE_SHARE;
    if (outcome == INTAKE_DECREASED)
        return reject_late(rows, key, waiting, share ? ISSUE_SHARE_DECREASE : ISSUE_DECREASE,
                           target->code, err);
    rows->key = key;
    rows->key_line = row.line;
    count(rows->result, outcome);
    return true;
}

bool rows_put(struct rows *rows, const struct intake_sink *sink, bool *more, struct err *err)
{
    struct waiting waiting;
    *more = rows->holds;
    if (!*more)
        return true;
    uint64_t key = rows->held_key;
    struct buf record = rows->held; /* the next one goes into the other's memory */
    rows->held = rows->taken;
    rows->taken = record;
    struct sv note = unpack(buf_sv(&rows->taken), &waiting);
    if (!hold(rows, err))
        return false;
    if (rows->key_line == 0 || rows->key != key)
        return put_row(rows, sink, key, &waiting, note, err);
    char line[16];
    snprintf(line, sizeof(line), "%u", rows->key_line);
    return reject_late(rows, key, &waiting, ISSUE_REPEATED_KEY, line, err);
}

void rows_end(struct rows *rows)
{
    check_forget(&rows->meanings);
    sorter_free(&rows->reports);
    findings_free(&rows->findings);
    buf_free(&rows->note);
    buf_free(&rows->held);
    buf_free(&rows->taken);
    for (size_t i = 0; i < COUNT_OF(rows->above); i++)
        buf_free(&rows->above[i]);
}
