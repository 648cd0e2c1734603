/* outliers.h - reports that want a second look: a jump beyond the school's own history, a value
 * above the school's size. They are flagged for follow-up and never changed.
 *
 * A jump: of a school's reports on one target (sum, cap, mean, at_most, and share with its
 * denominators as a percentage) the newest change d is held against the changes c before it, of
 * which there must be OUTLIER_CHANGES_MIN. Its score is the modified z-score
 *     0.6745 * |d - median(c)| / MAD(c),   MAD(c) = median(|c - median(c)|)
 * and above OUTLIER_SCORE it is flagged (Iglewicz & Hoaglin, "How to Detect and Handle Outliers",
 * ASQC 1993; NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.17). Where MAD is 0, the mean
 * absolute deviation times 1.253314 takes the place of MAD / 0.6745, as there; and a spread below
 * one unit (one point of a percentage) counts as one, so that steady schools are not flagged for
 * one more or less. Yes-or-no values and milestones go in leaps by nature and are passed over.
 *
 * A value, or its denominator, is above the school's size where the plan knows the size and the
 * target counts members of the school (target->within_size).
 *
 * Example:
 *     struct jump jump;
 *     for (size_t i = 0; i < count; i++)
 *         if (jumps_next(&series, target->measure, &reports[i], &jump)) ...
 *     jumps_end(&series);
 */
#ifndef DUBAN_OUTLIERS_H
#define DUBAN_OUTLIERS_H

#include <stdbool.h>
#include <stddef.h>

#include "duban/attr.h"
#include "duban/plan.h"
#include "duban/values.h"

#define OUTLIER_SCORE 3.5
enum { OUTLIER_CHANGES_MIN = 4 };

/* id, word in machine formats. */
#define OUTLIER_LIST(X) \
    X(JUMP, "jump")     \
    X(OVER_SIZE, "over_size")

enum outlier_kind {
#define X(id, word) OUTLIER_##id,
    OUTLIER_LIST(X)
#undef X
        OUTLIER_TOTAL
};

const char *outlier_word(enum outlier_kind kind);

/* How far a change is off. */
struct jump {
    double change, usual; /* the newest change, and the median of those before */
    double score;
};

/* What is known of one school's reports on one target. Zero-initialised is none. */
struct jump_series {
    double *changes; /* ascending: those before the newest report */
    size_t count, room;
    double figure; /* of the newest report */
    bool begun;
    bool lost; /* a report said nothing of the size of a change, so that none is judged any more */
};

/* Adds a report, which is later than those before: is it a jump? *out is written when it is. A
 * report is judged by what was reported up to then, so that later ones change nothing of it. */
MUST_USE bool jumps_next(struct jump_series *series, enum measure measure,
                         const struct latest *report, struct jump *out) NONNULL;

/* Forgets the reports, for another series; and gives the memory back. */
void jumps_reset(struct jump_series *series) NONNULL;
void jumps_end(struct jump_series *series) NONNULL;

/* Can a report by this measure be a jump? */
bool jumps_possible(enum measure measure);

struct outlier {
    enum outlier_kind kind;
    int target, school; /* indexes; written by who looks at a school */
    struct latest now;
    struct jump jump; /* of a jump */
    int64_t size;     /* of a value above it */
};

/* Is the report above the school's size? */
bool outlier_over_size(const struct target *target, const struct school *school,
                       const struct latest *report, struct outlier *out) NONNULL;

#endif
