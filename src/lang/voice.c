#include "lang/voice.h"

#include "duban/i18n.h"

static const char *user_text(const char *text)
{
    return gettext(text);
}

static const char *user_plural(const char *one, const char *many, unsigned long count)
{
    return ngettext(one, many, count);
}

static const char *english_text(const char *text)
{
    return text;
}

static const char *english_plural(const char *one, const char *many, unsigned long count)
{
    return count == 1 ? one : many;
}

const struct voice voice_user = {user_text, user_plural};
const struct voice voice_english = {english_text, english_plural};
