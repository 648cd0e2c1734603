#include "app/takein.h"

#include <stdlib.h>
#include <unistd.h>

#include "app/rejects.h"
#include "app/tallies.h"
#include "duban/i18n.h"

struct takein {
    struct session *session;
    struct takein_options options;
    struct arena *arena;
    struct taken_file *out;
    struct import *import;
    bool read;                  /* all of it, and the batch is next */
    struct store_import *batch; /* NULL: not begun, or ended */
    struct intake_sink sink, counted;
    struct issue_sink issues_sink;
    struct tallies tallies;
    struct rejects rejects;
    struct taken_issue *issues; /* in the arena, room for issue_room */
    size_t issue_room;
    size_t stored;     /* findings in the batch */
    const char *given; /* in the arena */
};

static struct issue_row keep_row(struct arena *arena, const char *file, const struct issue *issue)
{
    return (struct issue_row){
        .code = issue_word(issue->code),
        .file = file,
        .line = issue->line,
        .column = issue->column,
        .text = arena_text(arena, sv_from(issue->text)),
        .raw = arena_text(arena, sv_from(issue->raw)),
    };
}

static void keep_issue(struct takein *work, const struct taken_issue *issue)
{
    struct taken_file *out = work->out;
    work->issues = arena_room(work->arena, work->issues, out->issue_count, &work->issue_room,
                              sizeof(*work->issues));
    out->issues = work->issues;
    work->issues[out->issue_count++] = *issue;
}

/* Counts a rejected row, hands it back to the clerk, and keeps it with the batch. */
static bool put_rejected(struct takein *work, const struct issue *issue,
                         const struct issue_row *row, struct err *err)
{
    tallies_reject(&work->tallies, issue);
    if (work->rejects.path && !rejects_add(&work->rejects, issue, import_result(work->import), err))
        return false;
    return work->stored++ >= TAKEN_ISSUES_MAX || store_import_issue(work->batch, row, err);
}

static bool put_issue(void *context, const struct issue *issue, struct err *err)
{
    struct takein *work = context;
    struct arena passing = {0};
    bool kept = work->out->issue_count < work->options.issues_max;
    const struct taken_issue told = {
        .warning = issue_is_warning(issue->code),
        .row = keep_row(kept ? work->arena : &passing, work->out->name, issue),
    };
    if (kept)
        keep_issue(work, &told);
    else
        work->out->issues_beyond++;
    if (work->options.tell)
        work->options.tell(work->options.context, &told);
    bool ok = told.warning || put_rejected(work, issue, &told.row, err);
    arena_free(&passing);
    return ok;
}

bool takein_read_options(const struct session *session, const char *name,
                         struct takein_options *out, struct err *err)
{
    const struct options *options = session->options;
    *out = (struct takein_options){
        .import =
            {
                .name = name,
                .encoding = options->value[OPTION_ENCODING],
                .as_of = session->as_of,
                .school = session->own_school, /* a clerk's; the store refuses the others */
                .allow_decrease = options->value[OPTION_ALLOW_DECREASE] != NULL,
                .fill_down = options->value[OPTION_FILL_DOWN] != NULL,
            },
        .dry_run = options->value[OPTION_DRY_RUN] != NULL,
        .strict = options->value[OPTION_STRICT] != NULL,
        .rejects = options->value[OPTION_REJECTS],
        .issues_max = TAKEN_ISSUES_MAX,
    };
    const char *code = options->value[OPTION_SCHOOL];
    return session_date(session, OPTION_DATE, DAY_NONE, &out->import.date, err) &&
           (!code || session_school(session, code, &out->import.school, err));
}

/* Takes everything of the batch back; what went wrong before that is what is told. */
static void drop_batch(struct takein *work)
{
    const struct import_counts none = {.encoding = ""};
    struct err unused;
    bool rolled_back = store_import_end(work->batch, false, &none, NULL, &unused);
    (void)rolled_back; /* there is nothing else to try */
    work->batch = NULL;
}

static enum taken_as judge(const struct takein_options *options, const struct taken_file *file)
{
    if (options->strict && file->rejected > 0)
        return TAKEN_REFUSED;
    if (file->fresh + file->changed + file->same == 0)
        return TAKEN_NOTHING;
    return options->dry_run ? TAKEN_DRY : TAKEN_IN;
}

