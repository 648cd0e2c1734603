/* jumps_all.c - the kept jumps, held against all reports. */
#include "duban/outliers.h"
#include "store/jumps.h"

/* A row of the table, or one that should be there. */
struct kept {
    struct report_key key;
    struct jump jump;
};

/* Both walks go in the order of keys: what one finds must come next in the other. */
struct examining {
    sqlite3_stmt *stmt; /* the rows of the table */
    struct report_key last;
    enum measure measure;
    struct jump_series series;
    bool sound;
};

static bool next_kept(struct store *store, struct examining *all, bool *any, struct kept *out,
                      struct err *err)
{
    if (!stmt_step(store, all->stmt, any, err))
        return false;
    if (*any) {
        out->key = (struct report_key){sqlite3_column_int64(all->stmt, 0),
                                       sqlite3_column_int64(all->stmt, 1),
                                       (daynum)sqlite3_column_int64(all->stmt, 2)};
        out->jump =
            (struct jump){sqlite3_column_double(all->stmt, 3), sqlite3_column_double(all->stmt, 4),
                          sqlite3_column_double(all->stmt, 5)};
    }
    return true;
}

static bool same(const struct kept *kept, const struct report_key *key, const struct jump *jump)
{
    return kept->key.target_id == key->target_id && kept->key.school_id == key->school_id &&
           kept->key.date == key->date && kept->jump.change == jump->change &&
           kept->jump.usual == jump->usual && kept->jump.score == jump->score;
}

static bool compare(struct store *store, void *context, const struct report_key *key,
                    const struct days_figure *figure, struct err *err)
{
    struct examining *all = context;
    struct kept kept;
    struct jump jump;
    const struct latest report = {key->date, figure->value, figure->of};
    if (!all->sound)
        return true;
    if (key->target_id != all->last.target_id || key->school_id != all->last.school_id)
        jumps_reset(&all->series);
    if (key->target_id != all->last.target_id &&
        !jumps_measure(store, key->target_id, &all->measure, err))
        return false;
    all->last = *key;
    if (!jumps_possible(all->measure) || !jumps_next(&all->series, all->measure, &report, &jump))
        return true;
    bool any;
    if (!next_kept(store, all, &any, &kept, err))
        return false;
    all->sound = any && same(&kept, key, &jump);
    return true;
}

bool jumps_examine(struct store *store, bool *sound, struct err *err)
{
    struct examining all = {.stmt = stmt_get(store, SQL_JUMP_ALL, err), .sound = true};
    struct kept kept;
    bool any = false;
    if (!all.stmt)
        return false;
    bool ok = reports_each(store, compare, &all, err) &&
              (!all.sound || next_kept(store, &all, &any, &kept, err));
    sqlite3_reset(all.stmt);
    jumps_end(&all.series);
    *sound = all.sound && !any;
    return ok;
}
