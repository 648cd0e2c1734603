/* json.h - JSON values of ours, built with jansson: exact quantities, null for unknown.
 *
 * Example:
 *     json_t *object = json_new();
 *     json_add(object, "actual", json_amount(verdict->actual));
 *     json_print(object, out);   frees it
 */
#ifndef REPORT_JSON_H
#define REPORT_JSON_H

#include <jansson.h>

#include "duban/report.h"

json_t *json_new(void);

/* Adds a member and takes the value over. */
void json_add(json_t *object, const char *key, json_t *value) NONNULL;
void json_push(json_t *array, json_t *value) NONNULL;

json_t *json_text(const char *text) NONNULL;
json_t *json_amount(amount value); /* a number, exact; null for none */
json_t *json_ratio(double ratio);  /* four decimals; null for NAN */
json_t *json_date(daynum day);     /* ISO; "never"; null for none */
json_t *json_counts(const struct rollup *rollup) NONNULL;

/* Adds the members name, name_zh_CN and name_zh_TW. */
void json_names(json_t *object, const struct name *name) NONNULL;

/* Adds the document and a line end to *out, and frees it. */
void json_print(json_t *document, struct buf *out) NONNULL;

#endif