static void copy_result(struct takein *work)
{
    const struct import_result *result = import_result(work->import);
    struct taken_file *out = work->out;
    out->encoding = result->encoding;
    out->separator = result->separator;
    out->wide = result->wide;
    out->rows = result->rows;
    out->fresh = result->fresh;
    out->changed = result->changed;
    out->same = result->same;
    out->rejected = result->rejected;
    out->warnings = result->warnings;
    if (work->tallies.sink) {
        out->targets = tallies_targets(&work->tallies, work->arena);
        out->schools = tallies_schools(&work->tallies, work->arena);
    }
}

/* Ends the batch; with `keep` it is in. */
static bool end_batch(struct takein *work, bool keep, struct err *err)
{
    struct taken_file *out = work->out;
    const struct import_counts counts = {
        .encoding = out->encoding,
        .rows = out->rows,
        .fresh = out->fresh,
        .changed = out->changed,
        .same = out->same,
        .rejected = out->rejected,
    };
    struct store_import *batch = work->batch;
    int64_t id = 0;
    work->batch = NULL;
    if (!store_import_end(batch, keep, &counts, &id, err))
        return false;
    out->import = keep ? id : 0;
    return true;
}

/* Ends the batch as the counts and the options say. */
static bool finish(struct takein *work, struct err *err)
{
    struct taken_file *out = work->out;
    const char *rejects = work->rejects.path;
    enum taken_as as = judge(&work->options, out);
    if (rejects && !rejects_write(&work->rejects, import_result(work->import), err))
        return false;
    bool written = rejects && work->rejects.count > 0;
    if (!end_batch(work, as == TAKEN_IN, err)) {
        if (written)
            unlink(rejects); /* it was made a moment ago, for a batch that is not there */
        return false;
    }
    out->as = as;
    if (written)
        out->rejects = arena_text(work->arena, sv_from(rejects));
    if (as == TAKEN_NOTHING && out->rejected > 0)
        return err_at(err, ERR_DATA, out->name, 0, 0,
                      _("every row was rejected; mend the cells named above and send it again"));
    return true;
}

/* What was said beside the file and changes what it means, as options. */
static const char *given_text(struct takein *work)
{
    const struct import_options *import = &work->options.import;
    struct buf text = {0};
    char date[DATE_TEXT_MAX];
    if (import->school >= 0)
        buf_printf(&text, " --school %s", work->session->plan->schools[import->school].code);
    if (import->date != DAY_NONE)
        buf_printf(&text, " --date %s", date_format(import->date, date));
    if (import->encoding)
        buf_printf(&text, " --encoding %s", import_result(work->import)->encoding);
    if (import->fill_down)
        buf_puts(&text, " --fill-down");
    if (import->allow_decrease)
        buf_puts(&text, " --allow-decrease");
    const char *given = arena_text(work->arena, sv_skip(buf_sv(&text), 1));
    buf_free(&text);
    return given;
}

static struct import_source source_of(const struct takein *work)
{
    return (struct import_source){
        .name = work->out->name, .sha256 = work->out->sha256, .given = work->given};
}

/* The bytes are known: were they taken in before? Then it is done with. */
static bool look_up(struct takein *work, struct import_progress *progress, struct err *err)
{
    struct taken_file *out = work->out;
    const struct import_source source = source_of(work);
    if (!store_import_seen(work->session->store, &source, &out->import, err))
        return false;
    if (out->import != 0) {
        out->as = TAKEN_SEEN;
        progress->stage = IMPORT_DONE;
    }
    return true;
}

/* Begins the batch that takes in, or only judges, what was read; unless somebody was quicker with
 * the same bytes. */
static bool begin(struct takein *work, bool judged, struct import_progress *progress,
                  struct err *err)
{
    struct session *session = work->session;
    work->read = false;
    if (!look_up(work, progress, err))
        return false;
    if (work->out->as == TAKEN_SEEN)
        return true;
    struct import_source source = source_of(work);
    source.judged = judged;
    struct actor actor = session_actor(session);
    if (!store_import_begin(session->store, session->plan, &source, &actor, &work->batch,
                            &work->sink, err))
        return false;
    work->counted = tallies_open(&work->tallies, session->plan, &work->sink);
    work->issues_sink = (struct issue_sink){work, put_issue};
    import_set_sinks(work->import, &work->counted, &work->issues_sink);
    return true;
}

