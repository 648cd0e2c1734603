/* schema.c - is the schema of a database ours to the letter? Another table, a column more or less
 * could do or hide something. It is looked at before the first write, not before each reading:
 * readers run nothing of it. */
#include "duban/i18n.h"
#include "duban/sv.h"
#include "store/store.h"

bool schema_check(struct store *store, struct err *err)
{
    bool row;
    sqlite3_stmt *stmt = stmt_get(store, SQL_DOCTOR_SCHEMA, err);
    if (!stmt || !stmt_step(store, stmt, &row, err))
        return false;
    const char *text = row ? (const char *)sqlite3_column_text(stmt, 0) : NULL;
    struct sv found = {text, text ? (size_t)sqlite3_column_bytes(stmt, 0) : 0};
    store->schema_known = sv_eq(found, sv_from(sql_schema_text));
    if (!store->schema_known)
        err_at(err, ERR_DATA, store->path, 0, 0,
               _("this database holds foreign tables, views or triggers; use a clean one"));
    sqlite3_reset(stmt);
    return store->schema_known;
}
