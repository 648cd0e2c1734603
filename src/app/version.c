#include "app/version.h"

#include "duban/i18n.h"
#include "duban/import.h"
#include "duban/report.h"
#include "duban/store.h"
#include "duban/text.h"
#include "duban/ui.h"

void version_describe(struct buf *out)
{
    buf_puts(out, "duban " DUBAN_VERSION "\n");
    buf_printf(out, "SQLite %s\n%s\n", store_library(), term_library());
    import_libraries(out);
    buf_printf(out, "utf8proc %s\njansson %s\n", text_library(), report_library());
    version_warn(out);
}

void version_warn(struct buf *out)
{
    if (store_library_can_lose_rows())
        buf_printf(out,
                   _("SQLite %s: let nothing but duban write to the database; other programs' "
                     "checkpoints could lose rows before SQLite 3.51.3\n"),
                   store_library());
}
