#include "duban/wrap.h"

#include <string.h>

#include "duban/text.h"

static bool is_one_of(int32_t c, const char *marks)
{
    struct buf mark = {0};
    text_encode(&mark, c);
    bool found = strstr(marks, buf_text(&mark)) != NULL;
    buf_free(&mark);
    return found;
}

bool wrap_may_break(int32_t before, int32_t after)
{
    static const char closing[] = "，。；：、！？）」』》】%,.;:!?)]";
    static const char opening[] = "（「『《【";
    if (after == ' ')
        return true;
    if (text_char_width(before) != 2 && text_char_width(after) != 2)
        return false;
    return !is_one_of(after, closing) && !is_one_of(before, opening);
}

/* Does a part of a list end between these two: behind a semicolon, or where two spaces are? */
static bool part_ends(int32_t before, int32_t after)
{
    static const int32_t wide = 0xFF1B; /* ； */
    return before == wide || (after == ' ' && (before == ';' || before == ' '));
}

/* How much of `text` goes on a line of so many columns: at least one character. A list is broken
 * between its parts where that leaves no more than a third of the line empty. */
static size_t line_length(struct sv text, int columns)
{
    size_t room = text_clip(text, columns).len, best = 0, part = 0;
    if (room == text.len)
        return room;
    int32_t before = ' ';
    for (size_t at = 0; at <= room;) {
        int32_t c;
        int len = text_decode(sv_skip(text, at), &c);
        if (at > 0 && wrap_may_break(before, c))
            best = at;
        if (at > 0 && best == at && part_ends(before, c))
            part = at;
        before = c;
        at += (size_t)len;
    }
    if (part > 0 && text_width((struct sv){text.data, part}) * 3 >= columns * 2)
        return part;
    return best > 0 ? best : room;
}

void wrap_text(struct buf *out, struct sv text, int indent, int columns)
{
    int room = columns - indent > WRAP_COLUMNS_MIN ? columns - indent : WRAP_COLUMNS_MIN;
    struct buf clean = {0};
    text_clean(&clean, text);
    for (struct sv rest = sv_trim(buf_sv(&clean)); rest.len > 0; rest = sv_trim(rest)) {
        size_t len = line_length(rest, room);
        buf_fill(out, ' ', indent);
        buf_add(out, sv_trim((struct sv){rest.data, len}));
        buf_putc(out, '\n');
        rest = sv_skip(rest, len);
    }
    buf_free(&clean);
}
