#include "import/finding.h"

#include <stdarg.h>
#include <stdio.h>

#include "duban/text.h"

bool finding_set(struct finding *out, enum issue_code code, unsigned column, struct sv cell,
                 const char *format, ...)
{
    *out =
        (struct finding){.code = code, .column = column, .cell = cell, .target = -1, .school = -1};
    va_list args;
    va_start(args, format);
    vsnprintf(out->detail, sizeof(out->detail), format, args);
    va_end(args);
    out->detail[text_whole(sv_from(out->detail)).len] = '\0';
    return false;
}
