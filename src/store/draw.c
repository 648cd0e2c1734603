/* draw.c - the draws of inspections, kept with all who could have been drawn. */
#include <string.h>

#include "duban/i18n.h"
#include "store/journal.h"

static bool put_candidates(struct store *store, const struct draw *draw, int64_t id,
                           struct err *err)
{
    for (size_t i = 0; i < draw->count; i++) {
        const struct draw_candidate *candidate = &draw->candidates[i];
        sqlite3_stmt *stmt = stmt_get(store, SQL_DRAW_PUT_CANDIDATE, err);
        if (!stmt)
            return false;
        stmt_bind(stmt, "ittii", id, draw_role_word(candidate->role), candidate->code,
                  (int64_t)candidate->weight, (int64_t)candidate->rank);
        if (!stmt_run(store, stmt, err))
            return false;
    }
    return true;
}

static bool note(struct store *store, const struct draw *draw, int64_t id,
                 const struct actor *actor, struct err *err)
{
    struct arena arena = {0};
    struct entry entry = {.what = "draw", .date = draw->date};
    sqlite3_stmt *stmt = stmt_get(store, SQL_DRAW_JSON, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "i", id);
    bool ok = journal_one_text(store, stmt, &arena, &entry.after, err) &&
              journal_put(store, actor, &entry, err);
    arena_free(&arena);
    return ok;
}

static bool save(struct store *store, const struct draw *draw, const struct actor *actor,
                 int64_t *id, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_DRAW_PUT, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "itttittt", (int64_t)draw->date, draw->seed, draw->kind, draw->town,
              (int64_t)draw->weighted, DRAW_ALGORITHM, actor->who, actor->now);
    if (!stmt_run(store, stmt, err))
        return false;
    *id = sqlite3_last_insert_rowid(store->db);
    return put_candidates(store, draw, *id, err) && note(store, draw, *id, actor, err);
}

bool store_save_draw(struct store *store, const struct draw *draw, const struct actor *actor,
                     int64_t *id, struct err *err)
{
    return write_begin(store, err) && write_end(store, save(store, draw, actor, id, err), err);
}

static struct draw read_draw(sqlite3_stmt *stmt, struct arena *arena)
{
    struct draw draw = {
        .id = sqlite3_column_int64(stmt, 0),
        .date = column_day(stmt, 1),
        .seed = column_text(stmt, 2, arena),
        .kind = column_text(stmt, 3, arena),
        .town = column_text(stmt, 4, arena),
        .weighted = sqlite3_column_int(stmt, 5) != 0,
        .algorithm = column_text(stmt, 6, arena),
        .who = column_text(stmt, 7, arena),
        .at = column_text(stmt, 8, arena),
    };
    for (int role = 0; role < DRAW_ROLE_TOTAL; role++) {
        draw.candidates_of[role] = (size_t)sqlite3_column_int64(stmt, 9 + role);
        draw.drawn_of[role] = (size_t)sqlite3_column_int64(stmt, 11 + role);
    }
    return draw;
}

bool store_load_draws(struct store *store, daynum as_of, struct arena *arena,
                      const struct draw **out, size_t *count, struct err *err)
{
    struct draw *draws = NULL;
    size_t size = 0;
    sqlite3_stmt *stmt = stmt_get(store, SQL_DRAW_ALL, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "ik", (int64_t)as_of, INT64_C(0));
    *count = 0;
    for (bool row;;) {
        if (!stmt_step(store, stmt, &row, err))
            return false;
        if (!row)
            break;
        draws = arena_room(arena, draws, *count, &size, sizeof(*draws));
        draws[(*count)++] = read_draw(stmt, arena);
    }
    *out = draws;
    return true;
}

static bool read_candidate(struct store *store, sqlite3_stmt *stmt, struct arena *arena,
                           struct draw_candidate *out, struct err *err)
{
    int64_t weight = sqlite3_column_int64(stmt, 2), rank = sqlite3_column_int64(stmt, 3);
    const char *role = column_text(stmt, 0, arena);
    if (weight < 1 || weight > DRAW_WEIGHT_MAX || rank < 0 || rank > INT32_MAX)
        return store_damaged(store, "draw", err);
    *out = (struct draw_candidate){
        .role = strcmp(role, draw_role_word(DRAW_SCHOOL)) == 0 ? DRAW_SCHOOL : DRAW_INSPECTOR,
        .code = column_text(stmt, 1, arena),
        .weight = (int)weight,
        .rank = (int)rank,
    };
    return true;
}

static bool load_candidates(struct store *store, struct draw *draw, struct arena *arena,
                            struct err *err)
{
    size_t total = draw->candidates_of[DRAW_SCHOOL] + draw->candidates_of[DRAW_INSPECTOR];
    struct draw_candidate *candidates = arena_array(arena, total, sizeof(*candidates));
    sqlite3_stmt *stmt = stmt_get(store, SQL_DRAW_CANDIDATES, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "i", draw->id);
    for (bool row = true; draw->count < total; draw->count++) {
        if (!stmt_step(store, stmt, &row, err))
            return false;
        if (!row)
            break;
        if (!read_candidate(store, stmt, arena, &candidates[draw->count], err)) {
            sqlite3_reset(stmt);
            return false;
        }
    }
    sqlite3_reset(stmt);
    draw->candidates = candidates;
    return true;
}

bool store_load_draw(struct store *store, int64_t id, struct arena *arena, struct draw *out,
                     struct err *err)
{
    bool row;
    sqlite3_stmt *stmt = stmt_get(store, SQL_DRAW_ALL, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "ik", (int64_t)DAY_NEVER, id);
    if (!stmt_step(store, stmt, &row, err))
        return false;
    if (!row)
        return err_set(err, ERR_DATA, _("there is no draw %lld; 'duban draw list' shows them"),
                       (long long)id);
    *out = read_draw(stmt, arena);
    sqlite3_reset(stmt);
    return load_candidates(store, out, arena, err);
}
