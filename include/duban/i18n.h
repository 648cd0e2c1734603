/* i18n.h - the user's language: gettext, and names that a plan carries in all languages.
 *
 * Source texts are English. `_()` translates now; `N_()` marks a text in a table for a later
 * `_()`. Catalogs are the .po files in assets/po; the language works whether or not its locale is
 * installed.
 *
 * Ownership: nothing is allocated; gettext keeps its texts for the life of the process.
 *
 * Example:
 *     i18n_start(LANG_ZH_CN, localedir);
 *     puts(_("on track"));
 */
#ifndef DUBAN_I18N_H
#define DUBAN_I18N_H

#include <libintl.h>
#include <stdbool.h>

#include "duban/attr.h"
#include "duban/sv.h"

#define _(text)  gettext(text)
#define N_(text) (text)

enum lang { LANG_EN, LANG_ZH_CN, LANG_ZH_TW, LANG_COUNT };

/* A name in every language; a member is "" where the plan gives none, never NULL. */
struct name {
    const char *in[LANG_COUNT];
};

/* The tag of a language: "en", "zh_CN", "zh_TW". */
const char *lang_tag(enum lang lang);

/* The language of a tag or locale name: "zh_CN", "zh-TW.UTF-8", "zh_HK" (as zh_TW), "en_US".
 * Returns false when it is none of ours. */
bool lang_parse(struct sv tag, enum lang *out) NONNULL;

/* The language that the environment asks for: LANGUAGE, LC_ALL, LC_MESSAGES, LANG, in gettext's
 * order; English when none of them names one of ours, or the locale is "C". */
enum lang lang_from_environment(void);

/* Sets the locale (falls back to C.UTF-8, so that text is always UTF-8; numbers stay "C") and
 * the language of all texts. `localedir` holds LANG/LC_MESSAGES/duban.mo. */
void i18n_start(enum lang lang, const char *localedir) NONNULL;

/* Calls schools units from now on, for plans of other people, or schools again. */
void i18n_call_units(bool units);

/* The name in `lang`, or in the first language that has one, or "". */
const char *name_in(const struct name *name, enum lang lang) NONNULL;

#endif
