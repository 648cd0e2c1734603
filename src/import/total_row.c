#include "import/total_row.h"

#include <string.h>

#include "duban/text.h"
#include "import/cell.h"

/* How the cell ends once blanks and ':' are gone: "全区合计", "合　计：". */
static const char *const endings[] = {"合计", "总计", "小计", "共计",
                                      "合計", "總計", "小計", "共計"};
static const char *const words[] = {"total", "subtotal", "grandtotal", "sum"};

static bool ends_with(struct sv text, struct sv end)
{
    return text.len >= end.len && sv_eq(sv_skip(text, text.len - end.len), end);
}

static bool is_word(struct sv cell)
{
    char room[TEXT_FOLD_MAX], bare[TEXT_FOLD_MAX];
    struct sv folded = text_fold(cell_bare(cell), room);
    struct sv text = {bare, 0};
    if (folded.len > sizeof(bare))
        return false;
    for (size_t i = 0; i < folded.len; i++) {
        if (folded.data[i] != ' ' && folded.data[i] != ':')
            bare[text.len++] = folded.data[i];
    }
    for (size_t i = 0; i < COUNT_OF(endings); i++) {
        if (ends_with(text, sv_from(endings[i])))
            return true;
    }
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (sv_eq_nocase(text, sv_from(words[i])))
            return true;
    }
    return false;
}

/* The first cell that is not empty; the row's length when all are. */
static size_t first_cell(const struct csv_record *record)
{
    size_t first = 0;
    while (first < record->count && cell_is_empty(record->cells[first]))
        first++;
    return first;
}

static enum column kind_of(const struct header *header, size_t at)
{
    return at < header->count ? (enum column)header->kinds[at] : COLUMN_EMPTY;
}

int total_row_at(const struct header *header, const struct csv_record *record)
{
    int school = header->at[COLUMN_SCHOOL];
    if (school >= 0 && (size_t)school < record->count && is_word(record->cells[school]))
        return school;
    size_t first = first_cell(record);
    bool said = first < record->count && kind_of(header, first) != COLUMN_NOTE &&
                is_word(record->cells[first]);
    return said ? (int)first : -1;
}

static bool has(const struct header *header, const struct csv_record *record, enum column column)
{
    int at = header->at[column];
    return at >= 0 && (size_t)at < record->count && !cell_is_empty(record->cells[at]);
}

bool total_row_labelled(const struct header *header, const struct csv_record *record)
{
    size_t first = first_cell(record);
    return first < record->count && kind_of(header, first) >= COLUMN_LABEL &&
           !has(header, record, COLUMN_SCHOOL) && !has(header, record, COLUMN_TARGET) &&
           is_word(record->cells[first]);
}
