#include "import/cell.h"

#include <string.h>

/* Is a character of three bytes that shows nothing at `at`: a blank (U+2000 to U+200A, U+202F,
 * U+3000), or what chats and word processors leave in what is copied out of them (U+200B to U+200F,
 * U+202A to U+202E, U+2060, U+2066 to U+2069, U+FEFF)? */
static bool shows_nothing(const char *at)
{
    unsigned char last = (unsigned char)at[2];
    if (memcmp(at, "\xE2\x80", 2) == 0)
        return last <= 0x8F || (last >= 0xAA && last <= 0xAF);
    if (memcmp(at, "\xE2\x81", 2) == 0)
        return last == 0xA0 || (last >= 0xA6 && last <= 0xA9);
    return memcmp(at, "\xE3\x80\x80", 3) == 0 || memcmp(at, "\xEF\xBB\xBF", 3) == 0;
}

static bool is_no_break(const char *at)
{
    return memcmp(at, "\xC2\xA0", 2) == 0;
}

/* Takes one of them off the front or the end. */
static bool trim_wide(struct sv *cell)
{
    static const struct {
        size_t len;
        bool (*is)(const char *at);
    } blanks[] = {{2, is_no_break}, {3, shows_nothing}};
    for (size_t i = 0; i < COUNT_OF(blanks); i++) {
        size_t len = blanks[i].len;
        if (cell->len < len)
            continue;
        if (blanks[i].is(cell->data)) {
            *cell = sv_skip(*cell, len);
            return true;
        }
        if (blanks[i].is(cell->data + cell->len - len)) {
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
