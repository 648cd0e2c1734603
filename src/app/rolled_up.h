/* rolled_up.h - the options --by of `status` and --outliers of `schools`.
 *
 * Example:
 *     if (session->options->value[OPTION_BY]) return print_groups(session, format, &filter, err);
 */
#ifndef APP_ROLLED_UP_H
#define APP_ROLLED_UP_H

#include "app/session.h"
#include "duban/report.h"

/* Each school's own standings on the targets that are shown, and what changed of them since
 * `before`, unless that is NULL. */
struct rolled_up {
    struct rollup *schools, *before; /* [school_count] */
    struct rollup_change *changes;   /* only counts */
};
MUST_USE bool rolled_up_schools(struct store *store, const struct board *board,
                                const struct board *before, const bool *shown, struct arena *arena,
                                struct rolled_up *out, struct err *err);

/* The reports that want a second look, of what the filter lets through; the caller frees *out, also
 * after a failure. */
MUST_USE bool rolled_up_outliers(struct store *store, const struct board *board,
                                 const struct report_filter *filter, struct outlier **out,
                                 size_t *count, struct err *err) NONNULL;

/* Prints the plan rolled up as --by says; the session is open. */
MUST_USE bool print_groups(struct session *session, enum report_format format,
                           struct report_filter *filter, struct err *err) NONNULL;

/* Prints the reports that want a second look; the session is open. */
MUST_USE bool print_outliers(struct session *session, enum report_format format,
                             const struct report_filter *filter, struct err *err) NONNULL;

#endif
