/* look_on.c - somebody may stop what takes long: statements, waiting for others, copies. */
#include "store/store.h"

#include "duban/i18n.h"

enum { OPERATIONS = 4000, PAGES = 32 }; /* some milliseconds of SQLite's work, of copying */

static int is_stopped(void *context)
{
    const struct store *store = context;
    return !store->go_on(store->onlooker);
}

void store_look_on(struct store *store, bool (*go_on)(void *context), void *context)
{
    store->go_on = go_on;
    store->onlooker = context;
    sqlite3_progress_handler(store->db, OPERATIONS, go_on ? is_stopped : NULL, store);
}

bool look_on(const struct store *store, struct err *err)
{
    if (!store->go_on || store->go_on(store->onlooker))
        return true;
    return look_on_stopped(err);
}

bool look_on_stopped(struct err *err)
{
    return err_set(err, ERR_BUSY, _("stopped; nothing of it was kept"));
}

int look_on_copy(const struct store *store, sqlite3_backup *backup)
{
    if (!store->go_on)
        return sqlite3_backup_step(backup, -1);
    int result;
    while ((result = sqlite3_backup_step(backup, PAGES)) == SQLITE_OK) {
        if (!store->go_on(store->onlooker))
            return SQLITE_INTERRUPT;
    }
    return result;
}
