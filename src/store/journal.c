#include "store/journal.h"

#include <string.h>

#include "duban/buf.h"

bool journal_put(struct store *store, const struct actor *actor, const struct entry *entry,
                 struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_JOURNAL_PUT, err);
    if (!stmt)
        return false;
    amount date = entry->date == DAY_NONE ? AMOUNT_NONE : entry->date;
    stmt_bind(stmt, "tttkkakttk", actor->now, actor->who, entry->what, entry->target_id,
              entry->school_id, date, entry->import_id, entry->before, entry->after, entry->undoes);
    return stmt_run(store, stmt, err);
}

bool journal_one_text(struct store *store, sqlite3_stmt *stmt, struct arena *arena,
                      const char **out, struct err *err)
{
    bool row;
    *out = NULL;
    if (!stmt_step(store, stmt, &row, err))
        return false;
    if (row) {
        *out = column_text(stmt, 0, arena);
        sqlite3_reset(stmt);
    }
    return true;
}

bool journal_report_json(struct store *store, const struct report_key *key, struct arena *arena,
                         const char **out, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_REPORT_JSON, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "iii", key->target_id, key->school_id, (int64_t)key->date);
    return journal_one_text(store, stmt, arena, out, err);
}

bool journal_user_json(struct store *store, const char *name, struct arena *arena, const char **out,
                       struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_USER_JSON, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "t", name);
    return journal_one_text(store, stmt, arena, out, err);
}

bool journal_terms_json(struct store *store, int64_t target_id, daynum since, struct arena *arena,
                        const char **out, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_TERMS_JSON, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "ii", target_id, (int64_t)since);
    return journal_one_text(store, stmt, arena, out, err);
}

bool journal_thresholds_json(struct store *store, daynum since, struct arena *arena,
                             const char **out, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_THRESHOLDS_JSON, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "i", (int64_t)since);
    return journal_one_text(store, stmt, arena, out, err);
}

struct change journal_read(sqlite3_stmt *stmt, struct arena *arena)
{
    return (struct change){
        .id = sqlite3_column_int64(stmt, 0),
        .at = column_text(stmt, 1, arena),
        .who = column_text(stmt, 2, arena),
        .what = column_text(stmt, 3, arena),
        .target = column_text(stmt, 4, arena),
        .school = column_text(stmt, 5, arena),
        .date =
            sqlite3_column_type(stmt, 6) == SQLITE_NULL ? DAY_NONE : sqlite3_column_int(stmt, 6),
        .before = column_text(stmt, 7, arena),
        .after = column_text(stmt, 8, arena),
        .undoes = sqlite3_column_int64(stmt, 9),
        .undone = sqlite3_column_int(stmt, 10) != 0,
        .import = sqlite3_column_int64(stmt, 11),
        .file = column_text(stmt, 12, arena),
    };
}

enum {
    SIDE_VALUE,
    SIDE_OF,
    SIDE_GOAL_MIN,
    SIDE_GOAL_MAX,
    SIDE_DUE,
    SIDE_TEXT,
    SIDE_ID,
    SIDE_CLOSED,
    SIDE_THRESHOLDS
};
enum { SIDE_COLUMNS = SIDE_THRESHOLDS + THRESHOLD_TOTAL };

/* ", spi_min 0.85" for each threshold that is there. */
static void add_thresholds(struct buf *out, sqlite3_stmt *stmt, int column)
{
    for (enum threshold i = 0; i < THRESHOLD_TOTAL; i++) {
        if (sqlite3_column_type(stmt, column + (int)i) != SQLITE_NULL)
            buf_printf(out, "%s%s %g", out->len > 0 ? ", " : "", threshold_word(i),
                       sqlite3_column_double(stmt, column + (int)i));
    }
}

/* "3 text, 2021-09-15": number and text of a problem, and the day it was closed. */
static void add_problem(struct buf *out, sqlite3_stmt *stmt, int column, struct arena *arena)
{
    char date[DATE_TEXT_MAX];
    buf_printf(out, "%lld %s", (long long)sqlite3_column_int64(stmt, column + SIDE_ID),
               column_text(stmt, column + SIDE_TEXT, arena));
    if (sqlite3_column_type(stmt, column + SIDE_CLOSED) != SQLITE_NULL)
        buf_printf(out, ", %s", date_format(sqlite3_column_int(stmt, column + SIDE_CLOSED), date));
}

static void add_goal(struct buf *out, sqlite3_stmt *stmt, int column)
{
    char low[AMOUNT_TEXT_MAX], high[AMOUNT_TEXT_MAX], date[DATE_TEXT_MAX];
    amount least = column_amount(stmt, column + SIDE_GOAL_MIN);
    amount most = column_amount(stmt, column + SIDE_GOAL_MAX);
    buf_printf(out, "%s%s%s, %s", least != AMOUNT_NONE ? amount_format(least, low) : "-",
               most != AMOUNT_NONE ? "-" : "", amount_format(most, high),
               date_format(sqlite3_column_int(stmt, column + SIDE_DUE), date));
}

/* The columns of one side of a change as "12/30", as "4-5, 2021-12-31", as a problem, as
 * thresholds; "" for none. */
static const char *side_text(sqlite3_stmt *stmt, int column, struct arena *arena)
{
    char number[AMOUNT_TEXT_MAX];
    struct buf text = {0};
    amount value = column_amount(stmt, column), of = column_amount(stmt, column + SIDE_OF);
    if (value != AMOUNT_NONE)
        buf_puts(&text, amount_format(value, number));
    if (value != AMOUNT_NONE && of != AMOUNT_NONE)
        buf_printf(&text, "/%s", amount_format(of, number));
    if (sqlite3_column_type(stmt, column + SIDE_TEXT) != SQLITE_NULL)
        add_problem(&text, stmt, column, arena);
    else if (sqlite3_column_type(stmt, column + SIDE_DUE) != SQLITE_NULL)
        add_goal(&text, stmt, column);
    add_thresholds(&text, stmt, column + SIDE_THRESHOLDS);
    const char *side = arena_text(arena, buf_sv(&text));
    buf_free(&text);
    return side;
}

static struct change read_newest(sqlite3_stmt *stmt, struct arena *arena)
{
    enum {
        BEFORE = 13,
        AFTER = BEFORE + SIDE_COLUMNS,
        USER_BEFORE = AFTER + SIDE_COLUMNS,
        USER_AFTER
    };
    struct change change = journal_read(stmt, arena);
    bool user = strcmp(change.what, "user") == 0;
    change.before = user ? column_text(stmt, USER_BEFORE, arena) : side_text(stmt, BEFORE, arena);
    change.after = user ? column_text(stmt, USER_AFTER, arena) : side_text(stmt, AFTER, arena);
    return change;
}

bool store_load_changes(struct store *store, int limit, const char *until, struct arena *arena,
                        const struct change **out, size_t *count, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_JOURNAL_NEWEST, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "it", (int64_t)limit, until);
    struct change *changes = arena_array(arena, (size_t)limit, sizeof(*changes));
    *count = 0;
    for (bool row;;) {
        if (!stmt_step(store, stmt, &row, err))
            return false;
        if (!row || *count == (size_t)limit)
            break;
        changes[(*count)++] = read_newest(stmt, arena);
    }
    sqlite3_reset(stmt);
    *out = changes;
    return true;
}
