/* edit.c - what a person changes by hand: one value, one target's terms. */
#include <string.h>

#include "store/journal.h"

#include "store/rows.h"

static bool write_value(struct store *store, const struct report_key *key,
                        const struct report *report, const struct actor *actor, struct err *err)
{
    struct arena arena = {0};
    struct ledger ledger = {0};
    struct entry entry = {
        .what = "report",
        .target_id = key->target_id,
        .school_id = key->school_id,
        .date = key->date,
    };
    bool ok = journal_report_json(store, key, &arena, &entry.before, err) &&
              ledger_put(store, &ledger, key, report, err) && ledger_flush(store, &ledger, err) &&
              journal_report_json(store, key, &arena, &entry.after, err) &&
              journal_put(store, actor, &entry, err);
    ledger_free(&ledger);
    arena_free(&arena);
    return ok;
}

static bool set_value(struct store *store, const struct intake_row *row, const struct plan *plan,
                      bool allow_decrease, const struct actor *actor, struct arena *arena,
                      enum intake_outcome *outcome, struct err *err)
{
    const struct report_key key = rows_key(plan, row);
    const struct report report = {
        .value = row->value,
        .of = row->of,
        .note = arena_text(arena, row->note),
        .who = actor->who,
        .at = actor->now,
    };
    enum held_against held = allow_decrease ? HELD_AGAINST_NOTHING : HELD_AGAINST_EARLIER;
    enum measure measure = plan->targets[row->target].measure;
    if (!rows_judge(store, measure, &key, &report, held, outcome, err))
        return false;
    if (*outcome == INTAKE_SAME || *outcome == INTAKE_DECREASED)
        return true;
    return write_value(store, &key, &report, actor, err);
}

bool store_set_value(struct store *store, const struct intake_row *row, const struct plan *plan,
                     bool allow_decrease, const struct actor *actor, enum intake_outcome *outcome,
                     struct err *err)
{
    if (!write_begin_as(store, USER_CLERK, err))
        return false;
    struct arena arena = {0};
    bool ok = set_value(store, row, plan, allow_decrease, actor, &arena, outcome, err);
    arena_free(&arena);
    return write_end(store, ok, err);
}

bool store_replace_value(struct store *store, const struct intake_row *row, const struct plan *plan,
                         bool allow_decrease, const struct seen_value *seen,
                         const struct actor *actor, enum intake_outcome *outcome, struct err *err)
{
    if (!write_begin_as(store, USER_CLERK, err))
        return false;
    struct arena arena = {0};
    struct value now;
    const struct value *then = seen->value;
    bool ok = rows_latest(store, plan, row->target, row->school, seen->as_of, &arena, &now, err);
    bool same = ok && now.date == then->date && now.value == then->value && now.of == then->of &&
                strcmp(now.note, then->note) == 0;
    if (ok && !same)
        *outcome = INTAKE_OVERTAKEN;
    else
        ok = ok && set_value(store, row, plan, allow_decrease, actor, &arena, outcome, err);
    arena_free(&arena);
    return write_end(store, ok, err);
}

struct terms store_terms_of(const struct target *target)
{
    return (struct terms){
        .goal_min = target->goal_min,
        .goal_max = target->goal_max,
        .baseline = target->baseline,
        .starts = target->starts,
        .due = target->due,
        .owner = target->owner,
        .thresholds = target->thresholds,
    };
}

/* Binds a target, a day and terms: the first thirteen values of SQL_TERMS_PUT and _SAME. */
static void bind_terms(sqlite3_stmt *stmt, int64_t target_id, daynum day, const struct terms *terms)
{
    const struct thresholds *limits = &terms->thresholds;
    stmt_bind(stmt, "iiaaaiitddiii", target_id, (int64_t)day, terms->goal_min, terms->goal_max,
              terms->baseline, (int64_t)terms->starts, (int64_t)terms->due, terms->owner,
              limits->spi_min, limits->forecast_slack, (int64_t)limits->due_soon_days,
              (int64_t)limits->reporting_days, (int64_t)limits->silent_periods);
}

bool rows_put_terms(struct store *store, int64_t target_id, const struct terms *terms, daynum since,
                    struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_TERMS_PUT, err);
    if (!stmt)
        return false;
    bind_terms(stmt, target_id, since, terms);
    return stmt_run(store, stmt, err);
}

static bool set_terms(struct store *store, int64_t target_id, const struct terms *terms,
                      daynum since, const struct actor *actor, struct arena *arena, struct err *err)
{
    struct entry entry = {.what = "terms", .target_id = target_id, .date = since};
    return journal_terms_json(store, target_id, since, arena, &entry.before, err) &&
           rows_put_terms(store, target_id, terms, since, err) &&
           journal_terms_json(store, target_id, since, arena, &entry.after, err) &&
           journal_put(store, actor, &entry, err);
}

bool store_set_terms(struct store *store, const struct target *target, const struct terms *terms,
                     daynum since, const struct actor *actor, struct err *err)
{
    if (!write_begin(store, err))
        return false;
    struct arena arena = {0};
    bool ok = set_terms(store, target->id, terms, since, actor, &arena, err);
    arena_free(&arena);
    return write_end(store, ok, err);
}

/* Are other terms in force on a day than those that were seen? */
static bool terms_overtaken(struct store *store, int64_t target_id, daynum day,
                            const struct terms *seen, bool *overtaken, struct err *err)
{
    bool row;
    sqlite3_stmt *stmt = stmt_get(store, SQL_TERMS_SAME, err);
    if (!stmt)
        return false;
    bind_terms(stmt, target_id, day, seen);
    if (!stmt_step(store, stmt, &row, err))
        return false;
    *overtaken = !row || sqlite3_column_int(stmt, 0) == 0;
    sqlite3_reset(stmt);
    return true;
}

bool store_replace_terms(struct store *store, const struct target *target,
                         const struct terms *terms, daynum since, const struct terms *seen,
                         const struct actor *actor, bool *overtaken, struct err *err)
{
    if (!write_begin(store, err))
        return false;
    struct arena arena = {0};
    bool ok = terms_overtaken(store, target->id, since, seen, overtaken, err);
    if (ok && !*overtaken)
        ok = set_terms(store, target->id, terms, since, actor, &arena, err);
    arena_free(&arena);
    return write_end(store, ok, err);
}

bool rows_put_thresholds(struct store *store, const struct thresholds *limits, daynum since,
                         struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_THRESHOLDS_PUT, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "iddiii", (int64_t)since, limits->spi_min, limits->forecast_slack,
              (int64_t)limits->due_soon_days, (int64_t)limits->reporting_days,
              (int64_t)limits->silent_periods);
    return stmt_run(store, stmt, err);
}

static bool set_thresholds(struct store *store, const struct thresholds *thresholds, daynum since,
                           const struct actor *actor, struct arena *arena, struct err *err)
{
    struct entry entry = {.what = "thresholds", .date = since};
    return journal_thresholds_json(store, since, arena, &entry.before, err) &&
           rows_put_thresholds(store, thresholds, since, err) &&
           journal_thresholds_json(store, since, arena, &entry.after, err) &&
           journal_put(store, actor, &entry, err);
}

bool store_set_thresholds(struct store *store, const struct thresholds *thresholds, daynum since,
                          const struct actor *actor, struct err *err)
{
    if (!write_begin(store, err))
        return false;
    struct arena arena = {0};
    bool ok = set_thresholds(store, thresholds, since, actor, &arena, err);
    arena_free(&arena);
    return write_end(store, ok, err);
}
