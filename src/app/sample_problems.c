#include "app/sample_problems.h"

#include "app/sample_table.h"
#include "duban/i18n.h"

static daynum day(const struct csv_table *table, size_t row, const char *column)
{
    struct sv text = sv_from(sample_cell(table, row, column));
    daynum date = DAY_NONE;
    if (text.len > 0 && !date_parse(text, &date))
        BUG("a day in sample/problems.csv is none");
    return date;
}

/* The cell of the column with this name in the language. */
static const char *words(const struct csv_table *table, size_t row, const char *column,
                         enum lang lang, struct arena *arena)
{
    return sample_cell(table, row, arena_printf(arena, "%s_%s", column, lang_tag(lang)));
}

static struct problem read_problem(const struct csv_table *table, size_t row,
                                   const struct plan *plan, enum lang lang, struct arena *arena)
{
    struct problem problem = {
        .id = (int64_t)row + 1,
        .target = plan_target(plan, sv_from(sample_cell(table, row, "target"))),
        .school = plan_school(plan, sv_from(sample_cell(table, row, "school"))),
        .noted = day(table, row, "noted"),
        .due = day(table, row, "due"),
        .closed = day(table, row, "closed"),
        .reopened = day(table, row, "reopened"),
        .text = words(table, row, "text", lang, arena),
        .owner = sample_cell(table, row, "owner"),
        .remedy = words(table, row, "remedy", lang, arena),
        .who = "",
        .at = "",
    };
    if (problem.noted == DAY_NONE || problem_check(&problem) != PROBLEM_OK)
        BUG("a row of sample/problems.csv is not understood");
    return problem;
}

/* Opens those again that were opened again. */
static bool reopen(struct session *session, const struct plan *plan, const struct problem *problems,
                   size_t count, const struct actor *actor, struct err *err)
{
    for (size_t i = 0; i < count; i++) {
        struct problem problem = problems[i];
        bool overtaken;
        problem.closed = DAY_NONE;
        problem.remedy = "";
        if (problem.reopened != DAY_NONE &&
            !store_set_problem(session->store, plan, &problem, NULL, actor, &overtaken, err))
            return false;
    }
    return true;
}

bool sample_problems(struct session *session, const struct plan *plan, struct arena *arena,
                     struct err *err)
{
    struct csv_table table;
    struct problems_added added;
    if (!sample_table("sample/problems.csv", arena, &table, err))
        return false;
    struct problem *problems = arena_array(arena, table.row_count, sizeof(*problems));
    for (size_t i = 0; i < table.row_count; i++)
        problems[i] = read_problem(&table, i, plan, session->lang, arena);
    struct actor actor = session_actor(session);
    return store_add_problems(session->store, plan, problems, table.row_count, &actor, &added,
                              err) &&
           reopen(session, plan, problems, table.row_count, &actor, err);
}
