/* inside.h - commands of duban run inside a child of this process, so that what they call can be
 * made to fail; and the check that matters after each: all of it is there or nothing.
 *
 * Example:
 *     inside_prepare(inside_operation_count);
 *     for (int i = 0; i < inside_operation_count; i++)
 *         inside_try(&inside_operations[i], arm, &fault, "a.db", "write 3 fails");
 */
#ifndef FAULTS_INSIDE_H
#define FAULTS_INSIDE_H

#include "harness.h"

/* Called in the child just before the command runs, or before the first key. */
typedef void inside_arm_fn(void *context);

enum { INSIDE_WORDS_MAX = 16 };

/* The two words behind this one are keys (ui_keys.h), pressed in the monitor instead of a command:
 * before the fault, and with it. */
#define KEYS "(keys)"

/* A command that is tried. What it makes beside the database is `makes`, or NULL. */
struct operation {
    const char *name;
    const char *words[INSIDE_WORDS_MAX]; /* after `duban` */
    const char *makes;
};

extern const struct operation inside_operations[];
extern const int inside_operation_count; /* the first ones, which every fault is tried on */
extern const int inside_all_count;

/* Makes base.db, from which every try starts, and the files that the operations read; runs the
 * first `count` operations once, to know what they do. */
void inside_prepare(int count);

/* The first part of it: base.db, and what the operations read. */
void inside_prepare_base(void);

/* base.db as a.db, and nothing of what an operation made. */
void inside_afresh(void);

/* Runs a command as main() does, on a.db as it stands. */
struct ran inside_run(const struct operation *operation, inside_arm_fn *arm, void *context);

/* Called when a command is over, before the result is looked at; NULL at first. */
extern void (*inside_heal)(void);

/* In the child: the command is over, and what is called now is not the program's. */
extern bool inside_over;

/* Copies base.db to a.db, runs the operation under the fault, and checks: no crash; status 0 only
 * when all is done; a message with a cure, and `place` when not NULL, otherwise; a.db as before or
 * as after; no half-made file. Returns what ran. */
struct ran inside_try(const struct operation *operation, inside_arm_fn *arm, void *context,
                      const char *place, const char *what);

#endif
