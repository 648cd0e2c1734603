#include "lang_speak.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "duban/mem.h"

void lang_speak(enum lang lang)
{
    const char *build = getenv("BUILD");
    struct buf dir = {0};
    buf_printf(&dir, "%s/locale", build ? build : "build");
    i18n_start(lang, buf_text(&dir));
    buf_free(&dir);
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

void lang_numbers(struct buf *out, const char *text)
{
    char *copy = xstrdup(text), *save = NULL;
    char **words = xcalloc(strlen(text) + 1, sizeof(*words));
    size_t count = 0;
    for (char *c = copy; *c != '\0'; c++) {
        if (!isdigit((unsigned char)*c) && strchr(".-%", *c) == NULL)
            *c = ' ';
    }
    for (char *word = strtok_r(copy, " ", &save); word; word = strtok_r(NULL, " ", &save)) {
        if (strpbrk(word, "0123456789"))
            words[count++] = word;
    }
    qsort(words, count, sizeof(*words), by_text);
    for (size_t i = 0; i < count; i++)
        buf_printf(out, "%s ", words[i]);
    free(words);
    free(copy);
}
