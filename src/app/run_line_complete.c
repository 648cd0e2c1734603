/* run_line_complete.c - how a command line of the monitor can go on. */
#include "app/complete.h"
#include "app/monitor_folder.h"
#include "app/run_line.h"
#include "app/words.h"

#include <string.h>

#include "duban/text.h"

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

/* Adds the names in the folder of `word` that begin like it; those that could not be typed as one
 * clean word are left out. */
static void add_files(struct sv word, bool only_folders, struct buf *out)
{
    struct err err = {0};
    struct arena arena = {0};
    struct ui_answer answer = {0};
    size_t name = word.len;
    while (name > 0 && word.data[name - 1] != '/')
        name--;
    const char *folder = arena_text(&arena, (struct sv){word.data, name});
    struct sv begun = sv_skip(word, name);
    bool ok = monitor_folder(folder, &arena, &answer, &err);
    for (size_t i = 0; ok && i < answer.count; i++) {
        const struct ui_entry *entry = &answer.entries[i];
        struct sv entry_name = sv_from(entry->name);
        bool begins = begun.len == 0 || strncmp(entry->name, begun.data, begun.len) == 0;
        if (begins && (entry->folder || !only_folders) && text_is_clean(entry_name) &&
            !strpbrk(entry->name, " '\"") && strcmp(entry->name, "..") != 0)
            buf_printf(out, "%s%s%s\n", folder, entry->name, entry->folder ? "/" : "");
    }
    arena_free(&arena);
}

void run_line_complete(const struct session *session, struct sv line, struct buf *out)
{
    char *words[WORDS_MAX];
    struct arena arena = {0};
    struct buf offered = {0};
    const struct plan *plan = session->plan;
    const struct complete_source source = {session->lang, plan_of, &plan};
    int count = split(line, &arena, words, WORDS_MAX);
    complete_words(&source, words, count, &offered);
    struct sv rest = buf_sv(&offered), one, word;
    while (sv_split(&rest, '\n', &one)) {
        if (!sv_split(&one, '\t', &word) || word.len == 0)
            continue;
        if (word.data[0] != ':')
            buf_printf(out, "%.*s\n", SV_ARG(word));
        else if (count > 0)
            add_files(sv_from(words[count - 1]), sv_eq(word, SV(":dirs")), out);
    }
    buf_free(&offered);
    arena_free(&arena);
}
