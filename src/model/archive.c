#include "duban/archive.h"

static const struct {
    const char *file, *types, *header;
} tables[ARCHIVE_TOTAL] = {
#define X(id, file, types, header) [ARCHIVE_##id] = {file, types, header},
    ARCHIVE_LIST(X)
#undef X
};

const char *archive_file(enum archive_table table)
{
    return tables[table].file;
}

const char *archive_types(enum archive_table table)
{
    return tables[table].types;
}

const char *archive_header(enum archive_table table)
{
    return tables[table].header;
}

bool archive_is_text(char type)
{
    return type == 't' || type == 'T' || type == 'S';
}
