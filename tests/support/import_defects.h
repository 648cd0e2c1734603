/* import_defects.h - files with one thing wrong with them, and what must be said about it.
 *
 * The lists are on the plan of import_plan.h as of 2021-09-15, and end with a NULL.
 *
 * Example:
 *     for (const struct import_defect *d = import_defects_values; d->text; d++) ...
 */
#ifndef SUPPORT_IMPORT_DEFECTS_H
#define SUPPORT_IMPORT_DEFECTS_H

#include "import_run.h"

/* A whole file in UTF-8, and the issues that it must give: "LINE:CELL CODE\n" each. A file with
 * nothing wrong must give none. */
struct import_defect {
    const char *text, *found;
};

extern const struct import_defect import_defects_keys[];     /* schools, targets, scopes, dates */
extern const struct import_defect import_defects_values[];   /* values, totals, notes, repeats */
extern const struct import_defect import_defects_shape[];    /* rows, quotes, line ends */
extern const struct import_defect import_defects_headings[]; /* headings, wide form */

/* How many files have one thing wrong with them, and no more. */
size_t import_defect_count(void);

/* Calls `visit` for each defect of all lists. */
typedef void import_defect_fn(const struct import_fixture *fixture,
                              const struct import_defect *defect);
void import_each_defect(const struct import_fixture *fixture, import_defect_fn *visit);

/* Fails unless these bytes, which are the defect's file in some form, give its issues. `form` says
 * which for the message. */
void import_expect_defect(const struct import_fixture *fixture, const struct import_defect *defect,
                          struct sv bytes, const char *form);

#endif
