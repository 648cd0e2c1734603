#include "app/rolled_up.h"

#include <stdlib.h>
#include <string.h>

#include "app/compare.h"
#include "app/output.h"
#include "duban/i18n.h"

bool rolled_up_schools(struct store *store, const struct board *board, const bool *shown,
                       struct rollup *schools, struct err *err)
{
    const struct plan *plan = board->plan;
    struct arena scratch = {0};
    struct latest *rows = arena_array(&scratch, plan->school_count, sizeof(*rows));
    bool ok = true;
    for (size_t s = 0; s < plan->school_count; s++)
        schools[s] = rollup_start();
    for (int t = 0; ok && t < (int)plan->target_count; t++) {
        struct target own;
        if (!shown[t] || !school_target(&plan->targets[t], &own))
            continue;
        ok = store_load_latest(store, plan, t, board->as_of, rows, err);
        if (ok)
            schools_add(schools, plan, t, rows, board->as_of);
    }
    arena_free(&scratch);
    return ok;
}

static bool make_groups(struct session *session, const struct board *board, enum group_by by,
                        const struct report_filter *filter, struct groups *out, struct err *err)
{
    struct arena *arena = &session->arena;
    const struct plan *plan = board->plan;
    const bool *shown = report_shown_targets(session->board, filter, arena);
    if (!group_is_of_schools(by)) {
        bool all = memchr(shown, false, plan->target_count) == NULL;
        *out = groups_of_targets(board, by, all ? NULL : shown, arena);
        return true;
    }
    struct rollup *schools = arena_array(arena, plan->school_count, sizeof(*schools));
    if (!rolled_up_schools(session->store, board, shown, schools, err))
        return false;
    for (int s = 0; s < (int)plan->school_count; s++) {
        if (!report_shows_school(session->plan, filter, s))
            schools[s] = rollup_start();
    }
    *out = groups_of_schools(plan, schools, by, arena);
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
        !make_groups(session, session->board, by, filter, &groups, err) ||
        (filter->since && !make_groups(session, filter->since->before, by, filter, &then, err)))
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
    found->rows = xroom(found->rows, found->count, &found->size, sizeof(*found->rows));
    outlier.target = target;
    outlier.school = school;
    found->rows[found->count++] = outlier;
}

static void look(void *context, int target, int school, const struct latest *reports, size_t count)
{
    struct found *found = context;
    const struct target *of = &found->plan->targets[target];
    struct outlier outlier;
    if (!report_shows_school(found->plan, found->filter, school))
        return;
    if (outlier_jump(of, reports, count, &outlier))
        keep(found, target, school, outlier);
    if (outlier_over_size(of, &found->plan->schools[school], &reports[count - 1], &outlier))
        keep(found, target, school, outlier);
}

bool rolled_up_outliers(struct store *store, const struct board *board,
                        const struct report_filter *filter, struct outlier **out, size_t *count,
                        struct err *err)
{
    struct arena arena = {0};
    const struct plan *plan = board->plan;
    const bool *shown = report_shown_targets(board, filter, &arena);
    struct found found = {.plan = plan, .filter = filter};
    bool ok = true;
    for (int t = 0; ok && t < (int)plan->target_count; t++)
        ok = !shown[t] || !outlier_possible(&plan->targets[t]) ||
             store_each_series(store, plan, t, board->as_of, look, &found, err);
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
