#include "store/days.h"

#include <stdlib.h>

#include "store/jumps.h"

enum { SLOTS = 4096, BLOCKS_MAX = SLOTS / 2, CHANGES_MAX = 65536 };

/* ---- what is held ---- */

static struct days_block **find_slot(struct days *days, int64_t id)
{
    size_t slot = (size_t)((uint64_t)id * 0x9E3779B97F4A7C15u >> 40) % SLOTS;
    while (days->slots[slot] && days->slots[slot]->id != id)
        slot = (slot + 1) % SLOTS;
    return &days->slots[slot];
}

static struct days_block *block_of(struct days *days, int64_t id)
{
    if (days->last && days->last->id == id)
        return days->last;
    if (!days->slots)
        days->slots = xcalloc(SLOTS, sizeof(struct days_block *));
    struct days_block **slot = find_slot(days, id);
    if (!*slot) {
        *slot = xcalloc(1, sizeof(**slot));
        (*slot)->id = id;
        days->used++;
    }
    return days->last = *slot;
}

void days_hold(struct days *days, const struct report_key *key, const struct days_figure *figure)
{
    int64_t span = days_span(key->date), unit = key->school_id - 1;
    struct days_block *block = block_of(days, days_id(span, key->target_id, unit / DAYS_SCHOOLS));
    struct days_change change = {
        .report.place = (int)(unit % DAYS_SCHOOLS * DAYS_SPAN + (key->date - span * DAYS_SPAN)),
        .at = (unsigned)block->count,
        .gone = !figure,
    };
    if (figure)
        change.report.figure = *figure;
    if (block->count > 0 && block->changes[block->count - 1].report.place >= change.report.place)
        block->unordered = true;
    block->changes = xroom(block->changes, block->count, &block->room, sizeof(change));
    block->changes[block->count++] = change;
    days->changes++;
}

bool days_full(const struct days *days)
{
    return days->used == BLOCKS_MAX;
}

bool days_mark(struct store *store, struct days *days, const struct report_key *key,
               const struct days_figure *figure, struct err *err)
{
    if (!days_possible(key))
        return store_damaged(store, "report", err);
    if ((days_full(days) || days->changes == CHANGES_MAX) && !days_flush(store, days, err))
        return false;
    days_hold(days, key, figure);
    return true;
}

/* The order of jumps_follow(): a target's block in all its spans. */
static int by_target(const void *left, const void *right)
{
    const struct days_of a = days_of((*(struct days_block *const *)left)->id);
    const struct days_of b = days_of((*(struct days_block *const *)right)->id);
    if (a.target_id != b.target_id)
        return a.target_id < b.target_id ? -1 : 1;
    if (a.block != b.block)
        return a.block < b.block ? -1 : 1;
    return (a.span > b.span) - (a.span < b.span);
}

/* The order of the table's rows. */
static int by_row(const void *left, const void *right)
{
    int64_t a = (*(struct days_block *const *)left)->id;
    int64_t b = (*(struct days_block *const *)right)->id;
    return (a > b) - (a < b);
}

/* Brings the blocks to the front of the slots, which are none any more then; how many they are. */
static size_t gather(struct days *days)
{
    size_t count = 0;
    for (size_t i = 0; days->slots && i < SLOTS; i++) {
        struct days_block *block = days->slots[i];
        days->slots[i] = NULL;
        if (block)
            days->slots[count++] = block;
    }
    return count;
}

/* ---- rows ---- */

static int by_place(const void *left, const void *right)
{
    const struct days_change *a = left, *b = right;
    if (a->report.place != b->report.place)
        return a->report.place < b->report.place ? -1 : 1;
    return (a->at > b->at) - (a->at < b->at);
}

/* Brings the changes into the order of places, and leaves the last one of each. */
static void order(struct days_block *block)
{
    size_t count = 0;
    if (!block->unordered)
        return;
    qsort(block->changes, block->count, sizeof(*block->changes), by_place);
    for (size_t i = 0; i < block->count; i++) {
        if (count > 0 && block->changes[count - 1].report.place == block->changes[i].report.place)
            count--;
        block->changes[count++] = block->changes[i];
    }
    block->count = count;
    block->unordered = false;
}

/* Writes down what a row says after the changes; `reader` is NULL where there is none yet. */
static void merge(struct days_reader *reader, const struct days_block *block,
                  struct days_writer *writer)
{
    struct days_report old;
    bool any = reader && days_next(reader, &old);
    days_begin(writer);
    for (size_t i = 0; i < block->count; i++) {
        const struct days_change *change = &block->changes[i];
        for (; any && old.place < change->report.place; any = days_next(reader, &old))
            days_add(writer, &old);
        if (any && old.place == change->report.place)
            any = days_next(reader, &old);
        if (!change->gone)
            days_add(writer, &change->report);
    }
    for (; any; any = days_next(reader, &old))
        days_add(writer, &old);
}

