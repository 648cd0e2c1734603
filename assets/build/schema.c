/* schema.c - writes the schema that the migrations make as a C text, at build time.
 *
 *   schema >schema.c
 *
 * It runs them in memory, as a new database does, so that no program need do that to know what the
 * schema of a sound database is (src/store/schema.c).
 */
#include <sqlite3.h>
#include <stdio.h>

#include "sql.h"

static void write_text(const unsigned char *text)
{
    printf("/* Made by assets/build/schema.c; do not edit. */\n#include \"sql.h\"\n\n"
           "const char sql_schema_text[] =\n    \"");
    for (; *text != '\0'; text++) {
        if (*text == '\n')
            fputs("\\n\"\n    \"", stdout);
        else if (*text == '"' || *text == '\\')
            printf("\\%c", *text);
        else
            putchar(*text);
    }
    puts("\";");
}

static int run(sqlite3 *db)
{
    int result = SQLITE_OK;
    sqlite3_stmt *stmt = NULL;
    for (int i = 0; result == SQLITE_OK && i < SQL_SCHEMA_VERSION; i++)
        result = sqlite3_exec(db, sql_schema[i], NULL, NULL, NULL);
    if (result == SQLITE_OK)
        result = sqlite3_prepare_v2(db, sql_text[SQL_DOCTOR_SCHEMA], -1, &stmt, NULL);
    if (result == SQLITE_OK)
        result = sqlite3_step(stmt);
    if (result == SQLITE_ROW)
        write_text(sqlite3_column_text(stmt, 0));
    sqlite3_finalize(stmt);
    return result == SQLITE_ROW ? 0 : 1;
}

int main(void)
{
    sqlite3 *db;
    int failed = sqlite3_open(":memory:", &db) == SQLITE_OK ? run(db) : 1;
    if (failed)
        fprintf(stderr, "schema: %s\n", sqlite3_errmsg(db));
    sqlite3_close(db);
    return failed;
}
