#include "store/bulk.h"

#include <stdlib.h>

#include "store/ledger.h"

/* The columns of the table. */
enum { TARGET_ID, SCHOOL_ID, DATE, VALUE, OF, NOTE, IMPORT_ID, LINE, COLUMNS };

struct bulk_row {
    int64_t numbers[COLUMNS]; /* NOTE: where it begins in `notes` */
    size_t note_len;
};

bool bulk_full(const struct bulk *bulk)
{
    return bulk->count == BULK_ROWS;
}

void bulk_add(struct bulk *bulk, const struct report_key *key, const struct report *report,
              struct sv note, bool over)
{
    if (bulk->count == BULK_ROWS)
        BUG("more reports than may wait");
    bulk->rows = xroom(bulk->rows, bulk->count, &bulk->room, sizeof(*bulk->rows));
    bulk->rows[bulk->count++] = (struct bulk_row){
        {key->target_id, key->school_id, key->date, report->value, report->of,
         (int64_t)bulk->notes.len, report->import_id, report->line},
        note.len,
    };
    bulk->over = bulk->over || over;
    buf_add(&bulk->notes, note);
}

static void forget(struct bulk *bulk)
{
    bulk->count = 0;
    bulk->over = false;
    buf_clear(&bulk->notes);
}

bool bulk_write(struct store *store, struct err *err)
{
    struct bulk *bulk = &store->bulk;
    if (bulk->count == 0)
        return true;
    sqlite3_stmt *stmt =
        stmt_get(store, bulk->over ? SQL_REPORT_PUT_BULK : SQL_REPORT_ADD_BULK, err);
    if (!stmt)
        return false;
    bool ok = stmt_run(store, stmt, err);
    forget(bulk);
    return ok;
}

void bulk_free(struct bulk *bulk)
{
    free(bulk->rows);
    buf_free(&bulk->notes);
    *bulk = (struct bulk){0};
}

/* ---- the table that SQLite sees -------------------------------------------------------------- */

struct table {
    sqlite3_vtab base;
    const struct bulk *bulk;
};

struct cursor {
    sqlite3_vtab_cursor base;
    const struct bulk *bulk;
    size_t at;
};

static int connect_table(sqlite3 *db, void *store, int argc, const char *const *argv,
                         sqlite3_vtab **out, char **message)
{
    (void)argc;
    (void)argv;
    (void)message;
    struct table *table = sqlite3_malloc(sizeof(*table));
    if (!table)
        return SQLITE_NOMEM;
    *table = (struct table){.bulk = &((struct store *)store)->bulk};
    *out = &table->base;
    return sqlite3_declare_vtab(db, "CREATE TABLE bulk_report (target_id, school_id, date, value, "
                                    "of, note, import_id, line)");
}

static int disconnect_table(sqlite3_vtab *table)
{
    sqlite3_free(table);
    return SQLITE_OK;
}

static int best_index(sqlite3_vtab *table, sqlite3_index_info *info)
{
    (void)table;
    info->estimatedCost = BULK_ROWS;
    info->estimatedRows = BULK_ROWS;
    return SQLITE_OK;
}

static int open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **out)
{
    struct cursor *cursor = sqlite3_malloc(sizeof(*cursor));
    if (!cursor)
        return SQLITE_NOMEM;
    *cursor = (struct cursor){.bulk = ((struct table *)table)->bulk};
    *out = &cursor->base;
    return SQLITE_OK;
}

static int close_cursor(sqlite3_vtab_cursor *cursor)
{
    sqlite3_free(cursor);
    return SQLITE_OK;
}

static int rewind_cursor(sqlite3_vtab_cursor *cursor, int index, const char *text, int argc,
                         sqlite3_value **argv)
{
    (void)index;
    (void)text;
    (void)argc;
    (void)argv;
    ((struct cursor *)cursor)->at = 0;
    return SQLITE_OK;
}

static int next_row(sqlite3_vtab_cursor *cursor)
{
    ((struct cursor *)cursor)->at++;
    return SQLITE_OK;
}

static int is_end(sqlite3_vtab_cursor *base)
{
    const struct cursor *cursor = (struct cursor *)base;
    return cursor->at >= cursor->bulk->count;
}

static int row_number(sqlite3_vtab_cursor *cursor, sqlite3_int64 *out)
{
    *out = (sqlite3_int64)((struct cursor *)cursor)->at;
    return SQLITE_OK;
}

static void give_note(sqlite3_context *context, const struct bulk *bulk, const struct bulk_row *row)
{
    if (row->note_len > 0)
        sqlite3_result_text(context, bulk->notes.data + row->numbers[NOTE], (int)row->note_len,
                            SQLITE_STATIC);
}

static int give_column(sqlite3_vtab_cursor *base, sqlite3_context *context, int column)
{
    const struct cursor *cursor = (struct cursor *)base;
    const struct bulk_row *row = &cursor->bulk->rows[cursor->at];
    if (column == NOTE)
        give_note(context, cursor->bulk, row);
    else if (column != OF || row->numbers[OF] != AMOUNT_NONE) /* else NULL */
        sqlite3_result_int64(context, row->numbers[column]);
    return SQLITE_OK;
}

static const sqlite3_module module = {
    .xConnect = connect_table,
    .xBestIndex = best_index,
    .xDisconnect = disconnect_table,
    .xOpen = open_cursor,
    .xClose = close_cursor,
    .xFilter = rewind_cursor,
    .xNext = next_row,
    .xEof = is_end,
    .xColumn = give_column,
    .xRowid = row_number,
};

bool bulk_register(struct store *store, struct err *err)
{
    return sqlite3_create_module(store->db, "bulk_report", &module, store) == SQLITE_OK ||
           store_fail(store, err);
}
