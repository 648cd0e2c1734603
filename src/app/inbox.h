/* inbox.h - a drop folder: takes its files in and moves each where it belongs, with its report.
 *
 *   DIR/NAME            the office's: any school's reports
 *   DIR/CODE/NAME       that school's, and no other's
 *   DIR/done/...        files that are in, and those that were in before
 *   DIR/rejected/...    files of which nothing was kept
 *   DIR/quarantine/...  what is no regular file: links, pipes, sockets, devices; never opened
 *
 * Beside each moved file lie NAME.report.txt or .json and, where rows were rejected,
 * NAME.rejects.csv. Nothing is deleted and nothing overwritten: a name that is taken gets a number.
 * One run at a time has the folder (flock on DIR/.duban-inbox.lock). What may still be on its way
 * is left alone: temporary names, files that changed a moment ago, files that somebody is writing.
 * Folders are never followed through links.
 *
 * Ownership: what struct inbox points to lives in its arena; inbox_free() gives it back.
 *
 * Example:
 *     struct inbox inbox = {.settle = 30};
 *     bool ok = inbox_run(&inbox, session, dir, err);      inbox.files tells of all even when false
 */
#ifndef APP_INBOX_H
#define APP_INBOX_H

#include <time.h>

#include "app/session.h"
#include "duban/report.h"
#include "duban/taken.h"

struct inbox {
    int settle;   /* seconds that a file must have lain still */
    bool json;    /* reports beside the files as JSON, else text */
    bool dry_run; /* nothing is kept and nothing moved */
    struct report_filter filter;

    struct arena arena;
    const char *dir;
    int dir_fd;
    struct taken_file *files; /* those that were looked at, in order */
    size_t count, size;
    struct left_alone *left; /* those that were not */
    size_t left_count, left_size;
};

/* Takes in all that lies there. False when it had to stop: the folder cannot be used, another run
 * has it (ERR_BUSY), or the database cannot take more. *inbox tells how far it came. */
MUST_USE bool inbox_run(struct inbox *inbox, struct session *session, const char *dir,
                        struct err *err) NONNULL;

void inbox_free(struct inbox *inbox) NONNULL;

/* ---- its parts ---- */

/* Something in the folder that may be a file to take in. */
struct candidate {
    const char *name; /* in its folder, as it is spelt */
    int school;       /* whose folder; -1: the inbox itself */
    struct timespec changed;
    bool regular;
};

struct candidates {
    struct candidate *rows;
    size_t count, size;
};

/* Lists what lies there, the oldest first; notes what is left alone (inbox_scan.c). */
MUST_USE bool inbox_scan(struct inbox *inbox, const struct plan *plan, struct candidates *out,
                         struct err *err) NONNULL;
void inbox_leave(struct inbox *inbox, const char *path, const char *why) NONNULL;

/* A school's folder, or with -1 the inbox itself; -1 when it cannot be opened. */
int inbox_folder(const struct inbox *inbox, const struct plan *plan, int school) NONNULL;

/* "CODE/NAME" or "NAME", cleaned for people. */
const char *inbox_shown(struct inbox *inbox, const struct plan *plan, int school,
                        const char *name) NONNULL;

/* Moves a file and the rejected rows that lie at `rejects` (NULL: none) to where they belong, and
 * writes the report; fills in file->moved and file->rejects (inbox_move.c). */
MUST_USE bool inbox_move(struct inbox *inbox, const struct plan *plan, daynum as_of, int folder_fd,
                         const struct candidate *candidate, const char *rejects,
                         struct taken_file *file, struct err *err);

#endif
