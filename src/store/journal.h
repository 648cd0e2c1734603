/* journal.h - writing the journal of changes.
 *
 * Example:
 *     const struct entry entry = {.what = "terms", .target_id = id, .before = old, .after = new};
 *     if (!journal_put(store, actor, &entry, err)) return false;
 */
#ifndef STORE_JOURNAL_H
#define STORE_JOURNAL_H

#include "store/ledger.h"

/* An entry on its way in. 0, DAY_NONE and NULL mean "none". */
struct entry {
    const char *what;
    int64_t target_id, school_id, import_id, undoes;
    daynum date;
    const char *before, *after; /* JSON */
};

MUST_USE bool journal_put(struct store *store, const struct actor *actor, const struct entry *entry,
                          struct err *err) NONNULL;

/* The report, the terms, the user or the plan's thresholds that stand under a key now, as JSON in
 * `arena`; NULL: none. */
MUST_USE bool journal_report_json(struct store *store, const struct report_key *key,
                                  struct arena *arena, const char **out, struct err *err) NONNULL;
MUST_USE bool journal_terms_json(struct store *store, int64_t target_id, daynum since,
                                 struct arena *arena, const char **out, struct err *err) NONNULL;
MUST_USE bool journal_user_json(struct store *store, const char *name, struct arena *arena,
                                const char **out, struct err *err) NONNULL;
MUST_USE bool journal_thresholds_json(struct store *store, daynum since, struct arena *arena,
                                      const char **out, struct err *err) NONNULL;

/* The text of a bound statement's only row, in `arena`; NULL when it has none. */
MUST_USE bool journal_one_text(struct store *store, sqlite3_stmt *stmt, struct arena *arena,
                               const char **out, struct err *err) NONNULL;

/* The first thirteen columns of SQL_JOURNAL_NEWEST and SQL_JOURNAL_GET as a change. */
struct change journal_read(sqlite3_stmt *stmt, struct arena *arena) NONNULL;

#endif
