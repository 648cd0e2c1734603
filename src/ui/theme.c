#include "ui/theme.h"

#include <stdlib.h>
#include <string.h>

static const struct style styles[THEME_TOTAL][ROLE_TOTAL] = {
#define X(id, letter, df, db, dl, lf, lb, ll, cf, cb, cl, ml) [ROLE_##id] = {df, db, dl},
    [THEME_DARK] = {ROLE_LIST(X)},
#undef X
#define X(id, letter, df, db, dl, lf, lb, ll, cf, cb, cl, ml) [ROLE_##id] = {lf, lb, ll},
    [THEME_LIGHT] = {ROLE_LIST(X)},
#undef X
#define X(id, letter, df, db, dl, lf, lb, ll, cf, cb, cl, ml) [ROLE_##id] = {cf, cb, cl},
    [THEME_CONTRAST] = {ROLE_LIST(X)},
#undef X
#define X(id, letter, df, db, dl, lf, lb, ll, cf, cb, cl, ml) [ROLE_##id] = {THEIRS, THEIRS, ml},
    [THEME_MONO] = {ROLE_LIST(X)},
#undef X
};

static const char letters[ROLE_TOTAL] = {
#define X(id, letter, ...) [ROLE_##id] = letter,
    ROLE_LIST(X)
#undef X
};

struct style theme_style(enum theme theme, enum role role)
{
    return styles[theme][role];
}

char role_letter(enum role role)
{
    return letters[role];
}

enum role role_of_standing(enum standing standing)
{
    switch (standing_rag(standing)) {
    case RAG_RED:
        return ROLE_RED;
    case RAG_AMBER:
        return ROLE_AMBER;
    case RAG_GREEN:
        return ROLE_GREEN;
    case RAG_GREY:
        break;
    }
    return ROLE_GREY;
}

bool theme_parse(const char *word, enum theme *out)
{
    static const char *const words[THEME_TOTAL] = {[THEME_DARK] = "dark",
                                                   [THEME_LIGHT] = "light",
                                                   [THEME_CONTRAST] = "contrast",
                                                   [THEME_MONO] = "mono"};
    for (int i = 0; i < THEME_TOTAL; i++) {
        if (strcmp(words[i], word) == 0) {
            *out = (enum theme)i;
            return true;
        }
    }
    return false;
}

enum theme theme_from_environment(void)
{
    const char *no_colour = getenv("NO_COLOR");
    return no_colour && no_colour[0] != '\0' ? THEME_MONO : THEME_DARK;
}
