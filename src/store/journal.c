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

/* The columns of one side of a change. */
enum side_column {
    SIDE_VALUE,
    SIDE_OF,
    SIDE_GOAL_MIN,
    SIDE_GOAL_MAX,
    SIDE_DUE,
    SIDE_TEXT,
    SIDE_ID,
    SIDE_CLOSED,
    SIDE_THRESHOLDS,
    SIDE_NOTE = SIDE_THRESHOLDS + THRESHOLD_TOTAL,
    SIDE_OWNER,
    SIDE_STEP,
    SIDE_PERCENT,
    SIDE_COLUMNS
};

/* One side of a change in its row, and where the other one begins. */
struct side {
    sqlite3_stmt *stmt;
    struct arena *arena;
    int first, other;
};

static bool side_has(const struct side *side, int column)
{
    return sqlite3_column_type(side->stmt, side->first + column) != SQLITE_NULL;
}

static const char *side_column(const struct side *side, int column)
{
    return column_text(side->stmt, side->first + column, side->arena);
}

/* Does the other side say something else there? What stayed is not worth a word. */
static bool side_differs(const struct side *side, int column)
{
    return strcmp(side_column(side, column),
                  column_text(side->stmt, side->other + column, side->arena)) != 0;
}

/* ", spi_min 0.85" for each threshold that is there. */
static void add_thresholds(struct buf *out, const struct side *side)
{
    for (enum threshold i = 0; i < THRESHOLD_TOTAL; i++) {
        if (side_has(side, SIDE_THRESHOLDS + (int)i))
            buf_printf(out, "%s%s %g", out->len > 0 ? ", " : "", threshold_word(i),
                       sqlite3_column_double(side->stmt, side->first + SIDE_THRESHOLDS + (int)i));
    }
}

static void add_day(struct buf *out, const struct side *side, int column, const char *before)
{
    char date[DATE_TEXT_MAX];
    buf_printf(out, "%s%s", before,
               date_format(sqlite3_column_int(side->stmt, side->first + column), date));
}

/* ", NAME" where it is another one on the other side. */
static void add_owner(struct buf *out, const struct side *side)
{
    if (side_has(side, SIDE_OWNER) && side_differs(side, SIDE_OWNER))
        buf_printf(out, ", %s",
                   side_column(side, SIDE_OWNER)[0] ? side_column(side, SIDE_OWNER) : "-");
}

/* "3 text, <= 2021-10-01, owner, 2021-09-15": number and text of a problem, when it is due and who
 * owns it where that changed, and the day it was closed. */
static void add_problem(struct buf *out, const struct side *side)
{
    buf_printf(out, "%s %s", side_column(side, SIDE_ID), side_column(side, SIDE_TEXT));
    bool both = sqlite3_column_type(side->stmt, side->other + SIDE_TEXT) != SQLITE_NULL;
    if (both && side_has(side, SIDE_DUE) && side_differs(side, SIDE_DUE))
        add_day(out, side, SIDE_DUE, ", <= ");
    if (both)
        add_owner(out, side);
    if (side_has(side, SIDE_CLOSED))
        add_day(out, side, SIDE_CLOSED, ", ");
}

static void add_terms(struct buf *out, const struct side *side)
{
    char low[AMOUNT_TEXT_MAX], high[AMOUNT_TEXT_MAX];
    amount least = column_amount(side->stmt, side->first + SIDE_GOAL_MIN);
    amount most = column_amount(side->stmt, side->first + SIDE_GOAL_MAX);
    buf_printf(out, "%s%s%s", least != AMOUNT_NONE ? amount_format(least, low) : "-",
               most != AMOUNT_NONE ? "-" : "", amount_format(most, high));
    add_day(out, side, SIDE_DUE, ", ");
    add_owner(out, side);
}

/* "60%, 2021-08-31". */
static void add_step(struct buf *out, const struct side *side)
{
    char number[AMOUNT_TEXT_MAX];
    buf_printf(out, "%s%%",
               amount_format(column_amount(side->stmt, side->first + SIDE_PERCENT), number));
    add_day(out, side, SIDE_STEP, ", ");
}

/* "12", "12/30", "12 # note" where the note changed. */
static void add_value(struct buf *out, const struct side *side)
{
    char number[AMOUNT_TEXT_MAX];
    amount value = column_amount(side->stmt, side->first + SIDE_VALUE),
           of = column_amount(side->stmt, side->first + SIDE_OF);
    if (value == AMOUNT_NONE)
        return;
    buf_puts(out, amount_format(value, number));
    if (of != AMOUNT_NONE)
        buf_printf(out, "/%s", amount_format(of, number));
    if (side_column(side, SIDE_NOTE)[0] != '\0' && side_differs(side, SIDE_NOTE))
        buf_printf(out, " # %s", side_column(side, SIDE_NOTE));
}

/* One side of a change as struct change has it; "" for none. */
static const char *side_text(const struct side *side)
{
    struct buf text = {0};
    add_value(&text, side);
    if (side_has(side, SIDE_TEXT))
        add_problem(&text, side);
    else if (side_has(side, SIDE_DUE))
        add_terms(&text, side);
    else if (side_has(side, SIDE_STEP))
        add_step(&text, side);
    add_thresholds(&text, side);
    const char *said = arena_text(side->arena, buf_sv(&text));
    buf_free(&text);
    return said;
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
    const struct side before = {stmt, arena, BEFORE, AFTER}, after = {stmt, arena, AFTER, BEFORE};
    bool user = strcmp(change.what, "user") == 0;
    change.before = user ? column_text(stmt, USER_BEFORE, arena) : side_text(&before);
    change.after = user ? column_text(stmt, USER_AFTER, arena) : side_text(&after);
    if (strcmp(change.what, "problem") == 0)
        change.problem =
            sqlite3_column_int64(stmt, (side_has(&after, SIDE_ID) ? AFTER : BEFORE) + SIDE_ID);
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
