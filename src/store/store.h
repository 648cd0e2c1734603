/* store.h - what the files of the store share: the connection, its statements, its lock.
 *
 * Ownership: statements belong to the store; stmt_get() hands one out reset and unbound, and it is
 * valid until the next stmt_get() of the same statement.
 *
 * Example:
 *     sqlite3_stmt *stmt = stmt_get(store, SQL_REPORT_GET, err);
 *     if (!stmt || !stmt_bind(stmt, "iii", target, school, date)) ...
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <sqlite3.h>
#include <stdarg.h>

#include "duban/buf.h"
#include "duban/store.h"
#include "sql.h"

/* How long SQLite waits for a lock of its own. Writers never need it: they have ours. */
enum { STORE_BUSY_MS = 2000 };

/* Reports that wait to be written by one statement (bulk.h). */
struct bulk {
    struct bulk_row *rows;
    size_t count, room;
    bool over; /* some of them are written over others */
    struct buf notes;
};

/* What stat() said of the -wal file when changes were looked for last. (watch.c) */
struct file_sign {
    int64_t size, seconds, nanoseconds, inode;
};
struct watch {
    char *path; /* NULL: not looked at yet */
    struct file_sign log;
    int looks; /* since SQLite itself was asked */
    int asks;  /* so often it is asked in any case */
};

struct store {
    sqlite3 *db;
    char *path;  /* the file itself, not a link to it: all its users must meet in one lock */
    int lock_fd; /* -1: a reader, or not open */
    int wait_ms; /* of a write for the lock */
    enum store_mode mode;
    bool anywhere, older; /* STORE_ANYWHERE, STORE_OLDER */
    bool locked;          /* a write transaction of ours is open */
    bool frozen;          /* a read transaction is held over several calls */
    bool unchecked;       /* SQLite does not check references just now */
    struct group *group;  /* of batches in that transaction; NULL: none (import.c) */
    int64_t data_version;
    int64_t edition; /* of the plan in use; 0: none is (edition.c) */
    struct watch watch;
    bool (*go_on)(void *onlooker); /* NULL: nobody looks on */
    void *onlooker;
    bool schema_known;       /* it was found to be ours to the letter */
    bool owns_file;          /* the real uid is the file's owner, or root */
    bool named;              /* `who` was given with --as */
    char who[USER_NAME_MAX]; /* "": nobody has said */
    int64_t own_school;      /* while a clerk writes: the only one that he may; else 0 */
    int wal_frames; /* pages that wait in the WAL, as of our last commit; 0: none of ours */
    sqlite3_stmt *stmts[SQL_TOTAL];
    struct bulk bulk;
};

/* Sets *err from what SQLite says, with the file and the cure. Always false. */
bool store_fail(struct store *store, struct err *err) NONNULL;

/* Sets ERR_DATA: the file holds what our schema cannot. Always false. */
bool store_damaged(struct store *store, const char *what, struct err *err) NONNULL;

/* As in err.h: the compiler sees the "always false" too. */
#define store_fail(store, err)          (store_fail(store, err), err_false())
#define store_damaged(store, what, err) (store_damaged(store, what, err), err_false())

/* May it go on? False with ERR_BUSY when who looks on has stopped it. (look_on.c) */
MUST_USE bool look_on(const struct store *store, struct err *err) NONNULL;
bool look_on_stopped(struct err *err) NONNULL; /* that error; returns false */

/* Copies all pages; SQLITE_DONE, SQLITE_INTERRUPT when it was stopped, or what went wrong. */
int look_on_copy(const struct store *store, sqlite3_backup *backup) NONNULL;

/* Does stat() say that nobody has written since the last call? Now and then it is not believed. */
MUST_USE bool watch_is_quiet(struct store *store) NONNULL;

/* Refuses a file on a network drive, with the cure. The name of the file system that statfs() gives
 * this number, if other machines see it too; else NULL. (place.c) */
MUST_USE bool place_check(const char *path, struct err *err) NONNULL;
const char *place_network(uint32_t magic);

/* Refuses a schema that is not what our migrations make. (schema.c) */
MUST_USE bool schema_check(struct store *store, struct err *err) NONNULL;

