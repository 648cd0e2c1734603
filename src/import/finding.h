/* finding.h - what a check has found wrong with a cell, before it becomes an issue.
 *
 * Ownership: the cell is a view of the record; the rest is in place.
 *
 * Example:
 *     return finding_set(found, ISSUE_OUT_OF_SCOPE, column, cell, "%s", school->code);
 */
#ifndef IMPORT_FINDING_H
#define IMPORT_FINDING_H

#include <stdbool.h>

#include "duban/attr.h"
#include "duban/import.h"
#include "duban/sv.h"

/* Bytes of a cell or row that are shown. */
enum { FINDING_SHOWN = 200, FINDING_DETAIL = 64 };

struct finding {
    enum issue_code code;
    unsigned column;             /* from 1; 0: the row as a whole */
    struct sv cell;              /* as it stands in the file */
    char detail[FINDING_DETAIL]; /* what it is held against */
    int target, school;          /* that the row is about; -1: not known */
    int64_t reports;             /* lost for it */
};

/* Sets *out, without target, school and reports; the detail is a printf format, "" for none. Always
 * returns false. */
bool finding_set(struct finding *out, enum issue_code code, unsigned column, struct sv cell,
                 const char *format, ...) PRINTF(5);

#endif
