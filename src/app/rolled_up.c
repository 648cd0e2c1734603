#include "app/rolled_up.h"

#include <stdlib.h>
#include <string.h>

#include "app/compare.h"
#include "app/output.h"
#include "duban/i18n.h"

/* One day of a walk over the targets: its terms, and where its figures go. */
struct day {
    struct schools_on on;
    struct latest *rows;
    struct rollup *schools;
};

static struct day day_make(const struct board *board, struct arena *arena, struct arena *scratch)
{
    size_t count = board->plan->school_count;
    struct latest *rows = arena_array(scratch, count, sizeof(*rows));
    struct rollup *schools = arena_array(arena, count, sizeof(*schools));
    for (size_t s = 0; s < count; s++)
        schools[s] = rollup_start();
    return (struct day){{board->plan, rows, board->as_of}, rows, schools};
}

/* Reads the latest reports on one target, where it sets a goal for a single school. */
static bool day_add(struct store *store, const struct day *day, int target, struct err *err)
{
    struct target own;
    if (!school_target(&day->on.plan->targets[target], &own))
        return true;
    if (!store_load_latest(store, day->on.plan, target, day->on.as_of, day->rows, err))
        return false;
    schools_add(day->schools, day->on.plan, target, day->rows, day->on.as_of);
    return true;
}

bool rolled_up_schools(struct store *store, const struct board *board, const struct board *before,
                       const bool *shown, struct arena *arena, struct rolled_up *out,
                       struct err *err)
{
    const struct plan *plan = board->plan;
    struct arena scratch = {0};
    struct day now = day_make(board, arena, &scratch), then = {0};
    bool ok = true;
    *out = (struct rolled_up){.schools = now.schools};
    if (before) {
        then = day_make(before, arena, &scratch);
        out->before = then.schools;
        out->changes = arena_array(arena, plan->school_count, sizeof(*out->changes));
    }
    for (int t = 0; ok && t < (int)plan->target_count; t++) {
        if (!shown[t])
            continue;
        ok = day_add(store, &now, t, err) && (!before || day_add(store, &then, t, err));
        if (ok && before)
            schools_compare(out->changes, t, &then.on, &now.on);
    }
    arena_free(&scratch);
    return ok;
}

/* Leaves the schools that the filter lets through. */
static void narrow_schools(const struct plan *plan, const struct report_filter *filter,
                           struct rollup *schools)
{
    for (int s = 0; schools && s < (int)plan->school_count; s++) {
        if (!report_shows_school(plan, filter, s))
            schools[s] = rollup_start();
    }
}

bool rolled_up_shown(struct session *session, const struct report_filter *filter,
                     struct rolled_up *out, struct err *err)
{
    struct arena *arena = &session->arena;
    const struct board *now = session->board;
    const bool *shown = report_shown_targets(now, filter, arena);
    if (!rolled_up_schools(session->store, now, filter->since ? filter->since->before : NULL, shown,
                           arena, out, err))
        return false;
    narrow_schools(session->plan, filter, out->schools);
    narrow_schools(session->plan, filter, out->before);
    return true;
}

/* The groups of today in *out, and those of the day that the filter compares with in *then. */
static bool make_groups(struct session *session, enum group_by by,
                        const struct report_filter *filter, struct groups *out, struct groups *then,
                        struct err *err)
{
    struct arena *arena = &session->arena;
    const struct plan *plan = session->plan;
    const struct board *now = session->board,
                       *before = filter->since ? filter->since->before : NULL;
    if (!group_is_of_schools(by)) {
        const bool *shown = report_shown_targets(now, filter, arena);
        const bool *some = memchr(shown, 0, plan->target_count) ? shown : NULL;
        *out = groups_of_targets(now, by, some, filter->since, arena);
        if (before)
            *then = groups_of_targets(before, by, some, NULL, arena);
        return true;
    }
    struct rolled_up rolled;
    if (!rolled_up_shown(session, filter, &rolled, err))
        return false;
    *out = groups_of_schools(plan, rolled.schools, rolled.changes, by, arena);
    if (before)
        *then = groups_of_schools(plan, rolled.before, NULL, by, arena);
    return true;
}

