#include "ui/look.h"

#include <stdbool.h>
#include <string.h>

enum { CLEAN_MAX = 128 };

/* How much of the text is nothing to send: a pause, or the switch to the usual characters. */
static size_t idle(const char *text)
{
    static const char us_ascii[] = "\033(B", shift_in[] = "\017", pause[] = "$<";
    if (strncmp(text, us_ascii, sizeof(us_ascii) - 1) == 0)
        return sizeof(us_ascii) - 1;
    if (text[0] == shift_in[0])
        return 1;
    const char *end = strncmp(text, pause, sizeof(pause) - 1) == 0 ? strchr(text, '>') : NULL;
    return end ? (size_t)(end - text) + 1 : 0;
}

void look_clean(const char *capability, char *out, size_t size)
{
    size_t len = 0;
    while (*capability != '\0' && len + 1 < size) {
        size_t skip = idle(capability);
        capability += skip;
        if (skip == 0)
            out[len++] = *capability++;
    }
    out[*capability == '\0' ? len : 0] = '\0';
}

/* Is it ESC [ ... m and nothing else? */
static bool sets_attributes(const char *text)
{
    size_t len = strlen(text);
    return len >= 3 && text[0] == '\033' && text[1] == '[' && text[len - 1] == 'm' &&
           strspn(text + 2, "0123456789;") == len - 3;
}

void look_add(char *look, size_t size, const char *capability)
{
    char more[CLEAN_MAX];
    look_clean(capability, more, sizeof(more));
    size_t len = strlen(look), added = strlen(more);
    if (len + added + 1 >= size) /* one for the 0 that an empty "ESC [ m" stands for */
        return;
    if (!sets_attributes(look) || !sets_attributes(more)) {
        memcpy(look + len, more, added + 1);
        return;
    }
    len--;
    if (len == 2)
        look[len++] = '0';
    look[len++] = ';';
    memcpy(look + len, more + 2, added - 1);
}
