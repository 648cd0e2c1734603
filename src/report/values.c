/* values.c - reports in the long form that `import` reads. */
#include "report/cells.h"

void report_value_csv_header(struct buf *out)
{
    buf_puts(out, "school,target,date,value,of,note\n");
}

void report_value_csv(struct buf *out, const struct plan *plan, const struct value *value)
{
    cells_first(out, plan->schools[value->school].code);
    cells_text(out, plan->targets[value->target].code);
    cells_date(out, value->date);
    cells_amount(out, value->value);
    cells_amount(out, value->of);
    cells_text(out, value->note);
    cells_end(out);
}
