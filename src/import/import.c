#include "duban/import.h"

#include <stdlib.h>

#include "duban/clock.h"
#include "duban/i18n.h"
#include "duban/mem.h"
#include "import/issue.h"
#include "import/row_key.h"
#include "import/rows.h"
#include "import/scan.h"
#include "import/source.h"

enum { UNIT_RECORDS = 256, UNIT_FINDINGS = 64, SMALL_FILE = 64 * 1024, TITLES_MAX = 5 };

struct import {
    struct import_input input;
    struct import_options options;
    enum import_stage stage;
    struct import_result result;
    struct scan *scan;
    struct scanned found;

    struct source *source; /* NULL: nothing is being read */
    struct header header;
    struct buf header_row; /* as it stands in the file */
    struct rows rows;

    const struct intake_sink *sink;
    const struct issue_sink *issues;
    int64_t put, told;
    int permille;
};

/* A date for the whole file is wrong once, not in each row. */
static bool check_options(const struct plan *plan, const struct import_options *options,
                          struct err *err)
{
    char date[DATE_TEXT_MAX];
    if (options->date == DAY_NONE)
        return true;
    date_format(options->date, date);
    if (options->date < plan->starts || options->date > plan->ends)
        return err_set(err, ERR_USAGE,
                       _("the date given, %s, lies outside the plan's year; "
                         "correct it"),
                       date);
    if (options->date > options->as_of)
        return err_set(err, ERR_USAGE,
                       _("the date given, %s, is later than the day this is "
                         "judged on; correct it"),
                       date);
    return true;
}

bool import_open(const struct import_input *input, const struct plan *plan,
                 const struct import_options *options, struct import **out, struct err *err)
{
    if (!check_options(plan, options, err))
        return false;
    if (input->size > IMPORT_FILE_MAX)
        return err_at(err, ERR_DATA, options->name, 0, 0,
                      _("the file is larger than 1 GiB; split it"));
    struct import *import = xcalloc(1, sizeof(*import));
    import->input = *input;
    import->options = *options;
    import->result.encoding = "";
    import->scan = scan_open(&import->input, options->name, options->encoding);
    import->rows.checks.plan = plan;
    import->rows.checks.options = &import->options;
    import->rows.checks.meanings = options->meanings ? options->meanings : &import->rows.meanings;
    bool small = input->size <= SMALL_FILE;
    import->rows.meanings = (struct import_meanings){{.few = small},
                                                     {.few = small},
                                                     {.few = small }};
    import->rows.header = &import->header;
    import->rows.result = &import->result;
    *out = import;
    return true;
}

/* ---- scan ------------------------------------------------------------------------------------ */

static bool step_scan(struct import *import, struct err *err)
{
    bool done;
    if (!scan_step(import->scan, &done, err))
        return false;
    if (!done)
        return true;
    import->found = *scan_result(import->scan);
    scan_close(import->scan);
    import->scan = NULL;
    for (size_t i = 0; i < IMPORT_SHA256_TEXT; i++)
        import->result.sha256[i] = import->found.sha256[i];
    import->result.encoding = encoding_name(import->found.encoding);
    import->rows.checks.encoding = import->found.encoding;
    import->rows.checks.broken = import->found.broken;
    import->stage = IMPORT_SCANNED;
    return true;
}

/* ---- read ------------------------------------------------------------------------------------ */

static bool open_source(struct import *import, struct err *err)
{
    import->source = source_open(&import->input, &import->found, err);
    return import->source != NULL;
}

static void close_source(struct import *import)
{
    source_close(import->source);
    import->source = NULL;
}

/* The header's record: after a `sep=` line, and after titles, which people put above a table. Where
 * none is found, the record that comes nearest to one, for the message. */
static enum csv_read find_header(struct import *import, struct csv_record *record, struct err *err)
{
    const struct plan *plan = import->rows.checks.plan;
    unsigned nearest = 0;
    bool hinted = false, known = false;
    enum csv_read kind = source_next(import->source, record, err);
    for (int i = 0; kind == CSV_READ_ROW; i++) {
        known = header_known(plan, record);
        if (nearest == 0 || (!hinted && header_hinted(record)))
            nearest = record->line;
        hinted = hinted || header_hinted(record);
        if (known || i == TITLES_MAX)
            break;
        kind = source_next(import->source, record, err);
    }
    if (nearest == 0 || known || kind == CSV_READ_FAILED)
        return kind;
    *record = (struct csv_record){.line = nearest};
    return CSV_READ_ROW;
}

