#include "import/foreign.h"

#include <string.h>

#include "duban/i18n.h"

#define FORMAT(start, what)               \
    {                                     \
        "" start, sizeof(start) - 1, what \
    }

static const struct {
    const char *start;
    size_t len;
    const char *what;
} formats[] = {
    FORMAT("PK\x03\x04", N_("the file is an Excel workbook (.xlsx) or another ZIP archive; open "
                            "it there and save it as \"CSV UTF-8\"")),
    FORMAT("\xD0\xCF\x11\xE0", N_("the file is an old Excel workbook (.xls); open it there and "
                                  "save it as \"CSV UTF-8\"")),
    FORMAT("%PDF", N_("the file is a PDF; ask for the table as \"CSV UTF-8\"")),
    FORMAT("{\\rtf", N_("the file is a text document; ask for the table as \"CSV UTF-8\"")),
    FORMAT("<", N_("the file is a web page or XML under a .csv name; open it in a spreadsheet "
                   "and save it as \"CSV UTF-8\"")),
};

bool foreign_refuse(struct sv bytes, const char *name, struct err *err)
{
    struct sv bom = SV("\xEF\xBB\xBF");
    if (bytes.len >= bom.len && memcmp(bytes.data, bom.data, bom.len) == 0)
        bytes = sv_skip(bytes, bom.len);
    bytes = sv_trim(bytes);
    for (size_t i = 0; i < COUNT_OF(formats); i++) {
        if (bytes.len >= formats[i].len &&
            memcmp(bytes.data, formats[i].start, formats[i].len) == 0)
            return err_at(err, ERR_DATA, name, 0, 0, "%s", _(formats[i].what));
    }
    return true;
}
