#include "import/lines.h"

#include <string.h>

struct lines lines_of(struct sv text)
{
    if (text.len == 0)
        text.data = "";
    return (struct lines){.at = text.data, .end = text.data + text.len};
}

/* The LF is remembered over calls: a file of lone CRs would be searched to its end for each. */
static const char *next_feed(struct lines *lines)
{
    if (!lines->feed || lines->feed < lines->at) {
        lines->feed = memchr(lines->at, '\n', (size_t)(lines->end - lines->at));
        if (!lines->feed)
            lines->feed = lines->end;
    }
    return lines->feed;
}

bool lines_next(struct lines *lines, struct sv *line)
{
    if (lines->at == lines->end)
        return false;
    const char *feed = next_feed(lines);
    const char *next = feed < lines->end ? feed + 1 : feed;
    const char *cr = memchr(lines->at, '\r', (size_t)(feed - lines->at));
    if (cr && cr + 1 < feed)
        next = cr + 1;
    *line = (struct sv){lines->at, (size_t)(next - lines->at)};
    lines->at = next;
    lines->number++;
    return true;
}

struct sv lines_bare(struct sv line)
{
    while (line.len > 0 && (line.data[line.len - 1] == '\n' || line.data[line.len - 1] == '\r'))
        line.len--;
    return line;
}
