/* taken.h - what became of one file that was to be taken in, or would become of it.
 *
 * Plain data handed from the import to reports and views: counts in all, by target and by school,
 * the findings, and where the file and its rejected rows went.
 *
 * Ownership: arrays and texts live in the arena that the file was taken in with.
 */
#ifndef DUBAN_TAKEN_H
#define DUBAN_TAKEN_H

#include "duban/batch.h"
#include "duban/err.h"

/* What became of a file: id, word in machine formats. */
#define TAKEN_LIST(X)       \
    X(IN, "taken-in")       \
    X(DRY, "dry-run")       \
    X(REFUSED, "refused")   \
    X(NOTHING, "nothing")   \
    X(SEEN, "seen")         \
    X(UNUSABLE, "unusable") \
    X(QUARANTINED, "quarantined")

enum taken_as {
#define X(id, word) TAKEN_##id,
    TAKEN_LIST(X)
#undef X
};

/* TAKEN_IN: a batch; TAKEN_DRY: it would be; TAKEN_REFUSED: rows were rejected under --strict;
 * TAKEN_NOTHING: no row was good; TAKEN_SEEN: these bytes were taken in before; TAKEN_UNUSABLE: see
 * `err`; TAKEN_QUARANTINED: no regular file, it was not read. */
const char *taken_word(enum taken_as as);

/* Counts of one target or one school; `index` into the plan's array, -1: rejected before it was
 * known which. */
struct taken_part {
    int index;
    int64_t fresh, changed, same, rejected;
};

struct taken_parts {
    const struct taken_part *rows; /* in the plan's order, the unknown last; none without counts */
    size_t count;
};

struct taken_issue {
    bool warning; /* the row was taken all the same */
    struct issue_row row;
};

/* Findings that are kept: in the database with a batch (which counts all), and in what a command
 * shows of all its files. A file of rejected rows holds every one. */
enum { TAKEN_ISSUES_MAX = 10000 };

struct taken_file {
    const char *name; /* cleaned */
    enum taken_as as;
    int64_t import;                /* its batch, for TAKEN_SEEN the earlier one; 0: none */
    const char *sha256, *encoding; /* "" when it was not read so far */
    char separator;                /* '\0' likewise */
    bool wide;
    int64_t rows, fresh, changed, same, rejected, warnings;
    struct taken_parts targets, schools;
    const struct taken_issue *issues; /* the first ones */
    size_t issue_count;
    int64_t issues_beyond; /* how many there were beyond these */
    const char *rejects;   /* the file of rejected rows, or "" */
    const char *school;    /* in an inbox: whose folder it lay in, or "" */
    const char *moved;     /* in an inbox: where it lies now, or "" */
    struct err err;        /* ERR_NONE, or why it is not in */
};

/* Something in an inbox that was left alone, and why: one of the words below. */
struct left_alone {
    const char *path; /* cleaned */
    const char *why;
};

#define LEFT_PARTIAL        "partial"        /* the name of a file that is still being sent */
#define LEFT_SETTLING       "settling"       /* it changed a moment ago */
#define LEFT_WRITTEN        "being-written"  /* somebody has it open, or changed it meanwhile */
#define LEFT_UNREADABLE     "unreadable"     /* the system refuses */
#define LEFT_DIRECTORY      "directory"      /* a folder where files belong */
#define LEFT_UNKNOWN_SCHOOL "unknown-school" /* a folder whose name is no school's code */

#endif
