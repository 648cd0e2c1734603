#include "store/batch.h"

#include "duban/i18n.h"

static struct batch read_batch(sqlite3_stmt *stmt, struct arena *arena)
{
    return (struct batch){
        .id = sqlite3_column_int64(stmt, 0),
        .name = column_text(stmt, 1, arena),
        .sha256 = column_text(stmt, 2, arena),
        .encoding = column_text(stmt, 3, arena),
        .who = column_text(stmt, 4, arena),
        .at = column_text(stmt, 5, arena),
        .rows = sqlite3_column_int64(stmt, 6),
        .fresh = sqlite3_column_int64(stmt, 7),
        .changed = sqlite3_column_int64(stmt, 8),
        .same = sqlite3_column_int64(stmt, 9),
        .rejected = sqlite3_column_int64(stmt, 10),
        .undone = sqlite3_column_int(stmt, 11) != 0,
        .undone_by = column_text(stmt, 12, arena),
        .undone_at = column_text(stmt, 13, arena),
        .given = column_text(stmt, 14, arena),
    };
}

bool store_load_imports(struct store *store, int limit, const char *last, struct arena *arena,
                        const struct batch **out, size_t *count, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_IMPORT_ALL, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "it", (int64_t)limit, last);
    struct batch *batches = arena_array(arena, (size_t)limit, sizeof(*batches));
    *count = 0;
    for (bool row;;) {
        if (!stmt_step(store, stmt, &row, err))
            return false;
        if (!row || *count == (size_t)limit)
            break;
        batches[(*count)++] = read_batch(stmt, arena);
    }
    sqlite3_reset(stmt);
    *out = batches;
    return true;
}

bool store_load_import(struct store *store, int64_t id, struct arena *arena, struct batch *out,
                       struct err *err)
{
    bool row;
    sqlite3_stmt *stmt = stmt_get(store, SQL_IMPORT_GET, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "i", id);
    if (!stmt_step(store, stmt, &row, err))
        return false;
    if (!row)
        return err_set(err, ERR_DATA, _("there is no import %lld; 'duban imports' lists them"),
                       (long long)id);
    *out = read_batch(stmt, arena);
    sqlite3_reset(stmt);
    return true;
}

static struct issue_row read_issue(sqlite3_stmt *stmt, struct arena *arena)
{
    return (struct issue_row){
        .code = column_text(stmt, 0, arena),
        .file = column_text(stmt, 1, arena),
        .line = (unsigned)sqlite3_column_int64(stmt, 2),
        .column = (unsigned)sqlite3_column_int64(stmt, 3),
        .text = column_text(stmt, 4, arena),
        .raw = column_text(stmt, 5, arena),
    };
}

bool store_load_issues(struct store *store, int64_t id, int limit, struct arena *arena,
                       const struct issue_row **out, size_t *count, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_IMPORT_ISSUES, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "ii", id, (int64_t)limit);
    struct issue_row *rows = NULL;
    size_t size = 0;
    *count = 0;
    for (bool row;;) {
        if (!stmt_step(store, stmt, &row, err))
            return false;
        if (!row)
            break;
        rows = arena_room(arena, rows, *count, &size, sizeof(*rows));
        rows[(*count)++] = read_issue(stmt, arena);
    }
    *out = rows;
    return true;
}

/* The current row of SQL_IMPORT_LEFT. */
static struct value read_left(sqlite3_stmt *stmt, struct arena *arena)
{
    return (struct value){
        .target = (int)sqlite3_column_int64(stmt, 0) - 1,
        .school = (int)sqlite3_column_int64(stmt, 1) - 1,
        .date = sqlite3_column_int(stmt, 2),
        .value = sqlite3_column_int64(stmt, 3),
        .of = column_amount(stmt, 4),
        .note = column_text(stmt, 5, arena),
        .import = sqlite3_column_int64(stmt, 6),
        .line = (unsigned)sqlite3_column_int64(stmt, 7),
        .file = column_text(stmt, 8, arena),
        .who = column_text(stmt, 9, arena),
    };
}

static bool in_plan(const struct plan *plan, const struct value *value)
{
    return value->target >= 0 && (size_t)value->target < plan->target_count && value->school >= 0 &&
           (size_t)value->school < plan->school_count;
}

static bool add_left(struct store *store, const struct plan *plan, sqlite3_stmt *stmt,
                     struct arena *arena, struct value **rows, size_t *count, size_t *size,
                     struct err *err)
{
    *rows = arena_room(arena, *rows, *count, size, sizeof(**rows));
    (*rows)[*count] = read_left(stmt, arena);
    if (!in_plan(plan, &(*rows)[*count]))
        return store_damaged(store, "report", err);
    ++*count;
    return true;
}

bool batch_left(struct store *store, const struct plan *plan, int64_t id, struct arena *arena,
                struct values *out, struct err *err)
{
    struct value *rows = NULL;
    size_t count = 0, size = 0;
    sqlite3_stmt *stmt = stmt_get(store, SQL_IMPORT_LEFT, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "i", id);
    for (bool row;;) {
        if (!stmt_step(store, stmt, &row, err))
            return false;
        if (!row)
            break;
        if (!add_left(store, plan, stmt, arena, &rows, &count, &size, err)) {
            sqlite3_reset(stmt);
            return false;
        }
    }
    *out = (struct values){rows, count};
    return true;
}

bool batch_entry(struct store *store, int64_t id, int64_t *entry, struct err *err)
{
    bool row;
    sqlite3_stmt *stmt = stmt_get(store, SQL_IMPORT_ENTRY, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "i", id);
    if (!stmt_step(store, stmt, &row, err))
        return false;
    if (!row)
        return store_damaged(store, "change", err);
    *entry = sqlite3_column_int64(stmt, 0);
    sqlite3_reset(stmt);
    return true;
}
