/* sample_year.h - one target's year of made-up reports.
 *
 * Schools report once a month near its end, in September by the 15th, which is the demo's as-of
 * date: there the target has the figure that its profile names. A few schools fall silent in
 * spring, some now and then miss a month.
 *
 * Example:
 *     struct sample_profile profile = {target, sample_shape("steady"), 4215 * AMOUNT_ONE};
 *     if (!sample_year(plan, &profile, &sink, &rows, err)) return false;
 */
#ifndef APP_SAMPLE_YEAR_H
#define APP_SAMPLE_YEAR_H

#include "duban/intake.h"
#include "duban/plan.h"

enum { SAMPLE_YEAR = 2021, SAMPLE_MONTH = 9, SAMPLE_DAY = 15 };

/* How a figure runs through the year; `final` is what it is in mid-September. */
#define SAMPLE_SHAPE_LIST(X)                                         \
    X(NONE, "none")         /* never reported */                     \
    X(STEADY, "steady")     /* evenly */                             \
    X(FAST, "fast")         /* there in June */                      \
    X(SLOW, "slow")         /* evenly, to a figure that is behind */ \
    X(STALLED, "stalled")   /* there in April, unchanged since */    \
    X(SILENT, "silent")     /* there in May, no report since */      \
    X(BREACH, "breach")     /* a cap that is passed in June */       \
    X(CLEAN, "clean")       /* a cap that holds */                   \
    X(DONE_DOC, "done_doc") /* a document that is out in April */    \
    X(OPEN_DOC, "open_doc") /* a document in the making */           \
    X(LEVEL, "level")       /* a level that comes down */

enum sample_shape {
#define X(id, word) SAMPLE_##id,
    SAMPLE_SHAPE_LIST(X)
#undef X
        SAMPLE_SHAPE_TOTAL
};

struct sample_profile {
    int target;
    enum sample_shape shape;
    amount final;
};

/* The shape of a word; a word that is none is a bug in the sample's files. */
enum sample_shape sample_shape(const char *word) NONNULL;

/* Pushes the target's reports into `sink`, adding their number to *rows. */
MUST_USE bool sample_year(const struct plan *plan, const struct sample_profile *profile,
                          const struct intake_sink *sink, int64_t *rows, struct err *err) NONNULL;

#endif
