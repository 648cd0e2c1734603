#include "app/command.h"

#include "app/output.h"
#include "duban/i18n.h"
#include "duban/report.h"

struct export
{
    const struct plan *plan;
    struct buf out;
};

static bool add_report(void *context, const struct value *value, struct err *err)
{
    struct export *export = context;
    (void)err;
    report_value_csv(&export->out, export->plan, value);
    return true;
}

/* All reports up to the as-of date, in the long form that `import` reads. */
static bool collect_reports(struct session *session, struct export *export, struct err *err)
{
    report_value_csv_header(&export->out);
    return store_each_report(session->store, session->plan, session->as_of, add_report, export,
                             err);
}

static bool make_file(void *context, const char *name, struct sv content, struct err *err)
{
    return output_file(context, name, content, err);
}

static bool export_plan(struct session *session, char *dir, struct err *err)
{
    return output_directory(dir, err) && report_plan_files(session->plan, make_file, dir, err);
}

/* The problem list, as `problem import` reads it. */
static bool export_problems(struct session *session, const char *dir, struct err *err)
{
    struct problems problems;
    struct buf out = {0};
    bool ok = session_problems(session, &problems, err);
    if (ok) {
        report_problems(&out, session->plan, &problems, session->as_of, REPORT_CSV,
                        &(struct report_filter){0});
        ok = output_file(dir, "problems.csv", buf_sv(&out), err);
    }
    buf_free(&out);
    return ok;
}

bool cmd_export(struct session *session, struct err *err)
{
    char *dir = session->options->operand_count > 0 ? session->options->operands[0] : NULL;
    struct export export = {0};
    if (!session_open(session, STORE_READ, err))
        return false;
    export.plan = session->plan;
    bool ok = collect_reports(session, &export, err);
    if (ok && dir)
        ok = export_plan(session, arena_printf(&session->arena, "%s/plan", dir), err) &&
             output_file(dir, "reports.csv", buf_sv(&export.out), err) &&
             export_problems(session, dir, err);
    else if (ok)
        ok = output_print(buf_sv(&export.out), err);
    buf_free(&export.out);
    return ok;
}

bool cmd_plan_export(struct session *session, struct err *err)
{
    return session_open(session, STORE_READ, err) &&
           export_plan(session, session->options->operands[0], err);
}
