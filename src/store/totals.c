#include "store/totals.h"

#include <stdlib.h>

/* A day as it is kept. */
struct kept {
    struct point point;
    int64_t reports;
};

/* The days of one target that are walked through, from the first change on. */
struct booking {
    struct store *store;
    int64_t target_id;
    struct kept *kept;
    size_t count, room;
    struct tally shift;  /* what the changes so far add up to */
    struct tally before; /* what the target stood at by the end of the day before */
    struct tally old;    /* and what was kept for that */
};

struct point totals_point(sqlite3_stmt *stmt)
{
    return (struct point){.date = (daynum)sqlite3_column_int64(stmt, 0),
                          .tally = {
                              .value = sqlite3_column_int64(stmt, 1),
                              .of = sqlite3_column_int64(stmt, 2),
                              .reached = sqlite3_column_int64(stmt, 3),
                              .with_of = sqlite3_column_int64(stmt, 4),
                              .reporters = sqlite3_column_int64(stmt, 5),
                          }};
}

static bool same(const struct tally *a, const struct tally *b)
{
    return a->value == b->value && a->of == b->of && a->reached == b->reached &&
           a->with_of == b->with_of && a->reporters == b->reporters;
}

bool totals_latest(struct store *store, int64_t target_id, daynum day, bool *known,
                   struct point *out, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_DAY_LATEST, err);
    *out = (struct point){.date = DAY_NONE};
    if (!stmt)
        return false;
    stmt_bind(stmt, "ii", target_id, (int64_t)day);
    if (!stmt_step(store, stmt, known, err))
        return false;
    if (*known)
        *out = totals_point(stmt);
    sqlite3_reset(stmt);
    return true;
}

/* What the target stands at before its first change. */
static bool read_before(struct booking *booking, daynum first, struct err *err)
{
    bool known;
    struct point point;
    if (!totals_latest(booking->store, booking->target_id, first - 1, &known, &point, err))
        return false;
    booking->before = booking->old = point.tally;
    return true;
}

/* Reads the days from the first change on; they cannot be read while they are written. */
static bool read_kept(struct booking *booking, daynum first, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(booking->store, SQL_DAY_FROM, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "ii", booking->target_id, (int64_t)first);
    booking->count = 0;
    for (bool row;;) {
        if (!stmt_step(booking->store, stmt, &row, err))
            return false;
        if (!row)
            return true;
        booking->kept =
            xroom(booking->kept, booking->count, &booking->room, sizeof(*booking->kept));
        booking->kept[booking->count++] =
            (struct kept){totals_point(stmt), sqlite3_column_int64(stmt, 6)};
    }
}

static bool put(struct booking *booking, daynum date, const struct tally *tally, int64_t reports,
                struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(booking->store, SQL_DAY_PUT, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "iiiiiiii", booking->target_id, (int64_t)date, tally->value, tally->of,
              tally->reached, tally->with_of, tally->reporters, reports);
    return stmt_run(booking->store, stmt, err);
}

static bool drop(struct booking *booking, daynum date, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(booking->store, SQL_DAY_DROP, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "ii", booking->target_id, (int64_t)date);
    return stmt_run(booking->store, stmt, err);
}

/* Writes a day anew, where it becomes another. A day on which nothing changes and nothing was
 * reported is no day. */
static bool book(struct booking *booking, daynum date, const struct kept *kept, int64_t reports,
                 struct err *err)
{
    const struct tally *old = kept ? &kept->point.tally : &booking->old;
    struct tally now = tally_add(*old, booking->shift);
    bool nothing = reports == 0 && same(&now, &booking->before);
    bool ok = true;
    if (nothing && kept)
        ok = drop(booking, date, err);
    else if (!nothing && (!kept || reports != kept->reports || !same(&now, &kept->point.tally)))
        ok = put(booking, date, &now, reports, err);
    booking->old = *old;
    booking->before = now;
    return ok;
}

/* Goes through the days and the changes of one target side by side. */
static bool merge(struct booking *booking, const struct day_change *changes, size_t count,
                  struct err *err)
{
    size_t c = 0, k = 0;
    while (c < count || k < booking->count) {
        const struct kept *kept = k < booking->count ? &booking->kept[k] : NULL;
        const struct day_change *change = c < count ? &changes[c] : NULL;
        daynum kept_on = kept ? kept->point.date : DAY_NEVER,
               on = change ? change->date : DAY_NEVER;
        if (kept_on > on)
            kept = NULL;
        else if (on > kept_on)
            change = NULL;
        if (change)
            booking->shift = tally_add(booking->shift, change->tally);
        int64_t reports = (kept ? kept->reports : 0) + (change ? change->reports : 0);
        if (!book(booking, kept_on < on ? kept_on : on, kept, reports, err))
            return false;
        c += change != NULL;
        k += kept != NULL;
    }
    return true;
}

static int by_target_and_day(const void *a, const void *b)
{
    const struct day_change *left = a, *right = b;
    if (left->target_id != right->target_id)
        return left->target_id < right->target_id ? -1 : 1;
    return (left->date > right->date) - (left->date < right->date);
}

bool totals_add(struct store *store, struct day_change *changes, size_t count, struct err *err)
{
    struct booking booking = {.store = store};
    bool ok = true;
    if (count > 0)
        qsort(changes, count, sizeof(*changes), by_target_and_day);
    for (size_t from = 0, to; ok && from < count; from = to) {
        for (to = from + 1; to < count && changes[to].target_id == changes[from].target_id;)
            to++;
        booking.target_id = changes[from].target_id;
        booking.shift = (struct tally){0};
        ok = read_before(&booking, changes[from].date, err) &&
             read_kept(&booking, changes[from].date, err) &&
             merge(&booking, changes + from, to - from, err);
    }
    free(booking.kept);
    return ok;
}
