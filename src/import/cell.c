#include "import/cell.h"

#include <string.h>

#include "duban/text.h"

static const struct sv wide_blanks[] = {
    {"\xE3\x80\x80", 3}, /* U+3000 ideographic space */
    {"\xC2\xA0", 2},     /* U+00A0 no-break space */
    {"\xEF\xBB\xBF", 3}, /* U+FEFF byte order mark */
};

static bool trim_wide(struct sv *cell)
{
    for (size_t i = 0; i < COUNT_OF(wide_blanks); i++) {
        size_t len = wide_blanks[i].len;
        if (cell->len < len)
            continue;
        if (memcmp(cell->data, wide_blanks[i].data, len) == 0) {
            *cell = sv_skip(*cell, len);
            return true;
        }
        if (memcmp(cell->data + cell->len - len, wide_blanks[i].data, len) == 0) {
            cell->len -= len;
            return true;
        }
    }
    return false;
}

static struct sv trim(struct sv cell)
{
    do {
        cell = sv_trim(cell);
    } while (trim_wide(&cell));
    return cell;
}

/* Is there nothing at the ends that trimming or unmarking would take away? */
static bool is_plain(struct sv cell)
{
    if (cell.len == 0)
        return true;
    unsigned char first = (unsigned char)cell.data[0];
    unsigned char last = (unsigned char)cell.data[cell.len - 1];
    return first > ' ' && first < 0x80 && last > ' ' && last < 0x80 && first != '\'' &&
           first != '=';
}

struct sv cell_bare(struct sv cell)
{
    if (is_plain(cell))
        return cell;
    cell = trim(cell);
    if (cell.len >= 3 && cell.data[0] == '=' && cell.data[1] == '"' &&
        cell.data[cell.len - 1] == '"')
        return trim((struct sv){cell.data + 2, cell.len - 3});
    if (cell.len >= 1 && cell.data[0] == '\'')
        return trim(sv_skip(cell, 1));
    return cell;
}

bool cell_is_empty(struct sv cell)
{
    return cell.len == 0 || cell_bare(cell).len == 0;
}

enum { FULL_WIDTH_FIRST = 0xFF01, FULL_WIDTH_LAST = 0xFF5E, WIDE_SPACE = 0x3000 };

static bool is_ascii(struct sv cell)
{
    unsigned char all = 0;
    for (size_t i = 0; i < cell.len; i++)
        all |= (unsigned char)cell.data[i];
    return all < 0x80;
}

struct sv cell_fold(struct sv cell, char room[CELL_FOLD_MAX])
{
    if (is_ascii(cell))
        return cell;
    size_t len = 0;
    bool folded = false;
    for (struct sv rest = cell; rest.len > 0;) {
        int32_t c;
        size_t size = (size_t)text_decode(rest, &c);
        if (len + size > CELL_FOLD_MAX)
            return cell;
        if (c == WIDE_SPACE || (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST)) {
            room[len++] = c == WIDE_SPACE ? ' ' : (char)(c - FULL_WIDTH_FIRST + '!');
            folded = true;
        } else {
            memcpy(room + len, rest.data, size);
            len += size;
        }
        rest = sv_skip(rest, size);
    }
    return folded ? sv_trim((struct sv){room, len}) : cell;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t digits(struct sv *text)
{
    size_t count = 0;
    while (count < text->len && is_digit(text->data[count]))
        count++;
    *text = sv_skip(*text, count);
    return count;
}

static bool take(struct sv *text, const char *any)
{
    if (text->len == 0 || text->data[0] == '\0' || strchr(any, text->data[0]) == NULL)
        return false;
    *text = sv_skip(*text, 1);
    return true;
}

bool cell_is_scientific(struct sv cell)
{
    if (digits(&cell) == 0)
        return false;
    if (take(&cell, ".") && digits(&cell) == 0)
        return false;
    if (!take(&cell, "Ee"))
        return false;
    take(&cell, "+-");
    return digits(&cell) > 0 && cell.len == 0;
}
