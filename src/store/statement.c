#include "store/store.h"

#include "duban/i18n.h"
#include "duban/text.h"

#undef store_fail
#undef store_damaged

bool store_damaged(struct store *store, const char *what, struct err *err)
{
    return err_at(err, ERR_DATA, store->path, 0, 0,
                  _("this database is damaged (%s); restore it from a backup"), what);
}

bool store_fail(struct store *store, struct err *err)
{
    const char *why = sqlite3_errmsg(store->db);
    switch (sqlite3_errcode(store->db)) {
    case SQLITE_FULL:
        return err_at(err, ERR_IO, store->path, 0, 0,
                      _("the disk is full; make room and try again, nothing was changed"));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return err_at(err, ERR_BUSY, store->path, 0, 0,
                      _("somebody else is writing; try again in a moment"));
    case SQLITE_INTERRUPT:
        return look_on_stopped(err);
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return err_at(err, ERR_NOT_ALLOWED, store->path, 0, 0,
                      _("this database may only be read (%s); ask who owns it"), why);
    case SQLITE_NOTADB:
        return err_at(err, ERR_DATA, store->path, 0, 0,
                      _("this is no duban database; check the name"));
    case SQLITE_ERROR: /* our statements are sound, so a table or a column is missing */
    case SQLITE_CORRUPT:
    case SQLITE_CONSTRAINT:
        return store_damaged(store, why, err);
    case SQLITE_NOMEM:
        return err_at(err, ERR_IO, store->path, 0, 0,
                      _("out of memory; close other programs and try again"));
    default:
        return err_at(err, ERR_IO, store->path, 0, 0,
                      _("cannot read or write (%s); check the disk and its permissions"), why);
    }
}

sqlite3_stmt *stmt_get(struct store *store, enum sql sql, struct err *err)
{
    sqlite3_stmt **slot = &store->stmts[sql];
    if (!*slot && sqlite3_prepare_v3(store->db, sql_text[sql], -1, SQLITE_PREPARE_PERSISTENT, slot,
                                     NULL) != SQLITE_OK) {
        store_fail(store, err);
        return NULL;
    }
    sqlite3_reset(*slot);
    sqlite3_clear_bindings(*slot);
    return *slot;
}

/* Binds the next argument as `type` says. Returns false when SQLite refuses. */
static bool bind_one(sqlite3_stmt *stmt, int at, char type, va_list *args)
{
    switch (type) {
    case 'i':
        return sqlite3_bind_int64(stmt, at, va_arg(*args, int64_t)) == SQLITE_OK;
    case 'd':
        return sqlite3_bind_double(stmt, at, va_arg(*args, double)) == SQLITE_OK;
    case 't':
        return sqlite3_bind_text(stmt, at, va_arg(*args, const char *), -1, SQLITE_STATIC) ==
               SQLITE_OK;
    case 'a':
    case 'k': {
        int64_t value = va_arg(*args, int64_t);
        bool none = type == 'a' ? value == AMOUNT_NONE : value == 0;
        return (none ? sqlite3_bind_null(stmt, at) : sqlite3_bind_int64(stmt, at, value)) ==
               SQLITE_OK;
    }
    default:
        return false;
    }
}

void stmt_bind(sqlite3_stmt *stmt, const char *types, ...)
{
    va_list args;
    va_start(args, types);
    bool ok = true;
    for (int i = 0; ok && types[i] != '\0'; i++)
        ok = bind_one(stmt, i + 1, types[i], &args);
    va_end(args);
    if (!ok)
        BUG("a value that its statement does not take");
}

bool store_in_write(struct store *store, struct err *err)
{
    return !store->locked || !sqlite3_get_autocommit(store->db) ||
           err_at(
               err, ERR_IO, store->path, 0, 0,
               _("out of memory; nothing of this command was saved: close other programs and try "
                 "again"));
}

bool stmt_step(struct store *store, sqlite3_stmt *stmt, bool *row, struct err *err)
{
    if (!store_in_write(store, err)) {
        sqlite3_reset(stmt);
        *row = false;
        return false;
    }
    int result = sqlite3_step(stmt);
    *row = result == SQLITE_ROW;
    if (*row)
        return true;
    if (result == SQLITE_DONE) {
        sqlite3_reset(stmt); /* an open statement would hold its read transaction */
        return true;
    }
    store_fail(store, err);
    sqlite3_reset(stmt);
    return false;
}

bool stmt_run(struct store *store, sqlite3_stmt *stmt, struct err *err)
{
    bool row;
    if (!stmt_step(store, stmt, &row, err))
        return false;
    if (row)
        BUG("a statement gave a row that nobody asked for");
    return true;
}

bool store_exec(struct store *store, const char *sql, struct err *err)
{
    return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK || store_fail(store, err);
}

const char *column_text(sqlite3_stmt *stmt, int column, struct arena *arena)
{
    const char *text = (const char *)sqlite3_column_text(stmt, column);
    size_t len = text ? (size_t)sqlite3_column_bytes(stmt, column) : 0;
    return text_clean_copy(arena, (struct sv){text, len});
}

struct name column_name(sqlite3_stmt *stmt, int column, struct arena *arena)
{
    struct name name;
    for (int lang = 0; lang < LANG_COUNT; lang++)
        name.in[lang] = column_text(stmt, column + lang, arena);
    return name;
}

amount column_amount(sqlite3_stmt *stmt, int column)
{
    if (sqlite3_column_type(stmt, column) == SQLITE_NULL)
        return AMOUNT_NONE;
    return sqlite3_column_int64(stmt, column);
}

daynum column_day(sqlite3_stmt *stmt, int column)
{
    enum { YEAR_1900 = -25567, YEAR_2999 = 376200 };
    int64_t day = sqlite3_column_int64(stmt, column);
    bool known =
        sqlite3_column_type(stmt, column) != SQLITE_NULL && day >= YEAR_1900 && day <= YEAR_2999;
    return known ? (daynum)day : DAY_NONE;
}