static bool read_header(struct import *import, struct err *err)
{
    const struct import_options *options = &import->options;
    const struct header_given given = {
        .file = options->name,
        .school = options->school >= 0,
        .date = options->date != DAY_NONE,
    };
    struct csv_record record;
    struct rows *rows = &import->rows;
    enum csv_read kind = find_header(import, &record, err);
    import->result.separator = source_separator(import->source);
    if (kind == CSV_READ_FAILED)
        return false;
    if (kind == CSV_READ_END)
        return err_at(err, ERR_DATA, options->name, 0, 0, _("the file has no rows; send it again"));
    if (kind == CSV_READ_FAULT) {
        struct buf text = {0};
        issue_describe(&text, record.fault, "", "");
        err_at(err, ERR_DATA, options->name, record.line, record.column, "%s", buf_text(&text));
        buf_free(&text);
        return false;
    }
    buf_add(&import->header_row, record.raw);
    if (!header_read(&import->header, rows->checks.plan, &record, &given,
                     &import->result.needs_date, err))
        return false;
    import->result.wide = import->header.wide;
    return rows_warn_header(rows, &record, err);
}

/* Reads the header. What comes behind it another thread takes apart, where that is worth one. */
static bool begin_read(struct import *import, struct err *err)
{
    import->stage = IMPORT_READING;
    if (!open_source(import, err) || !read_header(import, err))
        return false;
    if (import->input.size > SMALL_FILE)
        source_go_ahead(import->source);
    return true;
}

static bool step_read(struct import *import, struct err *err)
{
    struct csv_record record;
    struct rows *rows = &import->rows;
    for (int i = 0; i < UNIT_RECORDS; i++) {
        enum csv_read kind = source_next(import->source, &record, err);
        rows->checks.broken = source_broken(import->source);
        if (kind == CSV_READ_FAILED)
            return false;
        if (kind == CSV_READ_END) {
            close_source(import);
            import->stage = IMPORT_READ;
            return rows_sort(rows, err);
        }
        if (!(kind == CSV_READ_FAULT ? rows_fault(rows, &record, err)
                                     : rows_take(rows, &record, err)))
            return false;
    }
    return true;
}

/* ---- put and tell ---------------------------------------------------------------------------- */

bool import_next_series(const struct import *import, uint64_t *series)
{
    *series = row_key_unit(import->rows.held_key);
    return import->rows.holds;
}

bool import_put_series(struct import *import, struct err *err)
{
    uint64_t series, next;
    bool more = import_next_series(import, &series);
    for (next = series; more && next == series; import->put++) {
        if (!rows_put(&import->rows, import->sink, &more, err))
            return false;
        more = import_next_series(import, &next);
    }
    return true;
}

static bool step_put(struct import *import, struct err *err)
{
    bool more = true;
    for (int i = 0; more && i < UNIT_RECORDS; i++, import->put++) {
        if (!rows_put(&import->rows, import->sink, &more, err))
            return false;
    }
    if (more)
        return true;
    import->stage = IMPORT_TELL;
    return findings_sort(&import->rows.findings, err) &&
           (!import->rows.findings.more || open_source(import, err));
}

/* Looks at some more records, and tells what was found in them. */
static bool step_tell(struct import *import, struct err *err)
{
    struct findings *findings = &import->rows.findings;
    struct csv_record record;
    for (int i = 0; findings->more && i < UNIT_FINDINGS; i++) {
        enum csv_read kind = source_next(import->source, &record, err);
        if (kind == CSV_READ_FAILED)
            return false;
        if (kind == CSV_READ_END || record.line > findings->line)
            return err_at(err, ERR_IO, import->options.name, 0, 0,
                          _("the file changed while it was read; send it again"));
        for (; findings->more && findings->line == record.line; import->told++) {
            if (!findings_tell(findings, &record, &import->header, buf_sv(&import->header_row),
                               import->issues, err))
                return false;
        }
    }
    if (!findings->more) {
        close_source(import);
        import->stage = IMPORT_DONE;
    }
    return true;
}

