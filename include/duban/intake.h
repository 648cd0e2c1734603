/* intake.h - the contract between a file being read and the database that takes it in.
 *
 * The reader (import) checks rows against the plan and pushes the good ones into a sink; the
 * store is the sink. Neither knows the other. Rejected rows are data, not errors: they become
 * issues. The reader hands rows over in the order of their keys (target, school, date) and none
 * twice, so that the sink can walk along what it has; a sink takes them in any order all the same.
 *
 * Ownership: a row and its texts are borrowed for the length of the call.
 *
 * Example:
 *     enum intake_outcome outcome;
 *     if (!sink->put(sink->context, &row, &outcome, err)) return false;
 */
#ifndef DUBAN_INTAKE_H
#define DUBAN_INTAKE_H

#include <stdbool.h>
#include <stdint.h>

#include "duban/amount.h"
#include "duban/date.h"
#include "duban/err.h"
#include "duban/sv.h"

/* One checked report, ready to be kept: key (target, school, date). */
struct intake_row {
    int target; /* index into plan->targets */
    int school; /* index into plan->schools */
    daynum date;
    amount value;
    amount of;      /* AMOUNT_NONE: none */
    struct sv note; /* cleaned; may be empty */
    unsigned line;  /* in the file, from 1 */
    int next_in;    /* days until the same school's next row on the target in this file; 0: none.
                       What stands there already is not held against this row, as the file says
                       something else of it: so a corrected series is taken whole */
};

/* What became of a row. */
enum intake_outcome {
    INTAKE_NEW,       /* no report had this key */
    INTAKE_CHANGED,   /* it replaces another value */
    INTAKE_SAME,      /* it says what is there already */
    INTAKE_DECREASED, /* not taken: it falls below the school's earlier value, or stands above a
                         later one, though the measure only grows */
    INTAKE_OVERTAKEN  /* not taken: somebody else has changed the cell since it was shown */
};

struct intake_sink {
    void *context;
    /* Takes one row. With `allow_decrease` a falling value is taken as NEW or CHANGED. Returns
     * false only when the store itself fails; then the whole file is off. */
    bool (*put)(void *context, const struct intake_row *row, bool allow_decrease,
                enum intake_outcome *outcome, struct err *err);
};

#endif
