/* cmd_problem.c - the problem list: add, close, list, import. */
#include <stdlib.h>

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
                              .closed = DAY_NONE};
    struct buf said = {0};
    bool ok = session_open(session, STORE_WRITE, err) &&
              read_subject(session, &problem.target, &problem.school, err) &&
              session_date(session, OPTION_DATE, session->as_of, &problem.noted, err) &&
              session_date(session, OPTION_DUE, DAY_NONE, &problem.due, err) &&
              edit_problems_add(session, &problem, 1, &said, err) && output_said(&said, err);
    buf_free(&said);
    return ok;
}

bool cmd_problem_close(struct session *session, struct err *err)
{
    const char *note = session->options->value[OPTION_NOTE];
    const char *word = session->options->operands[0];
    char *end;
    daynum closed;
    long long id = strtoll(word, &end, 10);
    if (*end != '\0' || id < 1)
        return err_set(err, ERR_USAGE,
                       _("'%s' is no problem's number; 'duban problem list' shows them"), word);
    struct buf said = {0};
    bool ok = session_open(session, STORE_WRITE, err) &&
              session_date(session, OPTION_DATE, session->as_of, &closed, err) &&
              edit_problem_close(session, id, closed, note ? note : "", &said, err) &&
              output_said(&said, err);
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
         edit_problems_add(session, problems.rows, problems.count, &said, err) &&
         output_said(&said, err);
    buf_free(&bytes);
    buf_free(&said);
    return ok;
}
