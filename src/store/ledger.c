#include "store/ledger.h"

#include <stdlib.h>

#include "store/walk.h"

/* The district itself is row 1 of the schools; the model calls it index 0. */
enum { DISTRICT_ID = 1 };

static struct tally tally_at(int64_t school_id, amount value, amount of)
{
    return tally_of(school_id == DISTRICT_ID ? SCHOOL_DISTRICT : SCHOOL_DISTRICT + 1, value, of);
}

/* ---- changes gathered by target and day ---- */

static struct day_change *find_slot(struct day_change *slots, size_t size, int64_t target_id,
                                    daynum date)
{
    uint64_t hash =
        (uint64_t)target_id * 0x9E3779B97F4A7C15u ^ (uint64_t)date * 0xC2B2AE3D27D4EB4Fu;
    size_t at = (size_t)(hash >> 32) & (size - 1);
    while (slots[at].target_id != 0 && (slots[at].target_id != target_id || slots[at].date != date))
        at = (at + 1) & (size - 1);
    return &slots[at];
}

static void grow(struct ledger *ledger)
{
    size_t size = ledger->size ? ledger->size * 2 : 256;
    struct day_change *slots = xcalloc(size, sizeof(*slots));
    for (size_t i = 0; i < ledger->size; i++) {
        const struct day_change *old = &ledger->slots[i];
        if (old->target_id != 0)
            *find_slot(slots, size, old->target_id, old->date) = *old;
    }
    free(ledger->slots);
    ledger->slots = slots;
    ledger->size = size;
}

/* The change of a target on a day, to be added to. */
static struct day_change *change_of(struct ledger *ledger, int64_t target_id, daynum date)
{
    if (ledger->used * 4 >= ledger->size * 3)
        grow(ledger);
    struct day_change *slot = find_slot(ledger->slots, ledger->size, target_id, date);
    if (slot->target_id == 0) {
        slot->target_id = target_id;
        slot->date = date;
        ledger->used++;
    }
    return slot;
}

/* ---- reports ---- */

struct report ledger_read(sqlite3_stmt *stmt, struct arena *arena)
{
    return (struct report){
        .value = sqlite3_column_int64(stmt, 0),
        .of = column_amount(stmt, 1),
        .note = column_text(stmt, 2, arena),
        .import_id = sqlite3_column_int64(stmt, 3),
        .line = sqlite3_column_int64(stmt, 4),
        .who = column_text(stmt, 5, arena),
        .at = column_text(stmt, 6, arena),
    };
}

bool ledger_get(struct store *store, const struct report_key *key, struct arena *arena, bool *found,
                struct report *out, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_REPORT_GET, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "iii", key->target_id, key->school_id, (int64_t)key->date);
    if (!stmt_step(store, stmt, found, err))
        return false;
    if (!*found)
        return true;
    *out = ledger_read(stmt, arena);
    sqlite3_reset(stmt);
    return true;
}

static bool read_neighbour(struct store *store, enum sql sql, const struct report_key *key,
                           struct neighbour *out, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, sql, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "iii", key->target_id, key->school_id, (int64_t)key->date);
    *out = (struct neighbour){0};
    if (!stmt_step(store, stmt, &out->found, err))
        return false;
    if (out->found) {
        out->date = (daynum)sqlite3_column_int64(stmt, 0);
        out->value = sqlite3_column_int64(stmt, 1);
        out->of = column_amount(stmt, 2);
        sqlite3_reset(stmt);
    }
    return true;
}

bool ledger_neighbours(struct store *store, const struct report_key *key, struct neighbour *before,
                       struct neighbour *after, struct err *err)
{
    return read_neighbour(store, SQL_REPORT_PREVIOUS, key, before, err) &&
           read_neighbour(store, SQL_REPORT_NEXT, key, after, err);
}

/* The tally of a neighbour; nothing when there is none. */
static struct tally tally_beside(const struct report_key *key, const struct neighbour *neighbour)
{
    if (!neighbour->found)
        return (struct tally){0};
    return tally_at(key->school_id, neighbour->value, neighbour->of);
}

/* Books that what stands on the key's day turns from `old` into `new`; the day after it that has
 * a report gives the difference back. */
static void book(struct ledger *ledger, const struct report_key *key, struct tally old,
                 struct tally new, int reports, const struct neighbour *after)
{
    struct tally gain = tally_subtract(new, old);
    struct day_change *day = change_of(ledger, key->target_id, key->date);
    day->tally = tally_add(day->tally, gain);
    day->reports += reports;
    if (after->found) {
        struct day_change *later = change_of(ledger, key->target_id, after->date);
        later->tally = tally_subtract(later->tally, gain);
    }
}

