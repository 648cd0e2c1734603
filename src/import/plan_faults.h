/* plan_faults.h - where the faults of a plan's files go: the first one ends the reading, or all are
 * handed on and reading goes on as far as it makes sense.
 *
 * A file that could not be read whole is remembered by its name, so that what refers to it is not
 * taken for a fault of its own.
 *
 * Ownership: borrows everything.
 *
 * Example:
 *     if (!plan_fault(faults, "kinds.csv", 3, 1, _("no code; write one"))) return false;
 */
#ifndef IMPORT_PLAN_FAULTS_H
#define IMPORT_PLAN_FAULTS_H

#include <stdbool.h>
#include <stddef.h>

#include "duban/attr.h"
#include "duban/plan_files.h"

enum { PLAN_PARTS_MAX = 16 };

struct plan_faults {
    struct err *err;     /* the first fault */
    plan_fault_fn *each; /* takes every fault; NULL: the first one ends the reading */
    void *context;
    size_t count;
    const char *unread[PLAN_PARTS_MAX]; /* names of files that were not read whole */
    size_t unread_count;
};

/* Takes a fault; line and column count from 1, 0 = none. Returns whether reading goes on. */
bool plan_fault(struct plan_faults *faults, const char *file, unsigned line, unsigned column,
                const char *format, ...) PRINTF(5);

/* The file (a path or a name) was not read whole. */
void plan_faults_skip(struct plan_faults *faults, const char *file) NONNULL;
bool plan_faults_skipped(const struct plan_faults *faults, const char *file) NONNULL;

/* A table, read as csv_table_read() does. True also when rows were left out, as reading goes on. */
MUST_USE bool plan_faults_table(struct plan_faults *faults, const struct plan_file *file,
                                struct arena *arena, struct csv_table *out) NONNULL;

/* The last part of a path. */
const char *plan_file_base(const char *path) NONNULL;

#endif
