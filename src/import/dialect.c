#include "import/dialect.h"

#include <string.h>

#include "import/lines.h"

static const char separators[] = ",;\t";

size_t dialect_count(struct sv line, char separator)
{
    size_t count = 0;
    bool quoted = false;
    for (size_t i = 0; i < line.len; i++) {
        if (line.data[i] == '"')
            quoted = !quoted;
        else if (line.data[i] == separator && !quoted)
            count++;
    }
    return count;
}

/* Reads `sep=X`, as spreadsheets write it. */
static bool stated_separator(struct sv line, char *out)
{
    struct sv word = SV("sep=");
    line = lines_bare(line);
    if (line.len != word.len + 1 || !sv_eq_nocase((struct sv){line.data, word.len}, word) ||
        line.data[word.len] == '\0' || strchr(separators, line.data[word.len]) == NULL)
        return false;
    *out = line.data[word.len];
    return true;
}

/* The separator that the line has most of; '\0' when it has none. */
static char most_of(struct sv line)
{
    char separator = '\0';
    size_t most = 0;
    for (const char *candidate = separators; *candidate; candidate++) {
        size_t count = dialect_count(line, *candidate);
        if (count > most) {
            most = count;
            separator = *candidate;
        }
    }
    return separator;
}

struct dialect dialect_of(struct sv text)
{
    struct dialect dialect = {.separator = separators[0]};
    struct lines lines = lines_of(text);
    struct sv line;
    if (!lines_next(&lines, &line))
        return dialect;
    dialect.stated = stated_separator(line, &dialect.separator);
    if (dialect.stated)
        return dialect;
    char found = most_of(line); /* a title above the header may have none */
    while (found == '\0' && lines_next(&lines, &line))
        found = most_of(line);
    if (found != '\0')
        dialect.separator = found;
    return dialect;
}
