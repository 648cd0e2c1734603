#include "app/words.h"

#include "duban/buf.h"

char *word_next(struct sv *rest, struct arena *arena, bool *open)
{
    struct buf word = {0};
    char quote = '\0', *copy = NULL;
    bool begun = false;
    *rest = sv_trim(*rest);
    while (rest->len > 0 && (quote != '\0' || rest->data[0] != ' ')) {
        char c = rest->data[0];
        *rest = sv_skip(*rest, 1);
        begun = true;
        if (c == quote)
            quote = '\0';
        else if (quote == '\0' && (c == '\'' || c == '"'))
            quote = c;
        else
            buf_putc(&word, c);
    }
    *open = quote != '\0';
    if (begun && !*open)
        copy = arena_text(arena, buf_sv(&word));
    buf_free(&word);
    return copy;
}
