/* lang_speak.h - tests in several languages: choosing one, and the numbers that a text holds. */
#ifndef SUPPORT_LANG_SPEAK_H
#define SUPPORT_LANG_SPEAK_H

#include "duban/buf.h"
#include "duban/i18n.h"

/* All texts in `lang` from now on. The catalogs are those of $BUILD. */
void lang_speak(enum lang lang);

/* The numbers, dates and percents of `text` in sorted order, each followed by a space: languages
 * may order them differently, but not change them. */
void lang_numbers(struct buf *out, const char *text);

#endif
