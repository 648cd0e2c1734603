/* show.h - single values, with where each came from.
 *
 * Example:
 *     values_json(&json, "values", plan, values);
 */
#ifndef REPORT_SHOW_H
#define REPORT_SHOW_H

#include "duban/report.h"
#include "report/json.h"

/* "18/20", "-" for no report. */
void value_text(struct buf *out, const struct value *value) NONNULL;

/* An array member: V in report.h. */
void values_json(struct json *json, const char *key, const struct plan *plan,
                 const struct values *values) NONNULL;

/* The same members as columns, under their header. */
void values_csv(struct buf *out, const struct plan *plan, const struct values *values) NONNULL;

#endif
