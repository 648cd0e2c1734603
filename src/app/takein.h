/* takein.h - one file from its bytes into the database, or a rehearsal of that, step by step.
 *
 * What the command, the inbox and the monitor share: the batch begins after the file is read, the
 * rows are counted by target and school, the findings are kept, and the batch ends as the options
 * say. From its beginning to its end the store is locked for other writers.
 *
 * Ownership: all that *file points to lives in `arena`; the input and the arena outlive the work.
 *
 * Example:
 *     struct takein_options options = {.import = {.name = "5.csv", ...}, .dry_run = true};
 *     struct takein *work = takein_open(session, &input, &options, &arena, &file, err);
 *     while (work && (ok = takein_step(work, 50, &progress, err)) && progress.stage != IMPORT_DONE)
 *         ...
 *     takein_close(work);                                  rolls back what is not done
 */
#ifndef APP_TAKEIN_H
#define APP_TAKEIN_H

#include "app/session.h"
#include "duban/import.h"
#include "duban/taken.h"

struct takein_options {
    struct import_options import;
    bool dry_run;        /* nothing is kept */
    bool strict;         /* nothing is kept when any row is rejected */
    const char *rejects; /* write the rejected rows into this new file; NULL: do not */
    size_t issues_max;   /* findings that are kept in *file, at most TAKEN_ISSUES_MAX */
    /* Told of each finding as it is met; NULL: nobody. */
    void (*tell)(void *context, const struct taken_issue *issue);
    void *context;
};

struct takein;

/* The options that the command line gives, for a file of this name. */
MUST_USE bool takein_read_options(const struct session *session, const char *name,
                                  struct takein_options *out, struct err *err) NONNULL;

/* A file of which nothing is known but its name. */
struct taken_file takein_nothing(const char *name) NONNULL;

/* How many more findings may be kept beside those of these files, so that a thousand files take no
 * more memory than one. */
size_t takein_issues_left(const struct taken_file *files, size_t count);

/* A finding with its texts in another arena. */
struct taken_issue takein_issue(const struct taken_issue *issue, struct arena *arena) NONNULL;

/* Moves what *file points to into another arena, of its findings the first so many. */
void takein_keep(struct taken_file *file, size_t issues_max, struct arena *arena) NONNULL;

/* Begins; NULL with *err set when the options are wrong. *file is filled in as the work goes on. */
MUST_USE struct takein *takein_open(struct session *session, const struct import_input *input,
                                    const struct takein_options *options, struct arena *arena,
                                    struct taken_file *file, struct err *err) NONNULL;

/* Goes on for about so many milliseconds (see import_step()), until progress->stage is IMPORT_DONE.
 * At IMPORT_READ nothing is locked yet; the next call begins the batch.
 * False when nothing of the file can be used or kept; *file is filled in all the same as far as it
 * went, file->err is *err. Rejected rows are no failure unless every row is. */
MUST_USE bool takein_step(struct takein *work, int budget_ms, struct import_progress *progress,
                          struct err *err) NONNULL;

/* ---- several in one transaction, after IMPORT_READ of each (takein_group.h) ---- */

/* Is it known by now that nothing of it is kept, whatever its rows come to? Then it cannot be one
 * of them. */
bool takein_stands_apart(const struct takein *work) NONNULL;

/* Begins its batch, which takein_step() would do. With `judged` the batch is one of which nothing
 * is to be kept. progress->stage becomes IMPORT_DONE when the same bytes were taken in before. */
MUST_USE bool takein_begin(struct takein *work, bool judged, struct import_progress *progress,
                           struct err *err) NONNULL;

/* As import_next_series() and import_put_series(); takein_step() does the rest. */
MUST_USE bool takein_next_series(const struct takein *work, uint64_t *series) NONNULL;
MUST_USE bool takein_put_series(struct takein *work, struct err *err) NONNULL;

/* Ends; a batch that is not done is rolled back. NULL is allowed. */
void takein_close(struct takein *work);

#endif