static sqlite3_stmt *row_of(struct store *store, enum sql sql, const struct days_block *block,
                            struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, sql, err);
    if (stmt)
        stmt_bind(stmt, "i", block->id);
    return stmt;
}

static bool write_row(struct store *store, const struct days_block *block,
                      const struct days_writer *writer, struct err *err)
{
    bool any = writer->days_len > 0;
    sqlite3_stmt *stmt = row_of(store, any ? SQL_DAYS_PUT : SQL_DAYS_DROP, block, err);
    if (!stmt)
        return false;
    if (any) {
        sqlite3_bind_blob(stmt, 2, writer->days, (int)writer->days_len, SQLITE_STATIC);
        sqlite3_bind_blob(stmt, 3, writer->figures, (int)writer->figures_len, SQLITE_STATIC);
    }
    return stmt_run(store, stmt, err);
}

/* Brings a block's changes into its row. */
static bool apply(struct store *store, struct days_block *block, struct days_writer *writer,
                  struct err *err)
{
    bool row;
    struct days_reader reader;
    sqlite3_stmt *stmt = row_of(store, SQL_DAYS_GET, block, err);
    if (!stmt || !stmt_step(store, stmt, &row, err))
        return false;
    order(block);
    bool sound = !row || days_open(&reader, stmt, 0);
    if (sound)
        merge(row ? &reader : NULL, block, writer);
    sound = sound && !(row && reader.broken);
    sqlite3_reset(stmt);
    return sound ? write_row(store, block, writer, err) : store_damaged(store, "report_days", err);
}

bool days_flush(struct store *store, struct days *days, struct err *err)
{
    struct days_writer writer = {0};
    size_t count = gather(days);
    bool ok = true;
    if (count > 0)
        qsort(days->slots, count, sizeof(struct days_block *), by_row);
    for (size_t i = 0; ok && i < count; i++)
        ok = apply(store, days->slots[i], &writer, err);
    if (count > 0)
        qsort(days->slots, count, sizeof(struct days_block *), by_target);
    ok = ok && jumps_follow(store, days->slots, count, err);
    days_writer_free(&writer);
    days_free(days);
    return ok;
}

static struct sv column_bytes(sqlite3_stmt *stmt, int column)
{
    const char *bytes = sqlite3_column_blob(stmt, column);
    return (struct sv){bytes, bytes ? (size_t)sqlite3_column_bytes(stmt, column) : 0};
}

/* Is a row of the table just what the changes say? */
static bool compare(struct store *store, struct days_block *block, struct days_writer *writer,
                    bool *same, struct err *err)
{
    bool row;
    sqlite3_stmt *stmt = row_of(store, SQL_DAYS_GET, block, err);
    if (!stmt || !stmt_step(store, stmt, &row, err))
        return false;
    merge(NULL, block, writer);
    const struct sv days = {(const char *)writer->days, writer->days_len};
    const struct sv figures = {(const char *)writer->figures, writer->figures_len};
    *same = row && sv_eq(column_bytes(stmt, 0), days) && sv_eq(column_bytes(stmt, 1), figures);
    sqlite3_reset(stmt);
    return true;
}

bool days_compare(struct store *store, struct days *days, bool *same, int64_t *rows,
                  struct err *err)
{
    struct days_writer writer = {0};
    size_t count = gather(days);
    bool ok = true;
    *same = true;
    for (size_t i = 0; ok && *same && i < count; i++)
        ok = compare(store, days->slots[i], &writer, same, err);
    *rows += (int64_t)count;
    days_writer_free(&writer);
    days_free(days);
    return ok;
}

void days_free(struct days *days)
{
    for (size_t i = 0; days->slots && i < SLOTS; i++) {
        if (days->slots[i])
            free(days->slots[i]->changes);
        free(days->slots[i]);
    }
    free(days->slots);
    *days = (struct days){0};
}

/* The span of the row that a statement finds from an id on. */
static bool find_span(struct store *store, enum sql sql, int64_t from, bool *any, int64_t *out,
                      struct err *err)
{
    bool row;
    sqlite3_stmt *stmt = stmt_get(store, sql, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "i", from);
    if (!stmt_step(store, stmt, &row, err))
        return false;
    *any = row && sqlite3_column_type(stmt, 0) != SQLITE_NULL;
    *out = *any ? days_of(sqlite3_column_int64(stmt, 0)).span : 0;
    sqlite3_reset(stmt);
    return days_span_within(*out) == *out || store_damaged(store, "report_days", err);
}

bool days_last_span(struct store *store, int64_t span, bool *any, int64_t *out, struct err *err)
{
    int64_t within = days_span_within(span);
    *any = false;
    return span < within ||
           find_span(store, SQL_DAYS_LAST, days_id(within + 1, 0, 0) - 1, any, out, err);
}

bool days_next_span(struct store *store, int64_t span, bool *any, int64_t *out, struct err *err)
{
    int64_t within = days_span_within(span);
    *any = false;
    return span > within || find_span(store, SQL_DAYS_NEXT, days_id(within, 0, 0), any, out, err);
}
