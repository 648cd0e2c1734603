/* lines.h - a text as physical lines: what ends in LF, CRLF or a lone CR.
 *
 * The text is in memory whole (lines_of), or comes in pieces from a feed (lines_from), of which
 * only the part from lines_keep() on is held: memory stays flat. A line without an end within
 * IMPORT_RECORD_MAX bytes of what is kept is handed out cut; its rest is skipped.
 *
 * Ownership: the text or the feed is the caller's and outlives the lines. A line is a view that
 * the next call may move; lines_free() gives back what a feed filled. Marks stay good as long as
 * what they point to is kept.
 *
 * Example:
 *     struct lines lines = lines_of(text);
 *     for (struct sv line; lines_next(&lines, &line);)
 *         check(lines.number, line);
 */
#ifndef IMPORT_LINES_H
#define IMPORT_LINES_H

#include <stdbool.h>
#include <stdint.h>

#include "duban/attr.h"
#include "duban/buf.h"
#include "duban/err.h"
#include "duban/sv.h"

/* A text that comes in pieces. more() adds some bytes to *out, or sets *ended when there are no
 * more; it may do both. */
struct feed {
    void *context;
    bool (*more)(void *context, struct buf *out, bool *ended, struct err *err);
};

/* A place to come back to. */
struct line_mark {
    uint64_t at, lf; /* from the start of the text */
    unsigned number;
    bool cut;
};

/* Members are the lines' own, but for `number`, `cut` and `failed`. */
struct lines {
    unsigned number; /* of the line handed out last, from 1; 0 before the first */
    bool cut;        /* it has no end: it is too long to be held */
    bool failed;     /* the feed has failed: *err says why */

    struct sv text;  /* what is held */
    uint64_t base;   /* where that begins in the whole text */
    size_t keep;     /* in `text`: from here on it must stay */
    size_t at;       /* in `text`: the next line */
    size_t lf;       /* in `text`: the first LF at or after `at`; text.len: none is held */
    size_t searched; /* in `text`: up to here `lf` is known */
    bool ended;      /* nothing comes after `text` */
    const struct feed *feed;
    struct buf held;
    struct err *err;
};

struct lines lines_of(struct sv text);
struct lines lines_from(const struct feed *feed, struct err *err) NONNULL;
void lines_free(struct lines *lines) NONNULL;

/* The text from the next line on, `least` bytes of it if there are so many. */
struct sv lines_peek(struct lines *lines, size_t least) NONNULL;

/* Hands out the next line with its line end. Returns false after the last one, and when the feed
 * fails. */
bool lines_next(struct lines *lines, struct sv *line) NONNULL;

/* What comes before the next line is needed no more. */
void lines_keep(struct lines *lines) NONNULL;

/* The place before the next line, and back to it. */
struct line_mark lines_mark(const struct lines *lines) NONNULL;
void lines_back(struct lines *lines, const struct line_mark *mark) NONNULL;

/* What was handed out since lines_keep(). */
struct sv lines_kept(const struct lines *lines) NONNULL;

/* `line` without its line end. */
struct sv lines_bare(struct sv line);

#endif
