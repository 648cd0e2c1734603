/* bulletin.h - the parts of a bulletin, each for one question of its readers.
 *
 * Example:
 *     struct bulletin bulletin = {.page = &page, .board = board, .filter = filter};
 *     bulletin_targets(&bulletin);
 */
#ifndef REPORT_BULLETIN_H
#define REPORT_BULLETIN_H

#include "duban/report.h"
#include "report/page.h"

enum { BULLETIN_SCHOOLS_MAX = 20 }; /* the worst that a table lists */

struct bulletin {
    struct page *page;
    const struct board *board; /* narrowed to the filter */
    const struct reporting *rows;
    const struct problems *problems;
    const struct report_filter *filter;
};

/* Does the filter let this target (index) through? */
bool bulletin_shows(const struct bulletin *bulletin, size_t target) NONNULL;

/* The cells that say which target it is: code and name. */
void bulletin_name_cells(const struct bulletin *bulletin, size_t target) NONNULL;

/* How many sections the filter lets through. */
int bulletin_sections(const struct bulletin *bulletin) NONNULL;

/* The day that news are counted from: that of the comparison, or a reporting period back. */
daynum bulletin_since(const struct bulletin *bulletin) NONNULL;

/* "11 targets: 62% of the goals reached, 70% planned by now", `of` what; what changed of it, unless
 * that is NULL; and how many have which standing. */
void bulletin_summary(const struct bulletin *bulletin, const char *of, const struct rollup *rollup,
                      const struct rollup_change *change);

/* A table of rollups, and a row of it. */
struct page_heads {
    struct page_head at[6];
};
struct page_heads bulletin_rollup_heads(const char *code, const char *name) NONNULL;
void bulletin_rollup_row(const struct bulletin *bulletin, const char *code, const char *name,
                         const struct rollup *rollup) NONNULL;

/* The own figures of the town or the school, which filter->own has. */
void bulletin_own(const struct bulletin *bulletin) NONNULL;

/* What was done and what fell overdue since about a reporting period ago. */
void bulletin_news(const struct bulletin *bulletin) NONNULL;

/* What changed since the date of filter->since, which is there. */
void bulletin_changes(const struct bulletin *bulletin) NONNULL;

/* What needs attention, worst first, with the charts of the most urgent. */
void bulletin_attention(const struct bulletin *bulletin) NONNULL;

/* Open problems, and those closed since about a reporting period ago. */
void bulletin_problems(const struct bulletin *bulletin) NONNULL;

/* Every target, by section and item. */
void bulletin_targets(const struct bulletin *bulletin) NONNULL;

/* How the schools keep their duty to report, and those that keep it worst. */
void bulletin_schools(const struct bulletin *bulletin) NONNULL;

/* What the standings mean under the plan's rules. */
void bulletin_legend(const struct bulletin *bulletin) NONNULL;

#endif
