#include "store/jumps.h"

#include <stdlib.h>
#include <string.h>

#include "duban/outliers.h"

/* A jump that was found. */
struct found {
    int school; /* of the block */
    daynum date;
    struct jump jump;
};

/* The series of one target's block of schools. */
struct following {
    struct store *store;
    int64_t target_id, block;
    enum measure measure;
    int64_t *spans; /* all that the table has, in order */
    size_t span_count, span_room;
    daynum from[DAYS_SCHOOLS]; /* the first day that was changed; DAY_NEVER: none was */
    bool kept[DAYS_SCHOOLS];   /* the table has jumps from that day on */
    struct jump_series series[DAYS_SCHOOLS];
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
        if (sqlite3_column_int64(stmt, 1) >= all->from[school])
            all->kept[school] = true;
    }
}

/* Goes on with the series of a school that was changed. */
static void follow(struct following *all, int school, daynum date, const struct days_figure *figure)
{
    struct jump jump;
    const struct latest report = {date, figure->value, figure->of};
    if (!jumps_next(&all->series[school], all->measure, &report, &jump) || date < all->from[school])
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
        if (all->from[school] != DAY_NEVER)
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
    for (int i = 0; i < DAYS_SCHOOLS; i++) {
        if (all->from[i] != DAY_NEVER && !all->series[i].lost)
            return true;
    }
    return false;
}

static bool drop_kept(struct following *all, struct err *err)
{
    for (int i = 0; i < DAYS_SCHOOLS; i++) {
        if (!all->kept[i])
            continue;
        sqlite3_stmt *stmt = stmt_get(all->store, SQL_JUMP_DROP, err);
        if (!stmt)
            return false;
        stmt_bind(stmt, "iii", all->target_id, all->block * DAYS_SCHOOLS + i + 1,
                  (int64_t)all->from[i]);
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
        if (date < all->from[school]) {
            all->from[school] = date;
            all->series[school].lost = is_lost(all, change);
        }
    }
}

/* Follows one target's block; `blocks` are its spans that were changed. */
static bool follow_block(struct following *all, struct days_block *const *blocks, size_t count,
                         struct err *err)
{
    all->block = days_of(blocks[0]->id).block;
    all->count = 0;
    for (int i = 0; i < DAYS_SCHOOLS; i++) {
        all->from[i] = DAY_NEVER;
        all->kept[i] = false;
        jumps_reset(&all->series[i]);
    }
    for (size_t i = 0; i < count; i++)
        note_changes(all, blocks[i]);
    bool ok = read_kept(all, err);
    for (size_t i = 0; ok && i < all->span_count && is_open(all); i++)
        ok = read_span(all, all->spans[i], err);
    return ok && drop_kept(all, err) && put_found(all, err);
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
    bool ok = read_spans(all, err) && follow_all(all, blocks, count, err);
    for (int i = 0; i < DAYS_SCHOOLS; i++)
        jumps_end(&all->series[i]);
    free(all->spans);
    free(all->found);
    free(all);
    return ok;
}
