/* import_plan.h - a small plan for the tests of import, as files and loaded.
 *
 * Sections 1-2, items 1, 5 and 8; kinds kinder, primary, middle; schools 001 (kinder), 002 and
 * 007 (primary), 010 and 011 (middle), of which 010 and 011 have the same English name. Year
 * 2021. The targets:
 *
 *   1.1 share      all kinds      percent of yes
 *   1.2 milestone  district       with two steps
 *   5.1 sum        all kinds      goal 6590 places
 *   5.2 count      named 001
 *   5.4 mean       named 002 010  in percent
 *   8.1 cap        compulsory     cases
 *   8.2 at_most    all kinds      hours
 *   8.3 share      compulsory     of pupils
 */
#ifndef SUPPORT_IMPORT_PLAN_H
#define SUPPORT_IMPORT_PLAN_H

#include "duban/plan_files.h"

enum { IMPORT_PLAN_FILES = 10 };

extern const struct plan_file import_plan_files[IMPORT_PLAN_FILES];

/* The plan of these files. */
void import_plan_load(struct arena *arena, struct plan *out);

#endif
