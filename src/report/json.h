/* json.h - writes JSON straight into a buffer: stable order, exact quantities, null for unknown.
 *
 * A JSON library holds numbers as doubles and would print 0.000001 as 1e-6; quantities are exact
 * decimals here. Strings are escaped by jansson.
 *
 * `key` names a member of an object; it is NULL for what stands in an array and for the outermost
 * value. Every json_open_*() needs its json_close().
 *
 * Example:
 *     struct json json = {.out = out};
 *     json_open_object(&json, NULL);
 *     json_put_amount(&json, "actual", verdict->actual);
 *     json_close(&json);
 */
#ifndef REPORT_JSON_H
#define REPORT_JSON_H

#include <stdbool.h>

#include "duban/amount.h"
#include "duban/buf.h"
#include "duban/date.h"
#include "duban/i18n.h"
#include "duban/plan.h"

enum { JSON_DEPTH_MAX = 16 };

struct json {
    struct buf *out;
    char closers[JSON_DEPTH_MAX]; /* what closes each open value */
    int depth;
    bool begun; /* has the innermost open value a member? */
};

void json_open_object(struct json *json, const char *key);
void json_open_array(struct json *json, const char *key);
void json_close(struct json *json) NONNULL;

void json_put_text(struct json *json, const char *key, const char *text);
void json_put_code(struct json *json, const char *key, const char *code); /* null for NULL */
void json_put_int(struct json *json, const char *key, long long number);
void json_put_bool(struct json *json, const char *key, bool value);
void json_put_amount(struct json *json, const char *key, amount value); /* null for none */
void json_put_ratio(struct json *json, const char *key, double ratio);  /* null for NAN */
void json_put_date(struct json *json, const char *key, daynum day);     /* "never"; null: none */

/* The members name (English), name_zh_CN and name_zh_TW. */
void json_put_names(struct json *json, const struct name *name) NONNULL;

/* The member `plan`: which plan a document is about; left open for more members, or closed. */
void json_open_plan(struct json *json, const struct plan *plan) NONNULL;
void json_put_plan(struct json *json, const struct plan *plan) NONNULL;

#endif
