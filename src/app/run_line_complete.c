/* run_line_complete.c - how a command line of the monitor can go on. */
#include "app/complete.h"
#include "app/run_line.h"
#include "app/words.h"

#include <string.h>

/* The monitor's own plan: a line that names another database gets the same codes. */
static const struct plan *plan_of(void *context, const char *database)
{
    (void)database;
    return *(const struct plan **)context;
}

/* The whole words of `line` and the one under way. Returns how many; 0 when there are too many. */
static int split(struct sv line, struct arena *arena, char **words, int most)
{
    size_t word = line.len;
    int count = 0;
    bool open;
    while (word > 0 && line.data[word - 1] != ' ')
        word--;
    struct sv rest = {line.data, word};
    for (char *whole; (whole = word_next(&rest, arena, &open)) != NULL;) {
        if (count + 1 == most)
            return 0;
        if (count > 0 || strcmp(whole, "duban") != 0) /* as one types it in a shell */
            words[count++] = whole;
    }
    words[count++] = arena_text(arena, sv_skip(line, word));
    return count;
}

void run_line_complete(const struct session *session, struct sv line, struct buf *out)
{
    char *words[WORDS_MAX];
    struct arena arena = {0};
    struct buf offered = {0};
    const struct plan *plan = session->plan;
    const struct complete_source source = {session->lang, plan_of, &plan};
    complete_words(&source, words, split(line, &arena, words, WORDS_MAX), &offered);
    struct sv rest = buf_sv(&offered), one, word;
    while (sv_split(&rest, '\n', &one)) {
        if (sv_split(&one, '\t', &word) && word.len > 0 && word.data[0] != ':')
            buf_printf(out, "%.*s\n", SV_ARG(word));
    }
    buf_free(&offered);
    arena_free(&arena);
}
