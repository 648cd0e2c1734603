#include "app/archive.h"
#include "app/command.h"
#include "app/output.h"
#include "duban/report.h"

/* Reports on their way to standard output. */
struct export
{
    const struct plan *plan;
    struct buf out;
};

static bool add_report(void *context, const struct value *value, struct err *err)
{
    struct export *export = context;
    report_value_csv(&export->out, export->plan, value);
    if (export->out.len < ARCHIVE_PIECE)
        return true;
    bool ok = output_print(buf_sv(&export->out), err);
    buf_clear(&export->out);
    return ok;
}

/* All reports up to the as-of date, in the long form that `import` reads. */
static bool print_reports(struct session *session, struct err *err)
{
    struct export export = {.plan = session->plan};
    report_value_csv_header(&export.out);
    bool ok = store_each_report(session->store, session->plan, session->as_of, add_report, &export,
                                err) &&
              output_print(buf_sv(&export.out), err);
    buf_free(&export.out);
    return ok;
}

bool cmd_export(struct session *session, struct err *err)
{
    if (!session_open(session, STORE_READ, err))
        return false;
    return session->options->operand_count > 0
               ? archive_write(session, session->options->operands[0], err)
               : print_reports(session, err);
}

bool cmd_plan_export(struct session *session, struct err *err)
{
    return session_open(session, STORE_READ, err) &&
           archive_write_plan(session->plan, session->options->operands[0], err);
}
