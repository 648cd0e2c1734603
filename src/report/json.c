#include "report/json.h"

#include <jansson.h>

#include "duban/mem.h"
#include "duban/report.h"
#include "duban/text.h"
#include "report/ratio.h"

static int append(const char *bytes, size_t len, void *out)
{
    buf_add(out, (struct sv){bytes, len});
    return 0;
}

/* `text` is clean, so valid; jansson fails only when memory is out. */
static void add_string(struct buf *out, const char *text)
{
    json_t *string = json_string(text);
    if (!string || json_dump_callback(string, append, out, JSON_ENCODE_ANY) != 0)
        BUG("a text could not be written as JSON");
    json_decref(string);
}

/* Comma, line, indentation and key: all that stands before a value. */
static void begin_value(struct json *json, const char *key)
{
    if (json->depth > 0) {
        buf_puts(json->out, json->begun ? ",\n" : "\n");
        buf_fill(json->out, ' ', 2 * json->depth);
    }
    json->begun = true;
    if (key) {
        add_string(json->out, key);
        buf_puts(json->out, ": ");
    }
}

static void open_value(struct json *json, const char *key, char opener, char closer)
{
    if (json->depth == JSON_DEPTH_MAX)
        BUG("a JSON document too deep");
    begin_value(json, key);
    buf_putc(json->out, opener);
    json->closers[json->depth++] = closer;
    json->begun = false;
}

void json_open_object(struct json *json, const char *key)
{
    open_value(json, key, '{', '}');
}

void json_open_array(struct json *json, const char *key)
{
    open_value(json, key, '[', ']');
}

void json_close(struct json *json)
{
    if (json->depth == 0)
        BUG("a JSON value closed that was never opened");
    json->depth--;
    if (json->begun) {
        buf_putc(json->out, '\n');
        buf_fill(json->out, ' ', 2 * json->depth);
    }
    buf_putc(json->out, json->closers[json->depth]);
    if (json->depth == 0)
        buf_putc(json->out, '\n');
    json->begun = true;
}

void json_put_text(struct json *json, const char *key, const char *text)
{
    struct buf clean = {0};
    begin_value(json, key);
    text_clean(&clean, sv_from(text));
    add_string(json->out, buf_text(&clean));
    buf_free(&clean);
}

static void put_null(struct json *json, const char *key)
{
    begin_value(json, key);
    buf_puts(json->out, "null");
}

void json_put_code(struct json *json, const char *key, const char *code)
{
    if (code)
        json_put_text(json, key, code);
    else
        put_null(json, key);
}

void json_put_int(struct json *json, const char *key, long long number)
{
    begin_value(json, key);
    buf_printf(json->out, "%lld", number);
}

void json_put_bool(struct json *json, const char *key, bool value)
{
    begin_value(json, key);
    buf_puts(json->out, value ? "true" : "false");
}

void json_put_amount(struct json *json, const char *key, amount value)
{
    char text[AMOUNT_TEXT_MAX];
    begin_value(json, key);
    buf_puts(json->out, value == AMOUNT_NONE ? "null" : amount_format(value, text));
}

void json_put_ratio(struct json *json, const char *key, double ratio)
{
    json_put_amount(json, key, ratio_amount(ratio));
}

void json_put_date(struct json *json, const char *key, daynum day)
{
    char text[DATE_TEXT_MAX];
    if (day == DAY_NONE) {
        put_null(json, key);
    } else {
        json_put_text(json, key, day == DAY_NEVER ? "never" : date_format(day, text));
    }
}

void json_put_names(struct json *json, const struct name *name)
{
    json_put_text(json, "name", name->in[LANG_EN]);
    json_put_text(json, "name_zh_CN", name->in[LANG_ZH_CN]);
    json_put_text(json, "name_zh_TW", name->in[LANG_ZH_TW]);
}

void json_open_plan(struct json *json, const struct plan *plan)
{
    json_open_object(json, "plan");
    json_put_text(json, "code", plan->code);
    json_put_names(json, &plan->name);
    json_put_date(json, "starts", plan->starts);
    json_put_date(json, "ends", plan->ends);
    json_put_bool(json, "sample", plan->sample);
}

void json_put_plan(struct json *json, const struct plan *plan)
{
    json_open_plan(json, plan);
    json_close(json);
}

const char *report_library(void)
{
    return jansson_version_str();
}
