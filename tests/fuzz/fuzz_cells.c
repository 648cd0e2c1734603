/* What surrounds a cell comes off wholly; notes are clean; a memo remembers what it was told. */
#include <stdint.h>

#include "duban/mem.h"
#include "duban/text.h"
#include "import/cell.h"
#include "import/header.h"
#include "import/memo.h"
#include "import/note.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct sv raw = {(const char *)data, size}, cell = cell_bare(raw);
    struct buf note = {0};
    struct memo memo = {0};
    char room[TEXT_FOLD_MAX];
    int meaning;
    if (cell.len > raw.len)
        BUG("a cell that is longer without what surrounds it");
    struct sv folded = text_fold(cell, room);
    if (folded.len > cell.len)
        BUG("a cell that is longer in ASCII");
    header_column(raw);
    cell_is_scientific(cell);
    memo_keep(&memo, raw, 7);
    if (memo_find(&memo, raw, &meaning) ? meaning != 7 : raw.len <= MEMO_CELL_MAX)
        BUG("a memo that forgot");
    memo_free(&memo);
    note_clean(&note, raw);
    if (!text_is_clean(buf_sv(&note)))
        BUG("a note that is not clean");
    buf_free(&note);
    return 0;
}
