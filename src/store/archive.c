/* archive.c - the tables of an archive, out of a database and into a new one (duban/archive.h). */
#include <stdlib.h>

#include "duban/i18n.h"
#include "store/journal.h"
#include "store/ledger.h"

struct store_archive {
    struct store *store;
    const struct plan *plan;
    struct ledger ledger;
};

/* ---- out ---- */

static struct archive_cell cell_of(sqlite3_stmt *stmt, int column, char type)
{
    struct archive_cell cell = {.none = sqlite3_column_type(stmt, column) == SQLITE_NULL};
    if (cell.none)
        return cell;
    if (type == 'r')
        cell.number = amount_from_double(sqlite3_column_double(stmt, column));
    else if (!archive_is_text(type))
        cell.number = sqlite3_column_int64(stmt, column);
    else {
        const char *text = (const char *)sqlite3_column_text(stmt, column);
        cell.text = (struct sv){text, text ? (size_t)sqlite3_column_bytes(stmt, column) : 0};
    }
    return cell;
}

bool store_archive_each(struct store *store, enum archive_table table, daynum as_of,
                        archive_row_fn *each, void *context, struct err *err)
{
    static const enum sql get[ARCHIVE_TOTAL] = {
#define X(id, file, types, header) [ARCHIVE_##id] = SQL_ARCHIVE_GET_##id,
        ARCHIVE_LIST(X)
#undef X
    };
    const char *types = archive_types(table);
    struct archive_cell cells[ARCHIVE_COLUMNS_MAX];
    sqlite3_stmt *stmt = stmt_get(store, get[table], err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "a", as_of == DAY_NONE ? AMOUNT_NONE : (int64_t)as_of);
    for (bool row;;) {
        if (!stmt_step(store, stmt, &row, err))
            return false;
        if (!row)
            return true;
        for (int i = 0; types[i] != '\0'; i++)
            cells[i] = cell_of(stmt, i, types[i]);
        if (!each(context, cells, err)) {
            sqlite3_reset(stmt);
            return false;
        }
    }
}

/* ---- in ---- */

bool store_archive_begin(struct store *store, const struct plan *plan, struct store_archive **out,
                         struct err *err)
{
    if (!write_begin_as(store, USER_OWNER, err))
        return false;
    if (!store_exec(store, sql_text[SQL_ARCHIVE_CLEAR], err))
        return write_end(store, false, err);
    *out = xcalloc(1, sizeof(**out));
    (*out)->store = store;
    (*out)->plan = plan;
    return true;
}

static bool unknown_code(int column, struct sv code, const char *where, struct err *err)
{
    return err_at(err, ERR_DATA, "", 0, (unsigned)column + 1,
                  _("\"%.*s\" is not in %s; correct it, or add it there"), SV_ARG(code), where);
}

/* Puts the database id of the code into the cell; nothing for an empty one. */
static bool resolve(const struct plan *plan, char type, int column, struct archive_cell *cell,
                    struct err *err)
{
    cell->none = cell->text.len == 0;
    if (cell->none)
        return true;
    int found = type == 'T' ? plan_target(plan, cell->text) : plan_school(plan, cell->text);
    cell->number = found + 1; /* ids follow the plan's order */
    return found >= 0 ||
           unknown_code(column, cell->text, type == 'T' ? "targets.csv" : "schools.csv", err);
}

static bool resolve_all(const struct store_archive *load, const char *types,
                        const struct archive_cell *cells, struct archive_cell *out, struct err *err)
{
    for (int i = 0; types[i] != '\0'; i++) {
        out[i] = cells[i];
        if ((types[i] == 'T' || types[i] == 'S') && !resolve(load->plan, types[i], i, &out[i], err))
            return false;
    }
    return true;
}

static void bind_cell(sqlite3_stmt *stmt, int at, char type, const struct archive_cell *cell)
{
    int result;
    if (type == 't' ? cell->text.len == 0 : cell->none)
        result = sqlite3_bind_null(stmt, at);
    else if (type == 't')
        result = sqlite3_bind_text(stmt, at, cell->text.data, (int)cell->text.len, SQLITE_STATIC);
    else if (type == 'r')
        result = sqlite3_bind_double(stmt, at, amount_double(cell->number));
    else
        result = sqlite3_bind_int64(stmt, at, cell->number);
    if (result != SQLITE_OK)
        BUG("a value that its statement does not take");
}

static bool contradicts(const char *what, struct err *err)
{
    return err_at(err, ERR_DATA, "", 0, 0,
                  _("this row contradicts the plan or another row (%s); export once more"), what);
}

