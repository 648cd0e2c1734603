/* rolled_up.h - schools judged each by itself: --by of `status`, --outliers of `schools`, and
 * the own figures of a town or school in `report`.
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

/* The same of the schools and targets that the filter lets through, and of the day that it compares
 * with; the session is judged. Lives in its arena. */
MUST_USE bool rolled_up_shown(struct session *session, const struct report_filter *filter,
                              struct rolled_up *out, struct err *err) NONNULL;

/* Reads filter->own, where the filter asks for a town, or for a school that it leaves and that is
 * not the district itself; else nothing happens. */
MUST_USE bool rolled_up_own(struct session *session, struct report_filter *filter,
                            struct err *err) NONNULL;

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
