/* schema.c - is the schema of a database ours to the letter? Another table, a column more or less
 * could do or hide something. It is looked at before the first write, not before each reading: it
 * takes some milliseconds, and readers run nothing of it. */
#include "duban/buf.h"
#include "duban/i18n.h"
#include "store/store.h"

/* The schema of a connection as one text, in *out. */
static bool schema_text(sqlite3 *db, struct buf *out)
{
    sqlite3_stmt *stmt;
    bool ok = sqlite3_prepare_v2(db, sql_text[SQL_DOCTOR_SCHEMA], -1, &stmt, NULL) == SQLITE_OK &&
              sqlite3_step(stmt) == SQLITE_ROW;
    const char *text = ok ? (const char *)sqlite3_column_text(stmt, 0) : NULL;
    if (text)
        buf_puts(out, text);
    sqlite3_finalize(stmt);
    return ok;
}

/* The schema that the migrations make. */
static bool expected_schema(struct buf *out)
{
    sqlite3 *db;
    bool ok = sqlite3_open_v2(":memory:", &db,
                              SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_MEMORY,
                              NULL) == SQLITE_OK &&
              sqlite3_exec(db, "BEGIN", NULL, NULL, NULL) == SQLITE_OK;
    for (int i = 0; ok && i < SQL_SCHEMA_VERSION; i++)
        ok = sqlite3_exec(db, sql_schema[i], NULL, NULL, NULL) == SQLITE_OK;
    ok = ok && schema_text(db, out);
    sqlite3_close(db);
    return ok;
}

bool schema_check(struct store *store, struct err *err)
{
    struct buf found = {0}, expected = {0};
    bool read = schema_text(store->db, &found);
    if (!read)
        store_fail(store, err);
    bool made = read && expected_schema(&expected);
    if (read && !made)
        err_set(err, ERR_IO, _("out of memory; close other programs and try again"));
    store->schema_known = made && sv_eq(buf_sv(&found), buf_sv(&expected));
    if (made && !store->schema_known)
        err_at(err, ERR_DATA, store->path, 0, 0,
               _("this database holds foreign tables, views or triggers; use a clean one"));
    buf_free(&found);
    buf_free(&expected);
    return store->schema_known;
}
