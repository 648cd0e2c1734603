#include "store/days.h"

#include <stdlib.h>
#include <string.h>

#include "store/ledger.h"

enum {
    SLOTS = 4096,
    HELD_MAX = SLOTS / 2,
    WHO = DAYS_SCHOOLS / 8, /* a bit a school: has it any day? */
    EACH = 4                /* then so many bytes for each that has */
};

int64_t days_span(daynum date)
{
    int64_t day = date;
    return day >= 0 ? day / DAYS_SPAN : -((-day + DAYS_SPAN - 1) / DAYS_SPAN);
}

static uint32_t four_bytes(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
           (uint32_t)bytes[3] << 24;
}

bool days_read(sqlite3_stmt *stmt, int column, uint32_t out[DAYS_SCHOOLS])
{
    const unsigned char *bytes = sqlite3_column_blob(stmt, column);
    size_t size = bytes ? (size_t)sqlite3_column_bytes(stmt, column) : 0;
    if (size < WHO)
        return false;
    const unsigned char *next = bytes + WHO, *end = bytes + size;
    for (size_t i = 0; i < DAYS_SCHOOLS; i++) {
        out[i] = 0;
        if (!(bytes[i / 8] >> i % 8 & 1))
            continue;
        if (end - next < EACH)
            return false;
        out[i] = four_bytes(next);
        next += EACH;
    }
    return next == end;
}

/* The days as a row holds them; returns their size in bytes, 0 when no school has a day. */
static size_t pack(const uint32_t days[DAYS_SCHOOLS], unsigned char out[WHO + DAYS_SCHOOLS * EACH])
{
    size_t size = WHO;
    memset(out, 0, WHO);
    for (size_t i = 0; i < DAYS_SCHOOLS; i++) {
        if (days[i] == 0)
            continue;
        out[i / 8] |= (unsigned char)(1 << i % 8);
        for (size_t byte = 0; byte < EACH; byte++)
            out[size++] = (unsigned char)(days[i] >> 8 * byte);
    }
    return size > WHO ? size : 0;
}

static bool is_block(const struct days_block *block, int64_t span, int64_t target_id, int64_t at)
{
    return block->span == span && block->target_id == target_id && block->block == at;
}

static struct days_block **find_slot(struct days *days, int64_t span, int64_t target_id, int64_t at)
{
    uint64_t hash = (uint64_t)span * 0x9E3779B97F4A7C15u ^
                    (uint64_t)target_id * 0xC2B2AE3D27D4EB4Fu ^ (uint64_t)at * 0x165667B19E3779F9u;
    size_t slot = (size_t)(hash >> 40) % SLOTS;
    while (days->slots[slot] && !is_block(days->slots[slot], span, target_id, at))
        slot = (slot + 1) % SLOTS;
    return &days->slots[slot];
}

/* Reads what a row of the table says; no row is no day. */
static bool read_row(struct store *store, const struct days_block *block,
                     uint32_t out[DAYS_SCHOOLS], struct err *err)
{
    bool row;
    sqlite3_stmt *stmt = stmt_get(store, SQL_DAYS_GET, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "iii", block->span, block->target_id, block->block);
    if (!stmt_step(store, stmt, &row, err))
        return false;
    memset(out, 0, DAYS_SCHOOLS * sizeof(*out));
    bool ok = !row || days_read(stmt, 0, out);
    sqlite3_reset(stmt);
    return ok || store_damaged(store, "report_days", err);
}

static bool write_row(struct store *store, const struct days_block *block,
                      const uint32_t days[DAYS_SCHOOLS], struct err *err)
{
    unsigned char packed[WHO + DAYS_SCHOOLS * EACH];
    size_t bytes = pack(days, packed);
    sqlite3_stmt *stmt = stmt_get(store, bytes > 0 ? SQL_DAYS_PUT : SQL_DAYS_DROP, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "iii", block->span, block->target_id, block->block);
    if (bytes > 0)
        sqlite3_bind_blob(stmt, 4, packed, (int)bytes, SQLITE_TRANSIENT);
    return stmt_run(store, stmt, err);
}

/* Brings a block's changes into its row. */
static bool apply(struct store *store, const struct days_block *block, struct err *err)
{
    uint32_t days[DAYS_SCHOOLS];
    if (!read_row(store, block, days, err))
        return false;
    for (size_t i = 0; i < DAYS_SCHOOLS; i++)
        days[i] = (days[i] & ~block->gone[i]) | block->there[i];
    return write_row(store, block, days, err);
}

/* The block of that place; NULL when room for it could not be made. */
static struct days_block *block_of(struct store *store, struct days *days, int64_t span,
                                   int64_t target_id, int64_t at, struct err *err)
{
    if (days->last && is_block(days->last, span, target_id, at))
        return days->last;
    if (days->used == HELD_MAX && !days_flush(store, days, err))
        return NULL;
    if (!days->slots)
        days->slots = xcalloc(SLOTS, sizeof(struct days_block *));
    struct days_block **slot = find_slot(days, span, target_id, at);
    if (!*slot) {
        *slot = xcalloc(1, sizeof(**slot));
        (*slot)->span = span;
        (*slot)->target_id = target_id;
        (*slot)->block = at;
        days->used++;
    }
    return days->last = *slot;
}

static void add_to_list(struct days *days, const struct report_key *key, bool there)
{
    days->list = xroom(days->list, days->list_count, &days->list_size, sizeof(*days->list));
    days->list[days->list_count++] = (struct days_mark){*key, there};
}

