/* days.h - on which days each school reported, and what: kept with every write, read by the views
 * of who reports in time and of how each school stands.
 *
 * A block is 224 schools x 32 days of one target: a row of the table report_days (days_row.h). What
 * changes in blocks is gathered here and written by days_flush(), or before, when too much is held:
 * memory stays flat whatever a file holds. With the blocks, the jumps among what changed are kept
 * (jumps.h).
 *
 * Ownership: the caller's struct; days_free() gives its memory back. Use it inside a write.
 *
 * Example:
 *     struct days days = {0};
 *     bool ok = days_mark(store, &days, &key, &figure, err) && days_flush(store, &days, err);
 *     days_free(&days);
 */
#ifndef STORE_DAYS_H
#define STORE_DAYS_H

#include "store/days_row.h"

struct days_block {
    int64_t id; /* of its row */
    struct days_change {
        struct days_report report;
        unsigned at; /* when it came */
        bool gone;
    } * changes;
    size_t count, room;
    bool unordered; /* they came in another order than that of their places */
};

struct days {
    struct days_block **slots; /* open addressing; NULL: a free slot */
    size_t used, changes;      /* blocks, and all their changes */
    struct days_block *last;   /* the one marked last */
};

/* Marks that the report under the key says this, or with NULL that there is none any longer. */
MUST_USE bool days_mark(struct store *store, struct days *days, const struct report_key *key,
                        const struct days_figure *figure, struct err *err);

/* The same, held however much that may be; but for blocks there is a limit. */
bool days_full(const struct days *days) NONNULL;
void days_hold(struct days *days, const struct report_key *key, const struct days_figure *figure);

/* Writes what is held; a block without any day left is deleted. */
MUST_USE bool days_flush(struct store *store, struct days *days, struct err *err) NONNULL;

void days_free(struct days *days) NONNULL;

/* The last span of the table that is not after one, the first that is not before one: *any is false
 * where there is none. */
MUST_USE bool days_last_span(struct store *store, int64_t span, bool *any, int64_t *out,
                             struct err *err) NONNULL;
MUST_USE bool days_next_span(struct store *store, int64_t span, bool *any, int64_t *out,
                             struct err *err) NONNULL;

/* Are the rows of the table what is held, where that is all that there is in them? Counts them into
 * *rows; nothing is held any more. */
MUST_USE bool days_compare(struct store *store, struct days *days, bool *same, int64_t *rows,
                           struct err *err) NONNULL;

/* Calls `visit` for every report, in the order of keys, until it returns false. (days_all.c) */
typedef bool reports_each_fn(struct store *store, void *context, const struct report_key *key,
                             const struct days_figure *figure, struct err *err);
MUST_USE bool reports_each(struct store *store, reports_each_fn *visit, void *context,
                           struct err *err);

/* Fills the tables from the reports when report_days is empty: after its migration.
 * (days_all.c) */
MUST_USE bool days_make(struct store *store, struct err *err) NONNULL;

/* Does the table say what the reports say? Walks all reports. (days_all.c) */
MUST_USE bool days_examine(struct store *store, bool *sound, struct err *err) NONNULL;

#endif