/* What the tables refuse is the row's fault; a full disk is not. */
static bool refused(struct store *store, struct err *err)
{
    int code = sqlite3_errcode(store->db);
    if (code == SQLITE_CONSTRAINT || code == SQLITE_ERROR)
        return contradicts(sqlite3_errmsg(store->db), err);
    return false;
}

/* No table keeps the spans of a problem apart. */
static bool spans_apart(struct store *store, int64_t problem, struct err *err)
{
    bool row;
    sqlite3_stmt *stmt = stmt_get(store, SQL_DOCTOR_REOPENINGS, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "i", problem);
    if (!stmt_step(store, stmt, &row, err))
        return false;
    bool early = row && sqlite3_column_type(stmt, 0) != SQLITE_NULL;
    sqlite3_reset(stmt);
    return !row || contradicts(early ? _("closed before it was noted")
                                     : _("closed while it was closed already"),
                               err);
}

static bool put_row(struct store *store, enum sql sql, const char *types,
                    const struct archive_cell *cells, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, sql, err);
    if (!stmt)
        return false;
    for (int i = 0; types[i] != '\0'; i++)
        bind_cell(stmt, i + 1, types[i], &cells[i]);
    return stmt_run(store, stmt, err) || refused(store, err);
}

/* The number of a cell; `none` for an empty one. */
static int64_t number_or(const struct archive_cell *cell, int64_t none)
{
    return cell->none ? none : cell->number;
}

enum { SCHOOL, TARGET, DATE, VALUE, OF, NOTE, IMPORT, LINE, WHO, AT };

/* Reports go through the ledger, which keeps what is made of them. */
static bool put_report(struct store_archive *load, const struct archive_cell *cells,
                       struct err *err)
{
    struct arena arena = {0};
    const struct report_key key = {cells[TARGET].number, cells[SCHOOL].number,
                                   (daynum)cells[DATE].number};
    const struct report report = {
        .value = cells[VALUE].number,
        .of = number_or(&cells[OF], AMOUNT_NONE),
        .note = arena_text(&arena, cells[NOTE].text),
        .import_id = number_or(&cells[IMPORT], 0),
        .line = number_or(&cells[LINE], 0),
        .who = arena_text(&arena, cells[WHO].text),
        .at = arena_text(&arena, cells[AT].text),
    };
    bool ok =
        ledger_put(load->store, &load->ledger, &key, &report, err) || refused(load->store, err);
    arena_free(&arena);
    return ok;
}

/* No statement of this file: put_report() does it. */
#define SQL_ARCHIVE_PUT_REPORTS SQL_REPORT_PUT

bool store_archive_put(struct store_archive *load, enum archive_table table,
                       const struct archive_cell *cells, struct err *err)
{
    static const enum sql put[ARCHIVE_TOTAL] = {
#define X(id, file, types, header) [ARCHIVE_##id] = SQL_ARCHIVE_PUT_##id,
        ARCHIVE_LIST(X)
#undef X
    };
    const char *types = archive_types(table);
    struct archive_cell resolved[ARCHIVE_COLUMNS_MAX] = {0};
    if (table == ARCHIVE_HEAD && !sv_eq(cells[0].text, SV(ARCHIVE_FORMAT)))
        return err_at(err, ERR_DATA, "", 0, 1,
                      _("this is no archive of the format %s; load it with the duban that made it"),
                      ARCHIVE_FORMAT);
    if (!resolve_all(load, types, cells, resolved, err))
        return false;
    if (table != ARCHIVE_REPORTS)
        return put_row(load->store, put[table], types, resolved, err) &&
               (table != ARCHIVE_REOPENINGS || spans_apart(load->store, resolved[0].number, err));
    for (int i = SCHOOL; i <= VALUE; i++) {
        if (resolved[i].none)
            return err_at(err, ERR_DATA, "", 0, (unsigned)i + 1,
                          _("the cell is empty; fill it in"));
    }
    return put_report(load, resolved, err);
}

/* A new database says in its journal that it was made; an archive brings that along. */
static bool begin_journal(struct store *store, const struct actor *actor, struct err *err)
{
    bool row;
    sqlite3_stmt *stmt = stmt_get(store, SQL_ARCHIVE_HAS_CHANGES, err);
    if (!stmt || !stmt_step(store, stmt, &row, err))
        return false;
    bool begun = row && sqlite3_column_int(stmt, 0) != 0;
    sqlite3_reset(stmt);
    const struct entry entry = {.what = "plan", .date = DAY_NONE};
    return begun || journal_put(store, actor, &entry, err);
}

bool store_archive_end(struct store_archive *load, bool keep, const struct actor *actor,
                       struct err *err)
{
    struct store *store = load->store;
    bool ok = keep && ledger_flush(store, &load->ledger, err) && begin_journal(store, actor, err);
    ledger_free(&load->ledger);
    free(load);
    return write_end(store, ok, err);
}