bool days_mark(struct store *store, struct days *days, const struct report_key *key, bool there,
               struct err *err)
{
    int64_t span = days_span(key->date);
    if (days->listed) {
        add_to_list(days, key, there);
        return true;
    }
    struct days_block *block =
        block_of(store, days, span, key->target_id, (key->school_id - 1) / DAYS_SCHOOLS, err);
    if (!block)
        return false;
    size_t school = (size_t)((key->school_id - 1) % DAYS_SCHOOLS);
    uint32_t bit = UINT32_C(1) << (key->date - span * DAYS_SPAN);
    (there ? block->there : block->gone)[school] |= bit;
    (there ? block->gone : block->there)[school] &= ~bit;
    return true;
}

bool days_join(struct store *store, struct days *days, const struct days *later, struct err *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < later->list_count; i++)
        ok = days_mark(store, days, &later->list[i].key, later->list[i].there, err);
    return ok;
}

/* The order of the table's rows. */
static int by_row(const void *left, const void *right)
{
    const struct days_block *a = *(struct days_block *const *)left;
    const struct days_block *b = *(struct days_block *const *)right;
    if (a->span != b->span)
        return a->span < b->span ? -1 : 1;
    if (a->target_id != b->target_id)
        return a->target_id < b->target_id ? -1 : 1;
    return (a->block > b->block) - (a->block < b->block);
}

bool days_flush(struct store *store, struct days *days, struct err *err)
{
    size_t count = 0;
    bool ok = true;
    for (size_t i = 0; days->slots && i < SLOTS; i++) {
        struct days_block *block = days->slots[i];
        days->slots[i] = NULL;
        if (block)
            days->slots[count++] = block;
    }
    if (count > 0)
        qsort(days->slots, count, sizeof(struct days_block *), by_row);
    for (size_t i = 0; ok && i < count; i++)
        ok = apply(store, days->slots[i], err);
    days_free(days);
    return ok;
}

void days_free(struct days *days)
{
    for (size_t i = 0; days->slots && i < SLOTS; i++)
        free(days->slots[i]);
    free(days->slots);
    free(days->list);
    *days = (struct days){0};
}

/* Calls `visit` for the key of every report. */
typedef bool key_fn(struct store *store, void *context, const struct report_key *key,
                    struct err *err);

static bool each_key(struct store *store, key_fn *visit, void *context, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_DAYS_KEYS, err);
    if (!stmt)
        return false;
    for (bool row;;) {
        if (!stmt_step(store, stmt, &row, err))
            return false;
        if (!row)
            return true;
        const struct report_key key = {
            .target_id = sqlite3_column_int64(stmt, 0),
            .school_id = sqlite3_column_int64(stmt, 1),
            .date = (daynum)sqlite3_column_int64(stmt, 2),
        };
        if (key.school_id < 1 || !visit(store, context, &key, err)) {
            sqlite3_reset(stmt);
            return key.school_id < 1 ? store_damaged(store, "report", err) : false;
        }
    }
}

static bool mark_key(struct store *store, void *context, const struct report_key *key,
                     struct err *err)
{
    return days_mark(store, context, key, true, err);
}

bool days_make(struct store *store, struct err *err)
{
    bool row, missing;
    sqlite3_stmt *stmt = stmt_get(store, SQL_DAYS_MISSING, err);
    if (!stmt || !stmt_step(store, stmt, &row, err))
        return false;
    missing = sqlite3_column_int(stmt, 0) != 0;
    sqlite3_reset(stmt);
    if (!missing)
        return true;
    struct days days = {0};
    bool ok = each_key(store, mark_key, &days, err) && days_flush(store, &days, err);
    days_free(&days);
    return ok;
}

/* What an examination counts: reports whose bit is there; then the bits must be as many. */
struct tallying {
    struct days days; /* `there` is what a row says */
    int64_t reports;
    bool sound;
};

static bool check_key(struct store *store, void *context, const struct report_key *key,
                      struct err *err)
{
    struct tallying *tallying = context;
    int64_t span = days_span(key->date);
    if (tallying->days.used == HELD_MAX)
        days_free(&tallying->days);
    size_t held = tallying->days.used;
    struct days_block *block = block_of(store, &tallying->days, span, key->target_id,
                                        (key->school_id - 1) / DAYS_SCHOOLS, err);
    if (!block || (tallying->days.used > held && !read_row(store, block, block->there, err)))
        return false;
    tallying->reports++;
    if (!(block->there[(key->school_id - 1) % DAYS_SCHOOLS] >> (key->date - span * DAYS_SPAN) & 1))
        tallying->sound = false;
    return true;
}

static bool count_bits(struct store *store, int64_t *out, struct err *err)
{
    *out = 0;
    sqlite3_stmt *stmt = stmt_get(store, SQL_DAYS_ALL, err);
    if (!stmt)
        return false;
    for (bool row;;) {
        if (!stmt_step(store, stmt, &row, err))
            return false;
        if (!row)
            return true;
        uint32_t days[DAYS_SCHOOLS];
        bool ours = days_read(stmt, 0, days);
        for (size_t i = 0; ours && i < DAYS_SCHOOLS; i++)
            *out += __builtin_popcount(days[i]);
    }
}

bool days_examine(struct store *store, bool *sound, struct err *err)
{
    struct tallying tallying = {.sound = true};
    int64_t bits = 0;
    bool ok = each_key(store, check_key, &tallying, err) && count_bits(store, &bits, err);
    days_free(&tallying.days);
    *sound = ok && tallying.sound && bits == tallying.reports;
    return ok || err->code == ERR_DATA; /* a row that cannot be read is not sound either */
}
