#include "store/rows.h"

/* Reads the columns of SQL_REPORT_LATEST, from `first` on. */
static void read_value(sqlite3_stmt *stmt, int first, struct arena *arena, struct value *value)
{
    value->date = sqlite3_column_int(stmt, first);
    value->value = sqlite3_column_int64(stmt, first + 1);
    value->of = column_amount(stmt, first + 2);
    value->note = column_text(stmt, first + 3, arena);
    value->import = sqlite3_column_int64(stmt, first + 4);
    value->line = (unsigned)sqlite3_column_int64(stmt, first + 5);
    value->file = column_text(stmt, first + 6, arena);
    value->who = column_text(stmt, first + 7, arena);
}

static struct value empty_value(int target, int school)
{
    return (struct value){
        .target = target,
        .school = school,
        .date = DAY_NONE,
        .value = AMOUNT_NONE,
        .of = AMOUNT_NONE,
        .note = "",
        .file = "",
        .who = "",
    };
}

bool rows_latest(struct store *store, const struct plan *plan, int target, int school, daynum as_of,
                 struct arena *arena, struct value *out, struct err *err)
{
    bool row;
    *out = empty_value(target, school);
    sqlite3_stmt *stmt = stmt_get(store, SQL_REPORT_LATEST, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "iii", plan->targets[target].id, plan->schools[school].id, (int64_t)as_of);
    if (!stmt_step(store, stmt, &row, err))
        return false;
    if (row) {
        read_value(stmt, 0, arena, out);
        sqlite3_reset(stmt);
    }
    return true;
}

bool store_load_target(struct store *store, const struct plan *plan, int target, daynum as_of,
                       struct arena *arena, struct values *out, struct err *err)
{
    const int *schools;
    size_t in_scope = plan_scope_schools(plan, &plan->targets[target], &schools);
    int own = plan_own_unit(plan, &plan->targets[target]);
    bool own_too = own == SCHOOL_DISTRICT && (in_scope == 0 || schools[0] != SCHOOL_DISTRICT);
    struct value *rows = arena_array(arena, in_scope + 1, sizeof(*rows));
    size_t count = 0;
    if (!read_begin(store, err))
        return false;
    bool ok = true;
    if (own_too)
        ok = rows_latest(store, plan, target, own, as_of, arena, &rows[count++], err);
    for (size_t i = 0; ok && i < in_scope; i++)
        ok = rows_latest(store, plan, target, schools[i], as_of, arena, &rows[count++], err);
    read_end(store);
    *out = (struct values){rows, count};
    return ok;
}

bool store_load_school(struct store *store, const struct plan *plan, int school, daynum as_of,
                       struct arena *arena, struct values *out, struct err *err)
{
    struct value *rows = arena_array(arena, plan->target_count, sizeof(*rows));
    size_t count = 0;
    if (!read_begin(store, err))
        return false;
    bool ok = true;
    for (size_t t = 0; ok && t < plan->target_count; t++) {
        if (plan_in_scope(plan, &plan->targets[t], school))
            ok = rows_latest(store, plan, (int)t, school, as_of, arena, &rows[count++], err);
    }
    read_end(store);
    *out = (struct values){rows, count};
    return ok;
}

static bool in_range(const struct plan *plan, int64_t target_id, int64_t school_id)
{
    return target_id >= 1 && (size_t)target_id <= plan->target_count && school_id >= 1 &&
           (size_t)school_id <= plan->school_count;
}

/* Hands the current row of SQL_REPORT_EACH on. */
static bool hand_on(struct store *store, const struct plan *plan, sqlite3_stmt *stmt,
                    store_report_fn *each, void *context, struct err *err)
{
    int64_t target = sqlite3_column_int64(stmt, 0), school = sqlite3_column_int64(stmt, 1);
    if (!in_range(plan, target, school))
        return store_damaged(store, "report", err);
    struct arena arena = {0};
    struct value value = empty_value((int)target - 1, (int)school - 1);
    read_value(stmt, 2, &arena, &value);
    bool ok = each(context, &value, err);
    arena_free(&arena);
    return ok;
}

bool store_each_report(struct store *store, const struct plan *plan, daynum as_of,
                       store_report_fn *each, void *context, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_REPORT_EACH, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "i", (int64_t)as_of);
    for (bool row;;) {
        if (!stmt_step(store, stmt, &row, err))
            return false;
        if (!row)
            return true;
        if (!hand_on(store, plan, stmt, each, context, err)) {
            sqlite3_reset(stmt);
            return false;
        }
    }
}
