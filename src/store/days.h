/* days.h - on which days each school reported: kept with every write, read by the view of who
 * reports in time.
 *
 * A block is 224 schools x 32 days of one target, a bit a day (table report_days). What changes in
 * blocks is gathered here and written by days_flush(), or before, when too many are held: memory
 * stays flat whatever a file holds.
 *
 * Ownership: the caller's struct; days_free() gives its memory back. Use it inside a write.
 *
 * Example:
 *     struct days days = {0};
 *     bool ok = days_mark(store, &days, &key, true, err) && days_flush(store, &days, err);
 *     days_free(&days);
 */
#ifndef STORE_DAYS_H
#define STORE_DAYS_H

#include "store/store.h"

enum { DAYS_SPAN = 32, DAYS_SCHOOLS = 224 };

/* Which report: database ids and the day. */
struct report_key {
    int64_t target_id, school_id;
    daynum date;
};

struct days_block {
    int64_t span, target_id, block;
    uint32_t there[DAYS_SCHOOLS], gone[DAYS_SCHOOLS]; /* the bits to set and to clear */
};

struct days {
    struct days_block **slots; /* open addressing; NULL: a free slot */
    size_t used;
    struct days_block *last; /* the one marked last */
    bool listed;             /* what is marked is kept one by one, for days_join() */
    struct days_mark {
        struct report_key key;
        bool there;
    } * list;
    size_t list_count, list_size;
};

/* The span that a day is in; rounds down for days before 1970. */
int64_t days_span(daynum date);

/* Marks that there is, or is no longer, a report under the key. */
MUST_USE bool days_mark(struct store *store, struct days *days, const struct report_key *key,
                        bool there, struct err *err) NONNULL;

/* Adds what was marked in `later`, which is listed, after what was marked here. */
MUST_USE bool days_join(struct store *store, struct days *days, const struct days *later,
                        struct err *err) NONNULL;

/* Writes what is held; a block without any day left is deleted. */
MUST_USE bool days_flush(struct store *store, struct days *days, struct err *err) NONNULL;

void days_free(struct days *days) NONNULL;

/* Fills the table from the reports when it is empty: after its migration. */
MUST_USE bool days_make(struct store *store, struct err *err) NONNULL;

/* The bits of the schools of a block as they stand in column `column` of a row. False for what is
 * none of ours. */
MUST_USE bool days_read(sqlite3_stmt *stmt, int column, uint32_t out[DAYS_SCHOOLS]) NONNULL;

/* Does the table say what the reports say? Walks all reports. */
MUST_USE bool days_examine(struct store *store, bool *sound, struct err *err) NONNULL;

#endif