/* Which database it is by now; is its file still where it was opened; and is it that of the plan in
 * use? ERR_BUSY when not. (edition.c) */
MUST_USE bool edition_read(struct store *store, int64_t *edition, struct err *err) NONNULL;
MUST_USE bool edition_in_place(struct store *store, struct err *err) NONNULL;
MUST_USE bool edition_holds(struct store *store, struct err *err) NONNULL;

/* ---- statements (statement.c) ---- */

/* A prepared statement, reset and without values; NULL with *err set. */
MUST_USE sqlite3_stmt *stmt_get(struct store *store, enum sql sql, struct err *err) NONNULL;

/* Binds values from the first on: 'i' int64_t, 'd' double, 't' const char * (NULL = NULL),
 * 'a' amount (AMOUNT_NONE = NULL), 'k' int64_t key (0 = NULL). Values of type 't' are borrowed
 * until the statement is used again. */
void stmt_bind(sqlite3_stmt *stmt, const char *types, ...);

/* Is the transaction of a write still there? After want of memory, even in reading a text, SQLite has
 * rolled it back by itself, and whatever ran then would be kept statement by statement. Asked before
 * each statement. */
MUST_USE bool store_in_write(struct store *store, struct err *err) NONNULL;

/* Steps to the next row: *row says whether there is one. */
MUST_USE bool stmt_step(struct store *store, sqlite3_stmt *stmt, bool *row,
                        struct err *err) NONNULL;

/* Runs a statement that gives no rows. */
MUST_USE bool stmt_run(struct store *store, sqlite3_stmt *stmt, struct err *err) NONNULL;

/* Runs a script of constant SQL. */
MUST_USE bool store_exec(struct store *store, const char *sql, struct err *err) NONNULL;

/* A column as a clean text in the arena; "" for NULL. */
const char *column_text(sqlite3_stmt *stmt, int column, struct arena *arena) NONNULL;

/* Columns column..column+2 as a name in three languages. */
struct name column_name(sqlite3_stmt *stmt, int column, struct arena *arena) NONNULL;

/* A column as an amount; AMOUNT_NONE for NULL. */
amount column_amount(sqlite3_stmt *stmt, int column) NONNULL;

/* A column as a day; DAY_NONE for NULL, and for what the calendar does not know. */
daynum column_day(sqlite3_stmt *stmt, int column) NONNULL;

/* ---- transactions (transaction.c) ---- */

/* Takes the lock and begins to write, if who writes is an editor at least; or has the role `least`
 * at least. What a clerk may write passes may_write_school() too. */
MUST_USE bool write_begin(struct store *store, struct err *err) NONNULL;
MUST_USE bool write_begin_as(struct store *store, enum user_role least, struct err *err) NONNULL;

/* May who writes change this school's values? (access.c) */
MUST_USE bool may_write_school(struct store *store, int64_t school_id, struct err *err) NONNULL;

/* Refuses when the role of who writes is below `least`; keeps a clerk's school. (access.c) */
MUST_USE bool access_check(struct store *store, enum user_role least, struct err *err) NONNULL;

/* From now on our commits say how many pages wait in the WAL. */
void wal_watch(struct store *store) NONNULL;

/* Moves what our commits have left in the WAL into the file, if nobody writes just now. */
void wal_empty(struct store *store) NONNULL;

/* Ends the write: with `ok` commits (and checkpoints when much waits), else rolls back, and lets
 * the lock go.
 * Returns `ok`, or false when the commit failed. `err` is only written then. */
MUST_USE bool write_end(struct store *store, bool ok, struct err *err) NONNULL;

/* Begins and ends a read of several statements that must see the same state. */
MUST_USE bool read_begin(struct store *store, struct err *err) NONNULL;
void read_end(struct store *store) NONNULL;

/* The lock on FILE-lock: one for all writes and checkpoints. */
MUST_USE bool lock_open(struct store *store, struct err *err) NONNULL;
MUST_USE bool lock_take(struct store *store, int wait_ms, struct err *err) NONNULL;
void lock_drop(struct store *store) NONNULL;

#endif
