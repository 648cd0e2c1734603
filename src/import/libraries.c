#include <csv.h>
#include <nettle/version.h>

#include "duban/import.h"

void import_libraries(struct buf *out)
{
    buf_printf(out, "libcsv %d.%d.%d\n", CSV_MAJOR, CSV_MINOR, CSV_RELEASE);
    buf_printf(out, "nettle %d.%d\n", nettle_version_major(), nettle_version_minor());
}
