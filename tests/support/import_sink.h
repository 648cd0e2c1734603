/* import_sink.h - sinks for the tests of import: they remember what they are given.
 *
 * Taken rows are kept as texts "LINE SCHOOL TARGET DATE VALUE[/OF][ NOTE]", issues as
 * "LINE:COLUMN CODE", each list a line an entry, in the order they came. The sink answers like a
 * store: a key that is there already is CHANGED or SAME, and a value of a growing measure that
 * falls below an earlier one of the same unit is DECREASED.
 *
 * Example:
 *     struct import_sinks sinks;
 *     import_sinks_open(&sinks, &plan);
 *     import_run(&input, &plan, &options, &sinks.rows, &sinks.issues, &result, &err);
 *     import_sinks_sort(&sinks);
 *     assert_string_equal(buf_text(&sinks.taken), "2 001 5.1 2021-09-15 5\n");
 *     import_sinks_close(&sinks);
 */
#ifndef SUPPORT_IMPORT_SINK_H
#define SUPPORT_IMPORT_SINK_H

#include "duban/buf.h"
#include "duban/import.h"

enum { IMPORT_SINK_ROWS = 256 };

struct import_sinks {
    struct intake_sink rows;
    struct issue_sink issues;
    const struct plan *plan;
    struct buf taken, found;
    struct buf texts;     /* the issues' texts, a line each */
    struct buf raws;      /* what they show of the cell, a line each */
    struct buf rows_text; /* and of the row */
    int fail_at;          /* the row from 1 at which the store fails; 0: never */
    int stop_at;          /* the issue from 1 that stops the run; 0: none */
    int row_count, issue_count;
    struct intake_row kept[IMPORT_SINK_ROWS];
    int kept_count;
};

void import_sinks_open(struct import_sinks *sinks, const struct plan *plan);
/* Brings `taken` from the order of keys, in which rows come, into that of the file's lines. */
void import_sinks_sort(struct import_sinks *sinks);
void import_sinks_close(struct import_sinks *sinks);

#endif