/* ---- steps ----------------------------------------------------------------------------------- */

void import_set_sinks(struct import *import, const struct intake_sink *rows,
                      const struct issue_sink *issues)
{
    import->sink = rows;
    import->issues = issues;
}

/* Goes on by one unit of work. */
static bool step(struct import *import, struct err *err)
{
    switch (import->stage) {
    case IMPORT_SCAN:
        return step_scan(import, err);
    case IMPORT_SCANNED:
        return begin_read(import, err);
    case IMPORT_READING:
        return step_read(import, err);
    case IMPORT_READ:
        if (!import->sink || !import->issues)
            BUG("an import without a sink");
        import->stage = IMPORT_PUT;
        return true;
    case IMPORT_PUT:
        return step_put(import, err);
    case IMPORT_TELL:
        return step_tell(import, err);
    case IMPORT_DONE:
        break;
    }
    return true;
}

/* How much of a hundred the stages take, by their usual length. */
static const struct {
    int from, part;
} shares[] = {
    [IMPORT_SCAN] = {0, 50},   [IMPORT_SCANNED] = {50, 0}, [IMPORT_READING] = {50, 450},
    [IMPORT_READ] = {500, 0},  [IMPORT_PUT] = {500, 450},  [IMPORT_TELL] = {950, 50},
    [IMPORT_DONE] = {1000, 0},
};

static void tell_progress(struct import *import, struct import_progress *out)
{
    *out = (struct import_progress){
        .stage = import->stage,
        .rows = import->result.rows,
        .rejected = import->result.rejected,
        .total = import->input.size,
    };
    if (import->stage == IMPORT_SCAN)
        out->done = scan_at(import->scan);
    if (import->stage == IMPORT_READING)
        out->done = source_at(import->source);
    if (import->stage == IMPORT_PUT) {
        out->done = import->put;
        out->total = import->rows.reports.count;
    }
    if (import->stage == IMPORT_TELL) {
        out->done = import->told;
        out->total = import->rows.findings.sorter.count;
    }
    if (out->done > out->total)
        out->total = out->done;
    int part = out->total > 0 ? (int)(out->done * shares[out->stage].part / out->total) : 0;
    if (shares[out->stage].from + part > import->permille)
        import->permille = shares[out->stage].from + part;
    out->permille = import->permille;
}

static bool is_stop(enum import_stage stage)
{
    return stage == IMPORT_SCANNED || stage == IMPORT_READ || stage == IMPORT_DONE;
}

bool import_step(struct import *import, int budget_ms, struct import_progress *progress,
                 struct err *err)
{
    int64_t end = budget_ms > 0 ? clock_ms() + budget_ms : 0;
    bool ok;
    do {
        ok = step(import, err);
    } while (ok && !is_stop(import->stage) &&
             (budget_ms == IMPORT_NO_BUDGET || (budget_ms > 0 && clock_ms() < end)));
    if (ok)
        tell_progress(import, progress);
    return ok;
}

const struct import_result *import_result(const struct import *import)
{
    return &import->result;
}

void import_close(struct import *import)
{
    if (import->scan)
        scan_close(import->scan);
    close_source(import);
    rows_end(&import->rows);
    buf_free(&import->header_row);
    free(import);
}

bool import_run(const struct import_input *input, const struct plan *plan,
                const struct import_options *options, const struct intake_sink *sink,
                const struct issue_sink *issues, struct import_result *result, struct err *err)
{
    struct import *import;
    struct import_progress progress;
    *result = (struct import_result){.encoding = ""};
    if (!import_open(input, plan, options, &import, err))
        return false;
    import_set_sinks(import, sink, issues);
    bool ok;
    do {
        ok = import_step(import, IMPORT_NO_BUDGET, &progress, err);
    } while (ok && progress.stage != IMPORT_DONE);
    *result = import->result;
    import_close(import);
    return ok;
}
