#include "report/json.h"

#include <math.h>
#include <stdlib.h>

#include "duban/mem.h"
#include "duban/text.h"

/* jansson says NULL when memory is out; the texts that we give it are always valid. */
static json_t *there(json_t *value)
{
    if (!value)
        BUG("a JSON value could not be made");
    return value;
}

json_t *json_new(void)
{
    return there(json_object());
}

void json_add(json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new(object, key, value) != 0)
        BUG("a JSON member could not be added");
}

void json_push(json_t *array, json_t *value)
{
    if (json_array_append_new(array, value) != 0)
        BUG("a JSON value could not be added");
}

json_t *json_text(const char *text)
{
    struct buf clean = {0};
    text_clean(&clean, sv_from(text));
    json_t *value = there(json_string(buf_text(&clean)));
    buf_free(&clean);
    return value;
}

json_t *json_amount(amount value)
{
    if (value == AMOUNT_NONE)
        return json_null();
    if (value % AMOUNT_ONE == 0)
        return there(json_integer(value / AMOUNT_ONE));
    return there(json_real(amount_double(value)));
}

json_t *json_ratio(double ratio)
{
    return isnan(ratio) ? json_null() : there(json_real(round(ratio * 10000) / 10000));
}

json_t *json_date(daynum day)
{
    char text[DATE_TEXT_MAX];
    if (day == DAY_NONE)
        return json_null();
    return json_text(day == DAY_NEVER ? "never" : date_format(day, text));
}

json_t *json_counts(const struct rollup *rollup)
{
    json_t *counts = json_new();
    for (enum standing i = 0; i < STANDING_TOTAL; i++)
        json_add(counts, standing_word(i), there(json_integer(rollup->counts[i])));
    return counts;
}

void json_names(json_t *object, const struct name *name)
{
    json_add(object, "name", json_text(name->in[LANG_EN]));
    json_add(object, "name_zh_CN", json_text(name->in[LANG_ZH_CN]));
    json_add(object, "name_zh_TW", json_text(name->in[LANG_ZH_TW]));
}

static int append(const char *bytes, size_t len, void *out)
{
    buf_add(out, (struct sv){bytes, len});
    return 0;
}

void json_print(json_t *document, struct buf *out)
{
    /* 15 digits show every quantity exactly and no binary noise. */
    if (json_dump_callback(document, append, out, JSON_INDENT(2) | JSON_REAL_PRECISION(15)) != 0)
        BUG("a JSON document could not be written");
    buf_putc(out, '\n');
    json_decref(document);
}
