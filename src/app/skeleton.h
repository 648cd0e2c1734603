/* skeleton.h - the plan to begin with: the files of assets/skeleton for a year and a language.
 *
 * A line `#TAG text` of a skeleton file is a comment in the language TAG; it is kept, without the
 * tag, for a user of that language. @YEAR@ stands for the year.
 *
 * Example:
 *     return skeleton_write(2022, LANG_EN, make_file, dir, err);
 */
#ifndef APP_SKELETON_H
#define APP_SKELETON_H

#include "duban/i18n.h"
#include "duban/report.h"

/* Calls `file` with the name and content of each file. */
MUST_USE bool skeleton_write(int year, enum lang lang, report_file_fn *file, void *context,
                             struct err *err) NONNULL;

#endif
