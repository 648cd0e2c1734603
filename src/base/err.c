#include "duban/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "duban/text.h"

/* Cleans `raw` into the array `out`, cut at a character's edge. */
static void keep(char *out, size_t size, const char *raw)
{
    text_clean_into(out, size, sv_from(raw));
}

static void set(struct err *err, enum err_code code, const char *file, unsigned line,
                unsigned column, const char *format, va_list args)
{
    char raw[ERR_TEXT_MAX];
    vsnprintf(raw, sizeof(raw), format, args);
    err->code = code;
    err->line = line;
    err->column = column;
    keep(err->file, sizeof(err->file), file);
    keep(err->text, sizeof(err->text), raw);
}

bool err_set(struct err *err, enum err_code code, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    set(err, code, "", 0, 0, format, args);
    va_end(args);
    return false;
}

bool err_at(struct err *err, enum err_code code, const char *file, unsigned line, unsigned column,
            const char *format, ...)
{
    va_list args;
    va_start(args, format);
    set(err, code, file, line, column, format, args);
    va_end(args);
    return false;
}

const char *err_format(const struct err *err, char *out, unsigned size)
{
    if (err->file[0] == '\0')
        snprintf(out, size, "%s", err->text);
    else if (err->line == 0)
        snprintf(out, size, "%s: %s", err->file, err->text);
    else if (err->column == 0)
        snprintf(out, size, "%s:%u: %s", err->file, err->line, err->text);
    else
        snprintf(out, size, "%s:%u:%u: %s", err->file, err->line, err->column, err->text);
    out[text_whole(sv_from(out)).len] = '\0';
    return out;
}