static bool step(struct takein *work, int budget_ms, struct import_progress *progress,
                 struct err *err)
{
    if (work->read) {
        if (!begin(work, false, progress, err))
            return false;
        if (work->out->as == TAKEN_SEEN)
            return true;
    }
    if (!import_step(work->import, budget_ms, progress, err))
        return false;
    switch (progress->stage) {
    case IMPORT_SCANNED:
        work->out->sha256 = arena_text(work->arena, sv_from(import_result(work->import)->sha256));
        work->given = given_text(work);
        return look_up(work, progress, err);
    case IMPORT_READ:
        work->read = true;
        return true;
    case IMPORT_DONE:
        copy_result(work);
        return finish(work, err);
    default:
        return true;
    }
}

/* The result of a step: what is known of a file that fails is told all the same. */
static bool stepped(struct takein *work, bool ok, const struct err *err)
{
    if (ok)
        return true;
    copy_result(work);
    work->out->err = *err;
    return false;
}

bool takein_step(struct takein *work, int budget_ms, struct import_progress *progress,
                 struct err *err)
{
    return stepped(work, step(work, budget_ms, progress, err), err);
}

bool takein_stands_apart(const struct takein *work)
{
    const struct takein_options *options = &work->options;
    return options->dry_run || (options->strict && import_result(work->import)->rejected > 0);
}

bool takein_next_series(const struct takein *work, uint64_t *series)
{
    return import_next_series(work->import, series);
}

bool takein_begin(struct takein *work, bool judged, struct import_progress *progress,
                  struct err *err)
{
    return stepped(work, begin(work, judged, progress, err), err);
}

bool takein_put_series(struct takein *work, struct err *err)
{
    return stepped(work, import_put_series(work->import, err), err);
}

struct taken_file takein_nothing(const char *name)
{
    return (struct taken_file){
        .name = name,
        .as = TAKEN_UNUSABLE,
        .sha256 = "",
        .encoding = "",
        .rejects = "",
        .school = "",
        .moved = "",
    };
}

size_t takein_issues_left(const struct taken_file *files, size_t count)
{
    size_t left = TAKEN_ISSUES_MAX;
    for (size_t i = 0; i < count; i++)
        left -= files[i].issue_count < left ? files[i].issue_count : left;
    return left;
}

static struct taken_parts keep_parts(const struct taken_parts *parts, struct arena *arena)
{
    struct taken_part *rows = arena_array(arena, parts->count, sizeof(*rows));
    for (size_t i = 0; i < parts->count; i++)
        rows[i] = parts->rows[i];
    return (struct taken_parts){rows, parts->count};
}

struct taken_issue takein_issue(const struct taken_issue *issue, struct arena *arena)
{
    struct taken_issue kept = *issue;
    kept.row.text = arena_text(arena, sv_from(issue->row.text));
    kept.row.raw = arena_text(arena, sv_from(issue->row.raw));
    return kept;
}

void takein_keep(struct taken_file *file, size_t issues_max, struct arena *arena)
{
    size_t count = file->issue_count < issues_max ? file->issue_count : issues_max;
    struct taken_issue *issues = arena_array(arena, count, sizeof(*issues));
    for (size_t i = 0; i < count; i++)
        issues[i] = takein_issue(&file->issues[i], arena);
    file->issues_beyond += (int64_t)(file->issue_count - count);
    file->issues = issues;
    file->issue_count = count;
    file->targets = keep_parts(&file->targets, arena);
    file->schools = keep_parts(&file->schools, arena);
    file->sha256 = arena_text(arena, sv_from(file->sha256));
    file->rejects = arena_text(arena, sv_from(file->rejects));
}

struct takein *takein_open(struct session *session, const struct import_input *input,
                           const struct takein_options *options, struct arena *arena,
                           struct taken_file *file, struct err *err)
{
    struct takein *work = xcalloc(1, sizeof(*work));
    *work = (struct takein){.session = session,
                            .options = *options,
                            .arena = arena,
                            .out = file,
                            .rejects = {.path = options->rejects}};
    *file = takein_nothing(options->import.name);
    if (import_open(input, session->plan, &work->options.import, &work->import, err))
        return work;
    file->err = *err;
    free(work);
    return NULL;
}

void takein_close(struct takein *work)
{
    if (!work)
        return;
    if (work->batch)
        drop_batch(work);
    import_close(work->import);
    tallies_close(&work->tallies);
    rejects_free(&work->rejects);
    free(work);
}
