#include "store/walk.h"

#include <string.h>

/* So many reports are passed one by one before the place is looked up instead, which takes as long;
 * and at most so many places are looked up before that is tried again. */
enum { STEPS_MAX = 4, LEAPS_MAX = 255 };

static int order(const struct report_key *a, const struct report_key *b)
{
    if (a->target_id != b->target_id)
        return a->target_id < b->target_id ? -1 : 1;
    if (a->school_id != b->school_id)
        return a->school_id < b->school_id ? -1 : 1;
    return (a->date > b->date) - (a->date < b->date);
}

static bool beside(const struct report_key *a, const struct report_key *b)
{
    return a->target_id == b->target_id && a->school_id == b->school_id;
}

bool walk_is_behind(const struct walk *walk, const struct report_key *key)
{
    return walk->last.target_id != 0 && order(&walk->last, key) >= 0;
}

void walk_stop(struct walk *walk)
{
    if (walk->stmt)
        sqlite3_reset(walk->stmt);
    walk->stmt = NULL;
}

static bool step(struct store *store, struct walk *walk, struct err *err)
{
    bool row;
    if (!stmt_step(store, walk->stmt, &row, err)) {
        walk->stmt = NULL;
        return false;
    }
    walk->end = !row;
    if (row) {
        walk->next.target_id = walk->target_id;
        walk->next.school_id = sqlite3_column_int64(walk->stmt, 0);
        walk->next.date = (daynum)sqlite3_column_int64(walk->stmt, 1);
        walk->value = sqlite3_column_int64(walk->stmt, 2);
        walk->of = column_amount(walk->stmt, 3);
    }
    return true;
}

/* Goes to the first report of the key's target at or after the key, or with ANY_DAY at or after its
 * school; the latter is cheaper to walk along. */
enum { ANY_DAY = INT32_MIN };

static bool seek(struct store *store, struct walk *walk, const struct report_key *key, daynum date,
                 struct err *err)
{
    walk_stop(walk); /* the other of the two must not stay open: it would hold a read transaction */
    walk->stmt = stmt_get(store, date == ANY_DAY ? SQL_REPORT_WALK : SQL_REPORT_WALK_FROM, err);
    if (!walk->stmt)
        return false;
    walk->target_id = key->target_id;
    if (date == ANY_DAY)
        stmt_bind(walk->stmt, "ii", key->target_id, key->school_id);
    else
        stmt_bind(walk->stmt, "iii", key->target_id, key->school_id, (int64_t)date);
    return step(store, walk, err);
}

static struct neighbour next_as_neighbour(const struct walk *walk)
{
    return (struct neighbour){true, walk->next.date, walk->value, walk->of};
}

/* Looks up the first report of the key's school and target, as walking there took too long, or did
 * so last time. Walking is tried the more rarely, the more often that was for nothing. */
static bool leap(struct store *store, struct walk *walk, const struct report_key *key, bool walked,
                 struct err *err)
{
    if (walked && walk->leaps_max < LEAPS_MAX)
        walk->leaps_max = walk->leaps_max * 2 + 1;
    walk->leaps = walked ? walk->leaps_max : walk->leaps - 1;
    return seek(store, walk, key, ANY_DAY, err);
}

/* Passes what comes before the school and target of the key. */
static bool reach(struct store *store, struct walk *walk, const struct report_key *key,
                  struct err *err)
{
    const struct report_key first = {key->target_id, key->school_id, ANY_DAY};
    int steps = 0;
    for (; !walk->end && order(&walk->next, &first) < 0; steps++) {
        if (walk->leaps > 0 || steps == STEPS_MAX)
            return leap(store, walk, key, walk->leaps == 0, err);
        if (!step(store, walk, err))
            return false;
    }
    walk->leaps_max = steps > 0 ? 0 : walk->leaps_max;
    return true;
}

/* Goes from the school's first reports of many to those around the key. */
static bool skip(struct store *store, struct walk *walk, const struct report_key *key,
                 struct err *err)
{
    struct neighbour before;
    if (!ledger_before(store, key, &before, err) || !seek(store, walk, key, key->date, err))
        return false;
    if (before.found && before.date > walk->before.date)
        walk->before = before;
    return true;
}

/* Passes what comes before the key. */
static bool pass(struct store *store, struct walk *walk, const struct report_key *key,
                 struct err *err)
{
    if (!reach(store, walk, key, err))
        return false;
    for (int steps = 0; !walk->end && order(&walk->next, key) < 0; steps++) {
        walk->before = next_as_neighbour(walk);
        if (!(steps < STEPS_MAX ? step(store, walk, err) : skip(store, walk, key, err)))
            return false;
    }
    return true;
}

/* Is the note of the report that comes next this one? */
static bool has_note(const struct walk *walk, struct sv note)
{
    const char *text = (const char *)sqlite3_column_text(walk->stmt, 4);
    size_t len = text ? (size_t)sqlite3_column_bytes(walk->stmt, 4) : 0;
    return len == note.len && (len == 0 || memcmp(text, note.data, len) == 0);
}

bool walk_to(struct store *store, struct walk *walk, const struct report_key *key, struct sv note,
             struct place *out, struct err *err)
{
    if (walk_is_behind(walk, key)) {
        walk_stop(walk);
        walk->last = (struct report_key){0};
    }
    bool same = beside(&walk->last, key);
    if (!same)
        walk->before = (struct neighbour){0};
    walk->last = *key;
    /* A unit that is new here may have older reports. */
    bool lost = !walk->stmt || walk->target_id != key->target_id;
    if ((lost && !seek(store, walk, key, same ? key->date : ANY_DAY, err)) ||
        !pass(store, walk, key, err))
        return false;
    *out = (struct place){.before = walk->before};
    if (!walk->end && order(&walk->next, key) == 0) {
        out->found = true;
        out->value = walk->value;
        out->of = walk->of;
        out->same_note = has_note(walk, note);
        walk->before = next_as_neighbour(walk);
        if (!step(store, walk, err))
            return false;
    }
    if (!walk->end && beside(&walk->next, key))
        out->after = next_as_neighbour(walk);
    return true;
}

void walk_put(struct walk *walk, amount value, amount of)
{
    walk->before = (struct neighbour){true, walk->last.date, value, of};
}
