/* plan_files.h - a plan as a set of CSV files, read strictly.
 *
 * A plan directory holds plan.csv, sections.csv, items.csv, targets.csv, kinds.csv, scopes.csv,
 * schools.csv and, if wanted, towns.csv, steps.csv and calendar.csv (duban-csv(5) describes the
 * columns). The built-in plan is the same files inside the program. A row that begins with # is a
 * comment. Any fault is an error with file, line and column; nothing is guessed.
 *
 * Ownership: the plan and its texts go into the caller's arena.
 *
 * Example:
 *     if (!plan_files_read_dir("plans/next-year", &arena, &plan, err)) return false;
 */
#ifndef DUBAN_PLAN_FILES_H
#define DUBAN_PLAN_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "duban/archive.h"
#include "duban/attr.h"
#include "duban/buf.h"
#include "duban/err.h"
#include "duban/mem.h"
#include "duban/plan.h"
#include "duban/problem.h"
#include "duban/sv.h"

/* One file of a plan: its name for messages and its bytes (UTF-8, with or without BOM). */
struct plan_file {
    const char *name; /* "targets.csv", or a path that ends so */
    struct sv bytes;
};

/* Reads a plan out of `files`. *out is finished (plan_finish). */
MUST_USE bool plan_files_read(const struct plan_file *files, size_t count, struct arena *arena,
                              struct plan *out, struct err *err) NONNULL;

/* The same from a directory. */
MUST_USE bool plan_files_read_dir(const char *dir, struct arena *arena, struct plan *out,
                                  struct err *err) NONNULL;

/* The same, but going on after a fault: `each` takes every one (file, line, column, what is wrong
 * and what to do), in the order of reading; of one cell there may be several, the first says it
 * best. False when there was any; *err is then the first. What hangs on a part that could not be
 * read is not held against the rest. */
typedef void plan_fault_fn(void *context, const struct err *fault);
MUST_USE bool plan_files_check(const struct plan_file *files, size_t count, struct arena *arena,
                               struct plan *out, plan_fault_fn *each, void *context,
                               struct err *err);
MUST_USE bool plan_files_check_dir(const char *dir, struct arena *arena, struct plan *out,
                                   plan_fault_fn *each, void *context, struct err *err);

/* Reads a schools.csv for a plan that is loaded; rows go into `arena`. */
MUST_USE bool plan_files_read_schools(const struct plan_file *file, const struct plan *plan,
                                      struct arena *arena, struct school **out, size_t *count,
                                      struct err *err) NONNULL;

/* Reads a problem list as report_problems() writes it; of its columns only text is asked for, and
 * state and days are passed over. Every row passes problem_check() but for the owner,
 * which may be left to the target's. */
MUST_USE bool plan_files_read_problems(const struct plan_file *file, const struct plan *plan,
                                       daynum noted, struct arena *arena, struct problems *out,
                                       struct err *err) NONNULL;

/* A row of a small CSV table (the demo's settings), one text per header cell. */
struct csv_table {
    const char *const *header;
    const char *const **rows; /* [row_count][column_count]; never NULL, "" for an empty cell */
    const unsigned *lines;    /* line of each row, from 1 */
    size_t column_count, row_count;
    unsigned header_line; /* comments may stand before it */
};
MUST_USE bool csv_table_read(const struct plan_file *file, struct arena *arena,
                             struct csv_table *out, struct err *err) NONNULL;

/* Reads the file of an archive's table row by row, in memory that does not grow with it. Its header
 * must be the table's, and every cell is checked against the column's type; faults name file, line
 * and column. */
MUST_USE bool archive_read(const char *path, enum archive_table table, archive_row_fn *each,
                           void *context, struct err *err);

/* Column of the table with this header; -1: none. */
int csv_table_column(const struct csv_table *table, const char *name) NONNULL;

#endif
