/* complete.h - what may come next on a command line: for the shells and for the monitor's `:` line.
 *
 * All of it comes from the lists of commands and options, from the plan, and from what an argument
 * is called in the help (FILE, DIR, TARGET ...), so that nothing can be forgotten in one place.
 *
 * Example:
 *     struct buf out = {0};
 *     complete_words(&source, words, 2, &out);        {"show", "5."}: the targets of item 5
 */
#ifndef APP_COMPLETE_H
#define APP_COMPLETE_H

#include "duban/buf.h"
#include "duban/i18n.h"
#include "duban/plan.h"

/* Whose codes are offered. */
struct complete_source {
    enum lang lang;
    /* The plan, asked for only where a code may stand; NULL: there is none. `database` is what the
     * line names with --db; NULL: nothing. */
    const struct plan *(*plan)(void *context, const char *database);
    void *context;
};

/* Adds what the last of `words` can be, a line each: the whole word, TAB, what it is. A line
 * ":files" or ":dirs" says that names of files or directories belong there; who asks finds them.
 * `words` are those behind the program's name; the last one is under way and may be "". */
void complete_words(const struct complete_source *source, char *const *words, int count,
                    struct buf *out) NONNULL;

#endif
