/* model_plan.h - a small plan of 2021, built in code, with a year's reports up to 2021-09-15.
 *
 * Sections 1 and 2; items 1 and 2 (section 1) and 3 (section 2). Kinds kinder, primary, junior,
 * centre; towns east and west; scopes compulsory (primary, junior), kinder, centre and all.
 * Schools 007 and 7 (kinder), P01-P03 (primary), J01 and J02 (junior), C01 (centre). J02 has no
 * town; P03 and J02 have the same name in Chinese. All targets run from 2021-01-01 to 2021-12-31
 * but for those that say otherwise. On 2021-09-15 they stand so:
 *
 *   1.1 sum        compulsory  goal 6590 places, linear       5500       on track
 *   1.2 count      compulsory  goal 4 schools                 1          lagging (SPI)
 *   1.3 share      kinder      goal 95 % of children          96.428571  done
 *   1.4 mean       J01 J02     goal 90 %, due 2021-10-08      86         due soon
 *   2.1 milestone  district    with three steps               60         on track
 *   2.2 milestone  district    no steps, due 2021-06-30       80         overdue
 *   2.3 cap        all         goal 10 complaints             2          on track
 *   2.4 at_most    P03 J02     from 8 down to 5 hours         6.5        silent
 *   3.1 cap        all         goal 0 accidents, veto         1          breached
 *   3.2 sum        district    no goal                        12         no goal
 *   3.3 sum        P01 only    goal 100, starts 2021-10-01    0          not started
 *   3.4 at_most    centre      goal 3 days, no baseline       2          on track
 *   3.5 share      compulsory  goal 100 % of schools, end     40         on track
 *
 * Ownership: everything lives in the arena given.
 */
#ifndef SUPPORT_MODEL_PLAN_H
#define SUPPORT_MODEL_PLAN_H

#include "duban/measure.h"
#include "duban/mem.h"
#include "duban/plan.h"

/* The day of an ISO date; a wrong one fails the test. */
daynum model_day(const char *iso);

/* The day on which every standing is there at least once: 2021-09-15. */
daynum model_fixture_as_of(void);

/* The plan above, finished. */
const struct plan *model_fixture_plan(struct arena *arena);

/* One report of the fixture, in whole numbers. */
struct model_report {
    const char *target, *school, *date;
    int value, of; /* of: -1 = none */
};

/* All reports of the fixture, in the order of target, date, school. */
const struct model_report *model_fixture_reports(size_t *count);

/* The figures of these reports, one entry for each target of the plan. */
const struct figures *model_fixture_figures(const struct plan *plan, struct arena *arena);

/* The same for any reports: worked out anew for every date from each school's latest report, so
 * that it can check quicker ways. */
const struct figures *model_figures_of(const struct plan *plan, const struct model_report *reports,
                                       size_t count, struct arena *arena);

#endif
