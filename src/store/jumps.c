#include "store/jumps.h"

#include <stdlib.h>

#include "duban/outliers.h"

/* A jump that was found. */
struct found {
    int school; /* of the block */
    daynum date;
    struct jump jump;
};

/* A school of the block. */
struct unit {
    daynum from; /* the first day that was changed; DAY_NEVER: none was */
    bool kept;   /* the table has jumps from that day on */
    struct jump_series series;
};

/* The series of one target's block of schools. */
struct following {
    struct store *store;
    int64_t target_id, block;
    enum measure measure;
    int64_t *spans; /* all that the table has, in order */
    size_t span_count, span_room;
    struct unit units[DAYS_SCHOOLS];
    int changed[DAYS_SCHOOLS], changed_count; /* those with changes */
    struct found *found;
    size_t count, room;
};

bool jumps_measure(struct store *store, int64_t target_id, enum measure *out, struct err *err)
{
    bool row;
    sqlite3_stmt *stmt = stmt_get(store, SQL_PLAN_MEASURE, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "i", target_id);
    if (!stmt_step(store, stmt, &row, err))
        return false;
    const char *word = row ? (const char *)sqlite3_column_text(stmt, 0) : NULL;
    bool known = word && measure_parse(sv_from(word), out);
    sqlite3_reset(stmt);
    return known || store_damaged(store, "target", err);
}

/* Which spans the table has. */
static bool read_spans(struct following *all, struct err *err)
{
    bool any;
    for (int64_t span = INT64_MIN;; span++) {
        if (!days_next_span(all->store, span, &any, &span, err))
            return false;
        if (!any)
            return true;
        all->spans = xroom(all->spans, all->span_count, &all->span_room, sizeof(*all->spans));
        all->spans[all->span_count++] = span;
    }
}

/* Which schools have jumps in the table that may be none any more. */
static bool read_kept(struct following *all, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(all->store, SQL_JUMP_OF_BLOCK, err);
    int64_t first = all->block * DAYS_SCHOOLS + 1;
    if (!stmt)
        return false;
    stmt_bind(stmt, "iii", all->target_id, first, first + DAYS_SCHOOLS - 1);
    for (bool row;;) {
        if (!stmt_step(all->store, stmt, &row, err))
            return false;
        if (!row)
            return true;
        int64_t school = sqlite3_column_int64(stmt, 0) - first;
        if (sqlite3_column_int64(stmt, 1) >= all->units[school].from)
            all->units[school].kept = true;
    }
}

/* Goes on with the series of a school that was changed. */
static void follow(struct following *all, int school, daynum date, const struct days_figure *figure)
{
    struct jump jump;
    struct unit *unit = &all->units[school];
    const struct latest report = {date, figure->value, figure->of};
    if (!jumps_next(&unit->series, all->measure, &report, &jump) || date < unit->from)
        return;
    all->found = xroom(all->found, all->count, &all->room, sizeof(*all->found));
    all->found[all->count++] = (struct found){school, date, jump};
}

static bool read_span(struct following *all, int64_t span, struct err *err)
{
    bool row;
    struct days_reader reader;
    struct days_report report;
    sqlite3_stmt *stmt = stmt_get(all->store, SQL_DAYS_GET, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "i", days_id(span, all->target_id, all->block));
    if (!stmt_step(all->store, stmt, &row, err))
        return false;
    bool sound = !row || days_open(&reader, stmt, 0);
    while (row && sound && days_next(&reader, &report)) {
        int school = report.place / DAYS_SPAN;
        if (all->units[school].from != DAY_NEVER)
            follow(all, school, (daynum)(span * DAYS_SPAN + report.place % DAYS_SPAN),
                   &report.figure);
    }
    sound = sound && !(row && reader.broken);
    sqlite3_reset(stmt);
    return sound || store_damaged(all->store, "report_days", err);
}

/* Can anything still be found? Where no report has a denominator, soon nothing can. */
static bool is_open(const struct following *all)
{
    for (int i = 0; i < all->changed_count; i++) {
        if (!all->units[all->changed[i]].series.lost)
            return true;
    }
    return false;
}