bool ledger_book(struct store *store, struct ledger *ledger, const struct report_key *key,
                 amount value, amount of, const struct place *place, struct err *err)
{
    if (!may_write_school(store, key->school_id, err))
        return false;
    struct tally new = tally_at(key->school_id, value, of);
    struct tally old = place->found ? tally_at(key->school_id, place->value, place->of)
                                    : tally_beside(key, &place->before);
    book(ledger, key, old, new, place->found ? 0 : 1, &place->after);
    return days_mark(store, &ledger->days, key, &(struct days_figure){value, of}, err);
}

bool ledger_before(struct store *store, const struct report_key *key, struct neighbour *before,
                   struct err *err)
{
    return read_neighbour(store, SQL_REPORT_PREVIOUS, key, before, err);
}

static bool ledger_after(struct store *store, const struct report_key *key, struct neighbour *after,
                         struct err *err)
{
    return read_neighbour(store, SQL_REPORT_NEXT, key, after, err);
}

/* What holds on the key's day now: its own report, else the school's last one before. */
static bool tally_now(struct store *store, const struct report_key *key, bool *own,
                      struct tally *out, struct err *err)
{
    struct arena arena = {0};
    struct report report;
    struct neighbour before;
    bool ok = ledger_get(store, key, &arena, own, &report, err);
    arena_free(&arena);
    if (!ok)
        return false;
    if (*own) {
        *out = tally_at(key->school_id, report.value, report.of);
        return true;
    }
    if (!read_neighbour(store, SQL_REPORT_PREVIOUS, key, &before, err))
        return false;
    *out = tally_beside(key, &before);
    return true;
}

static const char *text_or_null(const char *text)
{
    return text && text[0] != '\0' ? text : NULL;
}

bool ledger_put(struct store *store, struct ledger *ledger, const struct report_key *key,
                const struct report *report, struct err *err)
{
    if (!may_write_school(store, key->school_id, err))
        return false;
    bool own;
    struct tally old;
    struct neighbour after;
    const struct days_figure figure = {report->value, report->of};
    struct tally new = tally_at(key->school_id, report->value, report->of);
    if (!tally_now(store, key, &own, &old, err) || !ledger_after(store, key, &after, err) ||
        !days_mark(store, &ledger->days, key, &figure, err))
        return false;
    book(ledger, key, old, new, own ? 0 : 1, &after);
    sqlite3_stmt *stmt = stmt_get(store, SQL_REPORT_PUT, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "iiiiatkktt", key->target_id, key->school_id, (int64_t)key->date, report->value,
              report->of, text_or_null(report->note), report->import_id, report->line,
              text_or_null(report->who), text_or_null(report->at));
    return stmt_run(store, stmt, err);
}

bool ledger_drop(struct store *store, struct ledger *ledger, const struct report_key *key,
                 struct err *err)
{
    if (!may_write_school(store, key->school_id, err))
        return false;
    bool own;
    struct tally old;
    struct neighbour before, after;
    if (!tally_now(store, key, &own, &old, err))
        return false;
    if (!own)
        return true;
    if (!ledger_before(store, key, &before, err) || !ledger_after(store, key, &after, err) ||
        !days_mark(store, &ledger->days, key, NULL, err))
        return false;
    book(ledger, key, old, tally_beside(key, &before), -1, &after);
    sqlite3_stmt *stmt = stmt_get(store, SQL_REPORT_DROP, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "iii", key->target_id, key->school_id, (int64_t)key->date);
    return stmt_run(store, stmt, err);
}

/* Brings the used slots to the front. */
static size_t pack(struct ledger *ledger)
{
    size_t count = 0;
    for (size_t i = 0; i < ledger->size; i++) {
        if (ledger->slots[i].target_id != 0)
            ledger->slots[count++] = ledger->slots[i];
    }
    return count;
}

bool ledger_flush(struct store *store, struct ledger *ledger, struct err *err)
{
    bool ok = totals_add(store, ledger->slots, pack(ledger), err) &&
              days_flush(store, &ledger->days, err);
    ledger_free(ledger);
    return ok;
}

void ledger_free(struct ledger *ledger)
{
    free(ledger->slots);
    days_free(&ledger->days);
    *ledger = (struct ledger){0};
}
