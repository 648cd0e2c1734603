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

/* May `c` stand behind the language in zh_TW.UTF-8, zh-Hant, en@quot? */
static bool ends_part(char c)
{
    return c == '_' || c == '-' || c == '.' || c == '@';
}

bool lang_parse(struct sv tag, enum lang *out)
{
    for (size_t i = 0; i < COUNT_OF(prefixes); i++) {
        struct sv prefix = sv_from(prefixes[i].prefix);
        if (tag.len < prefix.len || !sv_eq_nocase((struct sv){tag.data, prefix.len}, prefix))
            continue;
        if (tag.len > prefix.len && !ends_part(tag.data[prefix.len]))
            continue;
        *out = prefixes[i].lang;
        return true;
    }
    return false;
}

/* The locale name that rules the messages; empty when none is set. */
static struct sv messages_locale(void)
{
    static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < COUNT_OF(variables); i++) {
        struct sv value = sv_from(getenv(variables[i]));
        if (value.len > 0)
            return value;
    }
    return SV("");
}

enum lang lang_from_environment(void)
{
    struct sv locale = messages_locale();
    /* Whoever asks for the "C" locale asks for no translation; so does gettext take it. */
    if (sv_eq(locale, SV("C")) || sv_eq(locale, SV("POSIX")))
        return LANG_EN;
    enum lang lang;
    struct sv wanted = sv_from(getenv("LANGUAGE")), one;
    while (sv_split(&wanted, ':', &one)) {
        if (lang_parse(one, &lang))
            return lang;
    }
    return lang_parse(locale, &lang) ? lang : LANG_EN;
}

/* gettext follows LANGUAGE only outside the "C" locale, and C libraries of 2024 and later count
 * C.UTF-8 as "C" too. Which other locale it is does not matter; the first installed will do. */
static void leave_c_messages(void)
{
    static const char *const choices[] = {"zh_CN.UTF-8", "zh_TW.UTF-8", "en_US.UTF-8", "C.UTF-8"};
    for (size_t i = 0; i < COUNT_OF(choices); i++) {
        if (setlocale(LC_MESSAGES, choices[i]))
            return;
    }
}

void i18n_start(enum lang lang, const char *localedir)
{
    if (!setlocale(LC_CTYPE, "") || strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        setlocale(LC_CTYPE, "C.UTF-8");
    leave_c_messages();
    setenv("LANGUAGE", tags[lang], 1);
    bindtextdomain("duban", localedir);
    bind_textdomain_codeset("duban", "UTF-8");
    bindtextdomain("duban-units", localedir);
    bind_textdomain_codeset("duban-units", "UTF-8");
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

/* The other catalog has all texts too, made from the first one at build time. */
void i18n_call_units(bool units)
{
    textdomain(units ? "duban-units" : "duban");
}