static bool drop_kept(struct following *all, struct err *err)
{
    for (int i = 0; i < all->changed_count; i++) {
        const struct unit *unit = &all->units[all->changed[i]];
        if (!unit->kept)
            continue;
        sqlite3_stmt *stmt = stmt_get(all->store, SQL_JUMP_DROP, err);
        if (!stmt)
            return false;
        stmt_bind(stmt, "iii", all->target_id, all->block * DAYS_SCHOOLS + all->changed[i] + 1,
                  (int64_t)unit->from);
        if (!stmt_run(all->store, stmt, err))
            return false;
    }
    return true;
}

static bool put_found(struct following *all, struct err *err)
{
    for (size_t i = 0; i < all->count; i++) {
        const struct found *found = &all->found[i];
        sqlite3_stmt *stmt = stmt_get(all->store, SQL_JUMP_PUT, err);
        if (!stmt)
            return false;
        stmt_bind(stmt, "iiiddd", all->target_id, all->block * DAYS_SCHOOLS + found->school + 1,
                  (int64_t)found->date, found->jump.change, found->jump.usual, found->jump.score);
        if (!stmt_run(all->store, stmt, err))
            return false;
    }
    return true;
}

/* Is nothing to be found from the report's day on? Then its series need not be read. */
static bool is_lost(const struct following *all, const struct days_change *change)
{
    return all->measure == MEASURE_SHARE && change->report.figure.of == AMOUNT_NONE;
}

static void note_changes(struct following *all, const struct days_block *block)
{
    int64_t first = days_of(block->id).span * DAYS_SPAN;
    for (size_t i = 0; i < block->count; i++) {
        const struct days_change *change = &block->changes[i];
        int school = change->report.place / DAYS_SPAN;
        daynum date = (daynum)(first + change->report.place % DAYS_SPAN);
        struct unit *unit = &all->units[school];
        if (unit->from == DAY_NEVER)
            all->changed[all->changed_count++] = school;
        if (date < unit->from) {
            unit->from = date;
            unit->series.lost = is_lost(all, change);
        }
    }
}

static void forget_changes(struct following *all)
{
    for (int i = 0; i < all->changed_count; i++) {
        struct unit *unit = &all->units[all->changed[i]];
        unit->from = DAY_NEVER;
        unit->kept = false;
        jumps_reset(&unit->series);
    }
    all->changed_count = 0;
    all->count = 0;
}

/* Follows one target's block; `blocks` are its spans that were changed. */
static bool follow_block(struct following *all, struct days_block *const *blocks, size_t count,
                         struct err *err)
{
    all->block = days_of(blocks[0]->id).block;
    for (size_t i = 0; i < count; i++)
        note_changes(all, blocks[i]);
    bool ok = read_kept(all, err);
    for (size_t i = 0; ok && i < all->span_count && is_open(all); i++)
        ok = read_span(all, all->spans[i], err);
    ok = ok && drop_kept(all, err) && put_found(all, err);
    forget_changes(all);
    return ok;
}

/* Is it the same target's and the same schools' in another span? */
static bool is_beside(const struct days_block *block, const struct days_of *of)
{
    const struct days_of other = days_of(block->id);
    return other.target_id == of->target_id && other.block == of->block;
}

static bool follow_all(struct following *all, struct days_block *const *blocks, size_t count,
                       struct err *err)
{
    for (size_t from = 0, to; from < count; from = to) {
        const struct days_of of = days_of(blocks[from]->id);
        for (to = from + 1; to < count && is_beside(blocks[to], &of);)
            to++;
        if (of.target_id != all->target_id &&
            !jumps_measure(all->store, of.target_id, &all->measure, err))
            return false;
        all->target_id = of.target_id;
        if (jumps_possible(all->measure) && !follow_block(all, blocks + from, to - from, err))
            return false;
    }
    return true;
}

bool jumps_follow(struct store *store, struct days_block *const *blocks, size_t count,
                  struct err *err)
{
    if (count == 0)
        return true;
    struct following *all = xcalloc(1, sizeof(*all));
    all->store = store;
    for (int i = 0; i < DAYS_SCHOOLS; i++)
        all->units[i].from = DAY_NEVER;
    bool ok = read_spans(all, err) && follow_all(all, blocks, count, err);
    for (int i = 0; i < DAYS_SCHOOLS; i++)
        jumps_end(&all->units[i].series);
    free(all->spans);
    free(all->found);
    free(all);
    return ok;
}