bool print_groups(struct session *session, enum report_format format, struct report_filter *filter,
                  struct err *err)
{
    const char *word = session->options->value[OPTION_BY];
    enum group_by by;
    struct groups groups, then;
    if (!group_parse(sv_from(word), &by))
        return err_set(err, ERR_USAGE,
                       _("--by %s is unknown; use section, item, owner, town, kind or school"),
                       word);
    if (!session_judge(session, err) || !compare_read(session, filter, err) ||
        !make_groups(session, by, filter, &groups, &then, err))
        return false;
    struct buf out = {0};
    report_groups(&out, session->board, &groups, filter->since ? &then : NULL, format, filter);
    bool ok = output_print(buf_sv(&out), err);
    buf_free(&out);
    return ok;
}

/* Outliers as they are found. */
struct found {
    const struct plan *plan;
    const struct report_filter *filter;
    struct outlier *rows;
    size_t count, size;
};

static void keep(struct found *found, int target, int school, struct outlier outlier)
{
    if (!report_shows_school(found->plan, found->filter, school))
        return;
    found->rows = xroom(found->rows, found->count, &found->size, sizeof(*found->rows));
    outlier.target = target;
    outlier.school = school;
    found->rows[found->count++] = outlier;
}

static void keep_jump(void *context, int target, int school, const struct latest *now,
                      const struct jump *jump)
{
    keep(context, target, school,
         (struct outlier){.kind = OUTLIER_JUMP, .now = *now, .jump = *jump});
}

/* Looks for values above the schools' sizes. */
static bool find_over_size(struct store *store, int target, daynum as_of, struct latest *rows,
                           struct found *found, struct err *err)
{
    const struct plan *plan = found->plan;
    const struct target *of = &plan->targets[target];
    const int *schools;
    size_t count = plan_scope_schools(plan, of, &schools);
    struct outlier outlier;
    if (!of->within_size)
        return true;
    if (!store_load_latest(store, plan, target, as_of, rows, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        int school = schools[i];
        if (outlier_over_size(of, &plan->schools[school], &rows[school], &outlier))
            keep(found, target, school, outlier);
    }
    return true;
}

/* Within a target by school; what a school's report has of both kinds stands together. */
static int by_school(const void *a, const void *b)
{
    const struct outlier *left = a, *right = b;
    if (left->school != right->school)
        return left->school < right->school ? -1 : 1;
    return (left->kind > right->kind) - (left->kind < right->kind);
}

bool rolled_up_outliers(struct store *store, const struct board *board,
                        const struct report_filter *filter, struct outlier **out, size_t *count,
                        struct err *err)
{
    struct arena arena = {0};
    const struct plan *plan = board->plan;
    const bool *shown = report_shown_targets(board, filter, &arena);
    struct latest *rows = arena_array(&arena, plan->school_count, sizeof(*rows));
    struct found found = {.plan = plan, .filter = filter};
    bool ok = true;
    for (int t = 0; ok && t < (int)plan->target_count; t++) {
        size_t from = found.count;
        if (!shown[t])
            continue;
        ok = store_each_jump(store, plan, t, board->as_of, keep_jump, &found, err) &&
             find_over_size(store, t, board->as_of, rows, &found, err);
        if (found.count > from)
            qsort(found.rows + from, found.count - from, sizeof(*found.rows), by_school);
    }
    arena_free(&arena);
    *out = found.rows;
    *count = found.count;
    return ok;
}

bool print_outliers(struct session *session, enum report_format format,
                    const struct report_filter *filter, struct err *err)
{
    const struct board board = {.plan = session->plan, .as_of = session->as_of};
    struct outlier *rows;
    size_t count;
    struct buf out = {0};
    bool ok = rolled_up_outliers(session->store, &board, filter, &rows, &count, err);
    if (ok) {
        report_outliers(&out, session->plan, rows, count, session->as_of, format, filter);
        ok = output_print(buf_sv(&out), err);
    }
    buf_free(&out);
    free(rows);
    return ok;
}
