#include "duban/i18n.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

static const char *const tags[LANG_COUNT] = {
    [LANG_EN] = "en",
    [LANG_ZH_CN] = "zh_CN",
    [LANG_ZH_TW] = "zh_TW",
};

const char *lang_tag(enum lang lang)
{
    return tags[lang];
}

/* What each locale name of ours begins with; the first match wins. */
static const struct {
    const char *prefix;
    enum lang lang;
} prefixes[] = {
    {"zh_TW", LANG_ZH_TW}, {"zh-TW", LANG_ZH_TW},   {"zh_HK", LANG_ZH_TW},   {"zh-HK", LANG_ZH_TW},
    {"zh_MO", LANG_ZH_TW}, {"zh-Hant", LANG_ZH_TW}, {"zh_Hant", LANG_ZH_TW}, {"zh", LANG_ZH_CN},
    {"en", LANG_EN},       {"C", LANG_EN},          {"POSIX", LANG_EN},
};

bool lang_parse(struct sv tag, enum lang *out)
{
    for (size_t i = 0; i < COUNT_OF(prefixes); i++) {
        struct sv prefix = sv_from(prefixes[i].prefix);
        if (tag.len < prefix.len || !sv_eq_nocase((struct sv){tag.data, prefix.len}, prefix))
            continue;
        if (tag.len > prefix.len && strchr("_-.@", tag.data[prefix.len]) == NULL)
            continue;
        *out = prefixes[i].lang;
        return true;
    }
    return false;
}

enum lang lang_from_environment(void)
{
    enum lang lang;
    struct sv wanted = sv_from(getenv("LANGUAGE")), one;
    while (sv_split(&wanted, ':', &one)) {
        if (lang_parse(one, &lang))
            return lang;
    }
    static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < COUNT_OF(variables); i++) {
        const char *value = getenv(variables[i]);
        if (value && value[0] != '\0')
            return lang_parse(sv_from(value), &lang) ? lang : LANG_EN;
    }
    return LANG_EN;
}

void i18n_start(enum lang lang, const char *localedir)
{
    if (!setlocale(LC_ALL, "") || strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        setlocale(LC_ALL, "C.UTF-8");
    setlocale(LC_NUMERIC, "C");
    /* gettext looks LANGUAGE up at each call, and only outside the "C" locale. */
    if (strcmp(setlocale(LC_MESSAGES, NULL), "C") == 0 ||
        strcmp(setlocale(LC_MESSAGES, NULL), "POSIX") == 0)
        setlocale(LC_MESSAGES, "C.UTF-8");
    setenv("LANGUAGE", tags[lang], 1);
    bindtextdomain("duban", localedir);
    bind_textdomain_codeset("duban", "UTF-8");
    textdomain("duban");
}

const char *name_in(const struct name *name, enum lang lang)
{
    if (name->in[lang][0] != '\0')
        return name->in[lang];
    for (int i = 0; i < LANG_COUNT; i++) {
        if (name->in[i][0] != '\0')
            return name->in[i];
    }
    return "";
}
