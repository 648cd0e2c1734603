#include "import/note.h"

#include "duban/formula.h"
#include "duban/import.h"
#include "duban/text.h"

static void join_lines(struct buf *out, struct sv text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (c == '\r' && i + 1 < text.len && text.data[i + 1] == '\n')
            continue;
        buf_putc(out, c == '\r' || c == '\n' || c == '\t' ? ' ' : c);
    }
}

bool note_clean(struct buf *out, struct sv cell)
{
    struct buf joined = {0};
    buf_clear(out);
    join_lines(&joined, formula_unguard(sv_trim(cell)));
    struct sv kept = buf_sv(&joined);
    bool as_is = kept.len <= IMPORT_NOTE_MAX && text_is_clean(kept);
    if (kept.len > IMPORT_NOTE_MAX)
        kept.len = IMPORT_NOTE_MAX;
    text_clean(out, text_whole(kept));
    buf_free(&joined);
    return as_is;
}
