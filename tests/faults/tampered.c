/* A database that opens, is sound for SQLite and ours by its schema, but in which one value is what
 * duban never wrote: out of range, no word of ours, no text, or a row that is missing. Whatever is
 * read is checked; so each command ends well or with a message and a cure, and never by a bug. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "inside.h"

#define ON_A "--db", "a.db", "--as-of", "2021-12-01"

/* Looking first, then writing. */
static const struct operation operations[] = {
    {"status", {ON_A, "status", "--compare", "2021-06-01"}, NULL},
    {"care", {ON_A, "attention"}, NULL},
    {"show", {ON_A, "show", "5.1"}, NULL},
    {"school", {ON_A, "show", "WJ-P001", "--format", "json"}, NULL},
    {"schools", {ON_A, "schools", "--outliers"}, NULL},
    {"log", {ON_A, "log"}, NULL},
    {"import", {ON_A, "imports", "show", "1"}, NULL},
    {"draw", {ON_A, "draw", "show", "1"}, NULL},
    {"export", {ON_A, "export", "out"}, NULL},
    {"again", {"--db", "new.db", "init", "--from", "out"}, NULL},
    {"restore", {"--db", "copy.db", "restore", "a.db"}, NULL},
    {"doctor", {ON_A, "doctor"}, NULL},
    {"look", {ON_A, KEYS, "", "2 Enter Enter b Esc w Esc m g r Enter g 2 W J i Enter g p a"}, NULL},
    {"set", {ON_A, "set", "5.1", "377", "--school", "WJ-P001", "--date", "2021-11-02"}, NULL},
    {"goal", {ON_A, "set-goal", "5.1", "5-6"}, NULL},
    {"close", {ON_A, "problem", "close", "1"}, NULL},
    {"back", {ON_A, "imports", "undo", "1"}, NULL},
    {"undo", {ON_A, "undo"}, NULL},
    {"redo", {ON_A, "redo"}, NULL},
};

/* What a column of a type may be made to hold, as SQL. */
static const char *const numbers[] = {"-1", "0", "2", "2147483648", "9223372036854775807"};
static const char *const texts[] = {"''", "'x'", "'{\"value\":'", "CAST(x'FF41' AS TEXT)",
                                    "printf('%.*c', 5000, 'x')"};
static const char *const reals[] = {"-1.0", "0.0", "9e999", "-9e999"};
static const char *const blobs[] = {"x''", "x'00'", "zeroblob(70000)"};

/* One row of a table, or all. */
static const char *const rows[] = {"rowid = (SELECT min(rowid) FROM \"%s\")",
                                   "rowid = (SELECT max(rowid) FROM \"%s\")", "1"};

enum { CHANGES_MAX = 8192, SQL_MAX = 384 };
static char changes[CHANGES_MAX][SQL_MAX];
static int count;

static void add(const char *table, const char *what)
{
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char where[128];
        snprintf(where, sizeof(where), rows[i], table);
        if (count == CHANGES_MAX)
            abort();
        snprintf(changes[count++], SQL_MAX, "%s WHERE %s", what, where);
    }
}

static void add_values(const char *table, const char *column, const char *const *values, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char what[256];
        snprintf(what, sizeof(what), "UPDATE OR IGNORE \"%s\" SET \"%s\" = %s", table, column,
                 values[i]);
        add(table, what);
    }
}

static void add_column(const char *table, const char *column, const char *type)
{
    static const char *const null[] = {"NULL"};
    add_values(table, column, null, 1); /* nothing happens where that is no value of the column */
    if (strcmp(type, "INTEGER") == 0)
        add_values(table, column, numbers, COUNT_OF(numbers));
    else if (strcmp(type, "TEXT") == 0)
        add_values(table, column, texts, COUNT_OF(texts));
    else if (strcmp(type, "REAL") == 0)
        add_values(table, column, reals, COUNT_OF(reals));
    else if (strcmp(type, "BLOB") == 0)
        add_values(table, column, blobs, COUNT_OF(blobs));
}

static sqlite3 *open_a(void)
{
    sqlite3 *db;
    if (sqlite3_open("a.db", &db) != SQLITE_OK ||
        sqlite3_exec(db,
                     "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;"
                     "PRAGMA recursive_triggers = OFF",
                     NULL, NULL, NULL) != SQLITE_OK)
        abort();
    return db;
}

/* Every change that is tried, from the schema itself. */
static void list_changes(void)
{
    sqlite3 *db = open_a();
    sqlite3_stmt *stmt;
    if (sqlite3_prepare_v2(db,
                           "SELECT s.name, c.name, c.type FROM sqlite_schema AS s"
                           " JOIN pragma_table_info(s.name) AS c WHERE s.type = 'table'"
                           " AND s.name NOT LIKE 'sqlite_%' ORDER BY s.name, c.cid",
                           -1, &stmt, NULL) != SQLITE_OK)
        abort();
    char last[64] = "";
    while (sqlite3_step(stmt) == SQLITE_ROW) {
        const char *table = (const char *)sqlite3_column_text(stmt, 0);
        if (strcmp(table, last) != 0) {
            char what[128];
            snprintf(what, sizeof(what), "DELETE FROM \"%s\"", table);
            add(table, what);
            snprintf(last, sizeof(last), "%s", table);
        }
        add_column(table, (const char *)sqlite3_column_text(stmt, 1),
                   (const char *)sqlite3_column_text(stmt, 2));
    }
    sqlite3_finalize(stmt);
    sqlite3_close(db);
}

/* Returns whether there is now something in the database that was not. */
static bool tamper(const char *sql)
{
    inside_afresh();
    sqlite3 *db = open_a();
    bool done = sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK && sqlite3_changes(db) > 0;
    sqlite3_close(db);
    return done;
}

/* Returns how many of the commands said that something is wrong. */
static int try_change(const char *sql)
{
    int refused = 0;
    for (size_t i = 0; i < COUNT_OF(operations); i++) {
        const struct operation *operation = &operations[i];
        struct ran ran = inside_run(operation, NULL, NULL);
        const char *said = strstr(ran.err, "; ") ? ran.err : ran.out;
        CHECK(ran.status < 124 && ran.status != 70, "%s: %s died with %d: %s", sql, operation->name,
              ran.status, ran.err);
        CHECK(ran.status <= 1 || strstr(said, "; "), "%s: %s: status %d without a cure: %s", sql,
              operation->name, ran.status, said);
        refused += ran.status > 1;
    }
    return refused;
}

int main(void)
{
    faults_start("tampered values");
    inside_prepare_base();
    inside_afresh();
    list_changes();
    const char *only = getenv("FAULTS_ONLY"); /* a part of the SQL */
    int tries = faults_rounds(150, CHANGES_MAX), step = count / tries > 1 ? count / tries : 1;
    int tried = 0, noticed = 0;
    for (int at = only ? 0 : (int)faults_random((uint32_t)step); at < count;
         at += only ? 1 : step) {
        if ((only && !strstr(changes[at], only)) || !tamper(changes[at]))
            continue;
        tried++;
        noticed += try_change(changes[at]) > 0;
    }
    faults_say("%d of %d changes tried, %d refused by a command or more", tried, count, noticed);
    return faults_end();
}
