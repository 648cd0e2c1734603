#include "duban/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "duban/mem.h"
#include "duban/text.h"

#undef err_set
#undef err_at

static void set(struct err *err, enum err_code code, const char *file, unsigned line,
                unsigned column, const char *format, va_list args)
{
    /* Both are made aside first: an error may be wrapped in another, from its own texts. */
    char raw[ERR_TEXT_MAX], place[ERR_FILE_MAX];
    int len = vsnprintf(raw, sizeof(raw), format, args);
    if (len < 0)
        BUG("a format that printf refuses");
    struct sv text = sv_from(raw);
    if ((size_t)len >= sizeof(raw))
        text = text_whole(text);
    text_clean_into(place, sizeof(place), sv_from(file));
    err->code = code;
    err->line = line;
    err->column = column;
    memcpy(err->file, place, sizeof(place));
    text_clean_into(err->text, sizeof(err->text), text);
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
