/* taken.h - the members that every document about files taken in shares.
 *
 * Example:
 *     taken_members(&json, plan, file);
 */
#ifndef REPORT_TAKEN_H
#define REPORT_TAKEN_H

#include "duban/report.h"
#include "report/json.h"

/* The members of a file (F in report.h), into the object that is open. */
void taken_members(struct json *json, const struct plan *plan,
                   const struct taken_file *file) NONNULL;

#endif
