#include "duban/taken.h"

const char *taken_word(enum taken_as as)
{
    static const char *const words[] = {
#define X(id, word) [TAKEN_##id] = word,
        TAKEN_LIST(X)
#undef X
    };
    return words[as];
}
