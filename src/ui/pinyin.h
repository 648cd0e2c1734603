/* pinyin.h - the initials of Chinese text in pinyin: wjjyj for 武进教育局.
 *
 * From the order of GB 2312, whose first level (3755 characters, the usual ones) stands in the
 * order of pinyin; iconv tells where a character stands. Its second level goes by radicals, and
 * traditional characters are not in it: those have no initial here.
 *
 * Ownership: pinyin_start() makes it, pinyin_end() gives it back; NULL (no iconv) knows nothing.
 *
 * Example:
 *     struct pinyin *pinyin = pinyin_start();
 *     pinyin_initials(pinyin, &out, sv_from(name));
 *     pinyin_end(pinyin);
 */
#ifndef UI_PINYIN_H
#define UI_PINYIN_H

#include "duban/buf.h"

struct pinyin;

struct pinyin *pinyin_start(void);
void pinyin_end(struct pinyin *pinyin);

/* Adds the initials; letters and digits of ASCII stand for themselves, in lower case, and what has
 * no initial is left out. */
void pinyin_initials(struct pinyin *pinyin, struct buf *out, struct sv text);

#endif
