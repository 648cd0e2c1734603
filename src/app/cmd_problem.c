/* cmd_problem.c - the problem list: add, edit, close, reopen, list, import. */
#include <stdlib.h>
#include <string.h>

#include "app/command.h"
#include "app/edit.h"
#include "app/filter.h"
#include "app/output.h"
#include "duban/i18n.h"
#include "duban/plan_files.h"
#include "duban/report.h"

/* The target and school that the options name; -1: none. */
static bool read_subject(const struct session *session, int *target, int *school, struct err *err)
{
    const char *target_code = session->options->value[OPTION_TARGET];
    const char *school_code = session->options->value[OPTION_SCHOOL];
    *target = *school = -1;
    return (!target_code || session_target(session, target_code, target, err)) &&
           (!school_code || session_school(session, school_code, school, err));
}

bool cmd_problem_add(struct session *session, struct err *err)
{
    const struct options *options = session->options;
    const char *owner = options->value[OPTION_OWNER];
    struct problem problem = {.text = options->operands[0],
                              .owner = owner ? owner : "",
                              .remedy = "",
                              .closed = DAY_NONE,
                              .reopened = DAY_NONE};
    struct buf said = {0};
    bool ok = session_open(session, STORE_WRITE, err) &&
              read_subject(session, &problem.target, &problem.school, err) &&
              session_date(session, OPTION_DATE, session->as_of, &problem.noted, err) &&
              session_date(session, OPTION_DUE, DAY_NONE, &problem.due, err) &&
              edit_problems_add(session, &problem, 1, &said, err) && output_said(&said, err);
    buf_free(&said);
    return ok;
}

static bool read_number(const struct session *session, int64_t *out, struct err *err)
{
    return session_operand_id(
        session, _("'%s' is no problem's number; 'duban problem list' shows them"), out, err);
}

bool cmd_problem_close(struct session *session, struct err *err)
{
    const char *note = session->options->value[OPTION_NOTE];
    daynum closed;
    int64_t id;
    struct buf said = {0};
    bool ok = read_number(session, &id, err) && session_open(session, STORE_WRITE, err) &&
              session_date(session, OPTION_DATE, session->as_of, &closed, err) &&
              edit_problem_close(session, id, closed, note ? note : "", &said, err) &&
              output_said(&said, err);
    buf_free(&said);
    return ok;
}

/* The problem that the first operand names, as it is now. */
static bool find_problem(struct session *session, struct problem *out, struct err *err)
{
    int64_t id;
    struct problems all;
    if (!read_number(session, &id, err) || !session_open(session, STORE_WRITE, err) ||
        !store_load_problems(session->store, session->plan, DAY_NONE, &session->arena, &all, err))
        return false;
    for (size_t i = 0; i < all.count; i++) {
        if (all.rows[i].id == id) {
            *out = all.rows[i];
            return true;
        }
    }
    return err_set(err, ERR_DATA, _("there is no problem %lld; 'duban problem list' shows them"),
                   (long long)id);
}

/* What the options say anew; "none" takes a due date off. */
static bool apply(const struct session *session, struct problem *problem, struct err *err)
{
    const struct options *options = session->options;
    const char *due = options->value[OPTION_DUE];
    int target, school;
    if (!read_subject(session, &target, &school, err))
        return false;
    if (options->operand_count > 1)
        problem->text = options->operands[1];
    if (options->value[OPTION_OWNER])
        problem->owner = options->value[OPTION_OWNER];
    if (options->value[OPTION_NOTE])
        problem->remedy = options->value[OPTION_NOTE];
    problem->target = target >= 0 ? target : problem->target;
    problem->school = school >= 0 ? school : problem->school;
    if (due && strcmp(due, "none") == 0) {
        problem->due = DAY_NONE;
        return true;
    }
    return session_date(session, OPTION_DUE, problem->due, &problem->due, err);
}

bool cmd_problem_edit(struct session *session, struct err *err)
{
    struct problem problem, seen;
    if (!find_problem(session, &seen, err))
        return false;
    problem = seen;
    if (!apply(session, &problem, err))
        return false;
    if (session->options->value[OPTION_NOTE] && problem.closed == DAY_NONE)
        return err_set(err, ERR_USAGE,
                       _("--note is the remedy of a closed problem; close it first"));
    bool overtaken;
    struct buf said = {0};
    bool ok = edit_problem_change(session, &problem, &seen, &said, &overtaken, err) &&
              (!overtaken || edit_problem_overtaken(problem.id, err)) && output_said(&said, err);
    buf_free(&said);
    return ok;
}

bool cmd_problem_reopen(struct session *session, struct err *err)
{
    struct problem seen;
    struct buf said = {0};
    daynum day;
    bool ok = find_problem(session, &seen, err) &&
              session_date(session, OPTION_DATE, session->as_of, &day, err) &&
              edit_problem_reopen(session, &seen, day, &said, err) && output_said(&said, err);
    buf_free(&said);
    return ok;
}

/* Leaves the problems that the options let through. */
static bool select_problems(const struct session *session, struct problems *problems,
                            struct arena *arena, struct err *err)
{
    const char *owner = session->options->value[OPTION_OWNER];
    int target, school;
    if (!read_subject(session, &target, &school, err))
        return false;
    struct problem *kept = arena_array(arena, problems->count, sizeof(*kept));
    size_t count = 0;
    for (size_t i = 0; i < problems->count; i++) {
        const struct problem *problem = &problems->rows[i];
        if ((target < 0 || problem->target == target) &&
            (school < 0 || problem->school == school) &&
            (!owner || sv_eq(sv_from(problem->owner), sv_from(owner))))
            kept[count++] = *problem;
    }
    *problems = (struct problems){kept, count};
    return true;
}

bool cmd_problem_list(struct session *session, struct err *err)
{
    enum report_format format;
    struct report_filter filter;
    struct problems problems;
    if (!session_open(session, STORE_READ, err) || !filter_read(session, &format, &filter, err) ||
        !session_problems(session, &problems, err) ||
        !select_problems(session, &problems, &session->arena, err))
        return false;
    struct buf out = {0};
    report_problems(&out, session->plan, &problems, session->as_of, format, &filter);
    bool ok = output_print(buf_sv(&out), err);
    buf_free(&out);
    return ok;
}

/* A list tells the last day on which a problem was opened again, not when it had been closed. */
static void say_what_is_left_out(const struct problems *problems, struct buf *said)
{
    size_t reopened = 0;
    for (size_t i = 0; i < problems->count; i++)
        reopened += problems->rows[i].reopened != DAY_NONE;
    if (reopened > 0)
        buf_printf(said,
                   _("; %zu had been opened again, which is not taken in; an archive keeps it "
                     "('duban export DIR')"),
                   reopened);
}

bool cmd_problem_import(struct session *session, struct err *err)
{
    enum { BYTES_MAX = 16 << 20 };
    struct plan_file file = {.name = session->options->operands[0]};
    struct buf bytes = {0}, said = {0};
    struct problems problems;
    bool ok =
        session_open(session, STORE_WRITE, err) && input_file(file.name, BYTES_MAX, &bytes, err);
    file.bytes = buf_sv(&bytes);
    ok = ok &&
         plan_files_read_problems(&file, session->plan, session->as_of, &session->arena, &problems,
                                  err) &&
         edit_problems_add(session, problems.rows, problems.count, &said, err);
    if (ok)
        say_what_is_left_out(&problems, &said);
    ok = ok && output_said(&said, err);
    buf_free(&bytes);
    buf_free(&said);
    return ok;
}
