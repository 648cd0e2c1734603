/* bench_append.c - what SQLite takes at least: bench_append DB ROWS
 *
 * ROWS rows with the columns and the kind of values of a report, appended to a table without a key
 * by one prepared statement in one transaction, with the settings of duban's own store.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

static int run(sqlite3 *db, const char *sql)
{
    return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

static int append(sqlite3 *db, long rows)
{
    sqlite3_stmt *stmt;
    if (sqlite3_prepare_v2(db, "INSERT INTO report VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", -1,
                           &stmt, NULL) != SQLITE_OK)
        return 0;
    int ok = 1;
    for (long i = 0; ok && i < rows; i++) {
        sqlite3_bind_int64(stmt, 1, i / 20000 + 1);
        sqlite3_bind_int64(stmt, 2, i / 10 % 2000 + 1);
        sqlite3_bind_int64(stmt, 3, 18628 + i % 258);
        sqlite3_bind_int64(stmt, 4, i % 10 * 1000000);
        sqlite3_bind_int64(stmt, 7, 1);
        sqlite3_bind_int64(stmt, 8, i + 2);
        ok = sqlite3_step(stmt) == SQLITE_DONE;
        sqlite3_reset(stmt);
    }
    sqlite3_finalize(stmt);
    return ok;
}

int main(int argc, char **argv)
{
    sqlite3 *db;
    if (argc != 3 ||
        sqlite3_open_v2(argv[1], &db,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                        NULL) != SQLITE_OK)
        return 1;
    int ok = run(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                     "PRAGMA wal_autocheckpoint = 0;"
                     "CREATE TABLE report (target_id INTEGER, school_id INTEGER, date INTEGER,"
                     " value INTEGER, of INTEGER, note TEXT, import_id INTEGER, line INTEGER,"
                     " who TEXT, at TEXT) STRICT;"
                     "BEGIN IMMEDIATE") &&
             append(db, strtol(argv[2], NULL, 10)) &&
             run(db, "COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
    if (!ok)
        fprintf(stderr, "bench_append: %s\n", sqlite3_errmsg(db));
    sqlite3_close(db);
    return ok ? 0 : 1;
}
