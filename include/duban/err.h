/* err.h - how a function says that it failed, and why, in words that a user can act on.
 *
 * A function that can fail returns bool, takes a `struct err *` last and returns the value of
 * err_set() or err_at(), which is always false. The struct is the caller's; it is written only
 * on failure, so calls chain: `if (!a(x, err) || !b(y, err)) return false;`
 *
 * The text is one line in the user's language: what is wrong; what to do. It is cleaned, so it
 * may go to any terminal or log. The arguments may come from the same struct: an error can be
 * wrapped in another. Bugs of our own are no errors: they abort (see mem.h).
 *
 * Example:
 *     return err_set(err, ERR_NO_FILE, _("cannot open %s: %s; check the name"), path, why);
 */
#ifndef DUBAN_ERR_H
#define DUBAN_ERR_H

#include <stdbool.h>

#include "duban/attr.h"

/* Why it failed; each has its exit status (sysexits.h), which scripts rely on. */
enum err_code {
    ERR_NONE = 0,
    ERR_FINDING = 1,      /* done, but rows were rejected or `check` found something */
    ERR_USAGE = 64,       /* the command line is wrong */
    ERR_DATA = 65,        /* nothing usable in the data */
    ERR_NO_FILE = 66,     /* no such file, or it cannot be read */
    ERR_BUG = 70,         /* our own fault */
    ERR_CANT_WRITE = 73,  /* the output cannot be made */
    ERR_IO = 74,          /* reading or writing failed, the disk is full */
    ERR_BUSY = 75,        /* somebody else is at it: try again */
    ERR_NOT_ALLOWED = 77, /* this user or this mode may not do that */
    ERR_CONFIG = 78       /* a configuration file is wrong */
};

enum { ERR_TEXT_MAX = 1024, ERR_FILE_MAX = 256 };

struct err {
    enum err_code code;
    char file[ERR_FILE_MAX]; /* "" when no file is to blame */
    unsigned line;           /* from 1; 0 = no line */
    unsigned column;         /* from 1; 0 = no column */
    char text[ERR_TEXT_MAX]; /* what is wrong; what to do */
};

/* Sets *err without a place. Always returns false. */
bool err_set(struct err *err, enum err_code code, const char *format, ...) PRINTF(3);

/* Sets *err with the place that is to blame; line and column count from 1, 0 = none.
 * Always returns false. */
bool err_at(struct err *err, enum err_code code, const char *file, unsigned line, unsigned column,
            const char *format, ...) PRINTF(6);

/* The same calls, so that the compiler and its analysers see the "always false" too. */
static inline bool err_false(void)
{
    return false;
}
#define err_set(...) (err_set(__VA_ARGS__), err_false())
#define err_at(...)  (err_at(__VA_ARGS__), err_false())

/* Writes "FILE:LINE:COLUMN: text" (what is known of it) into `out`, cut to `size` bytes (at least
 * 1) at a character's edge. Returns `out`. */
const char *err_format(const struct err *err, char *out, unsigned size) NONNULL;

#endif
