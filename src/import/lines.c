#include "import/lines.h"

#include <string.h>

#include "duban/import.h"

struct lines lines_of(struct sv text)
{
    if (text.len == 0)
        text.data = "";
    return (struct lines){.text = text, .ended = true};
}

struct lines lines_from(const struct feed *feed, struct err *err)
{
    return (struct lines){.text = {"", 0}, .feed = feed, .err = err};
}

void lines_free(struct lines *lines)
{
    buf_free(&lines->held);
}

/* Forgets what is before `keep`. */
static void drop(struct lines *lines)
{
    struct buf *held = &lines->held;
    size_t gone = lines->keep;
    if (gone == 0)
        return;
    memmove(held->data, held->data + gone, held->len - gone);
    held->len -= gone;
    lines->base += gone;
    lines->at -= gone;
    lines->searched -= gone < lines->searched ? gone : lines->searched;
    lines->lf -= gone < lines->lf ? gone : lines->lf;
    lines->keep = 0;
}

/* Gets more of the text. Returns false when the feed fails. */
static bool refill(struct lines *lines)
{
    drop(lines);
    size_t before = lines->held.len;
    while (!lines->ended && lines->held.len == before && !lines->failed)
        lines->failed =
            !lines->feed->more(lines->feed->context, &lines->held, &lines->ended, lines->err);
    lines->text = lines->held.len > 0 ? buf_sv(&lines->held) : (struct sv){"", 0};
    return !lines->failed;
}

struct sv lines_peek(struct lines *lines, size_t least)
{
    while (lines->text.len - lines->at < least && !lines->ended && refill(lines))
        continue;
    return sv_skip(lines->text, lines->at);
}

/* Looks for the next LF where nobody has looked yet: a text of lone CRs would be searched to its
 * end for each. */
static void find_lf(struct lines *lines)
{
    if (lines->searched > lines->at && (lines->lf >= lines->at && lines->lf < lines->searched))
        return;
    size_t from = lines->searched > lines->at ? lines->searched : lines->at;
    const char *data = lines->text.data;
    const char *lf = memchr(data + from, '\n', lines->text.len - from);
    lines->lf = lf ? (size_t)(lf - data) : lines->text.len;
    lines->searched = lf ? lines->lf + 1 : lines->text.len;
}

/* Finds where the next line ends. Returns false when that is not held yet. */
static bool find_end(struct lines *lines, size_t *next)
{
    find_lf(lines);
    const char *data = lines->text.data;
    size_t len = lines->text.len, lf = lines->lf;
    const char *cr = memchr(data + lines->at, '\r', lf - lines->at);
    size_t after_cr = cr ? (size_t)(cr - data) + 1 : len + 1;
    if (after_cr < lf || (after_cr == lf && lf == len && lines->ended))
        *next = after_cr;
    else if (lf < len)
        *next = lf + 1;
    else if (lines->ended && lines->at < len)
        *next = len;
    else
        return false;
    return true;
}

/* Passes over what is left of a line that was cut. */
static bool skip_rest(struct lines *lines)
{
    size_t next;
    while (!find_end(lines, &next)) {
        if (lines->ended)
            return true;
        /* The last byte may be a CR that an LF follows. */
        if (lines->at + 1 < lines->text.len)
            lines->at = lines->text.len - 1;
        lines->keep = lines->at;
        if (!refill(lines))
            return false;
    }
    lines->at = next;
    return true;
}

bool lines_next(struct lines *lines, struct sv *line)
{
    size_t next;
    if (lines->cut) {
        lines->cut = false;
        if (!skip_rest(lines))
            return false;
        lines_keep(lines);
    }
    while (!find_end(lines, &next)) {
        if (lines->ended)
            return false;
        /* All but the last byte, which may be a CR. */
        lines->cut = lines->text.len - lines->keep > IMPORT_RECORD_MAX + 1;
        next = lines->text.len - 1;
        if (lines->cut)
            break;
        if (!refill(lines))
            return false;
    }
    *line = (struct sv){lines->text.data + lines->at, next - lines->at};
    lines->at = next;
    lines->number++;
    return true;
}

void lines_keep(struct lines *lines)
{
    lines->keep = lines->at;
}

struct line_mark lines_mark(const struct lines *lines)
{
    return (struct line_mark){
        .at = lines->base + lines->at,
        .lf = lines->base + lines->lf,
        .number = lines->number,
        .cut = lines->cut,
    };
}

void lines_back(struct lines *lines, const struct line_mark *mark)
{
    lines->at = (size_t)(mark->at - lines->base);
    lines->number = mark->number;
    lines->cut = mark->cut;
    /* The LF that was found then is still the first one, unless there was none. */
    size_t lf = (size_t)(mark->lf - lines->base);
    bool known = mark->lf >= lines->base && lf < lines->text.len && lines->text.data[lf] == '\n';
    lines->lf = known ? lf : 0;
    lines->searched = known ? lf + 1 : 0;
}

struct sv lines_kept(const struct lines *lines)
{
    return (struct sv){lines->text.data + lines->keep, lines->at - lines->keep};
}

struct sv lines_bare(struct sv line)
{
    while (line.len > 0 && (line.data[line.len - 1] == '\n' || line.data[line.len - 1] == '\r'))
        line.len--;
    return line;
}
