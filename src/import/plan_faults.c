#include "import/plan_faults.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *plan_file_base(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

bool plan_fault(struct plan_faults *faults, const char *file, unsigned line, unsigned column,
                const char *format, ...)
{
    char text[ERR_TEXT_MAX];
    struct err fault;
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof(text), format, args);
    va_end(args);
    err_at(&fault, ERR_DATA, file, line, column, "%s", text);
    if (faults->count++ == 0)
        *faults->err = fault;
    if (faults->each)
        faults->each(faults->context, &fault);
    return faults->each != NULL;
}

void plan_faults_skip(struct plan_faults *faults, const char *file)
{
    const char *name = plan_file_base(file);
    if (!plan_faults_skipped(faults, name) && faults->unread_count < PLAN_PARTS_MAX)
        faults->unread[faults->unread_count++] = name;
}

bool plan_faults_skipped(const struct plan_faults *faults, const char *file)
{
    for (size_t i = 0; i < faults->unread_count; i++) {
        if (strcmp(faults->unread[i], plan_file_base(file)) == 0)
            return true;
    }
    return false;
}
