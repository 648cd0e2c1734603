/* edition.c - is the database still the one that the plan in memory was read from? What is written
 * goes to the rows that the plan's indexes mean, and in another one they mean something else. A
 * restore counts the cookie of SQLite's schema up, and so does a migration; nothing else does. Who
 * moves the file, or puts another in its place, leaves us with one that nobody will look into. */
#include "duban/i18n.h"
#include "store/store.h"

bool edition_read(struct store *store, int64_t *edition, struct err *err)
{
    bool row;
    sqlite3_stmt *stmt = stmt_get(store, SQL_PLAN_EDITION, err);
    if (!stmt || !stmt_step(store, stmt, &row, err))
        return false;
    *edition = row ? sqlite3_column_int64(stmt, 0) : 0;
    sqlite3_reset(stmt);
    return true;
}

static bool same(const struct store *store, int64_t edition, struct err *err)
{
    return store->edition == 0 || edition == store->edition ||
           err_at(err, ERR_BUSY, store->path, 0, 0,
                  _("the database was replaced meanwhile; look again, then do it again"));
}

bool edition_in_place(struct store *store, struct err *err)
{
    int moved = 0;
    sqlite3_file_control(store->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return !moved || err_at(err, ERR_BUSY, store->path, 0, 0,
                            _("the database was moved or replaced; leave duban and start it again"));
}

bool edition_holds(struct store *store, struct err *err)
{
    int64_t edition = 0;
    return edition_in_place(store, err) &&
           (store->edition == 0 ||
            (edition_read(store, &edition, err) && same(store, edition, err)));
}

void store_use_plan(struct store *store, const struct plan *plan)
{
    store->edition = plan->edition;
}

bool store_same_plan(const struct store *store, const struct plan *plan, struct err *err)
{
    return same(store, plan->edition, err);
}
