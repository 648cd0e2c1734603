/* days_row.h - a row of the table report_days: when the schools of a block reported on a target in
 * a span of days, and what.
 *
 * `days` begins with a bit for each school of the block: has it any day? Then come four bytes for
 * each that has, the lowest first, a bit a day. `figures` has the reports in the same order, the
 * schools' and then the days'. Each is a number, of which the lowest bits say: is it millionths (or
 * whole units)? did the denominator change? It is the value less the one before it in the row, its
 * lowest bit being the sign; of a school's first report, less the first of the school before it.
 * Where the denominator changed, a second number follows: millionths? none? and the same
 * difference. A number has its two lowest bits and five more in the first byte, seven in each that
 * follows; the highest bit says that one follows.
 *
 * A row's id says what it is of: span, target and block. Rows lie in that order.
 *
 * What is the same is written the same, so that rows can be compared byte by byte.
 *
 * Example:
 *     struct days_report report;
 *     if (!days_open(&reader, stmt, 0)) ...
 *     while (days_next(&reader, &report)) ...
 *     if (reader.broken) ...
 */
#ifndef STORE_DAYS_ROW_H
#define STORE_DAYS_ROW_H

#include "store/store.h"

enum {
    DAYS_SPAN = 32,
    DAYS_SCHOOLS = 224,
    DAYS_WHO = DAYS_SCHOOLS / 8, /* bytes */
    DAYS_EACH = 4,
    DAYS_BYTES_MAX = DAYS_WHO + DAYS_SCHOOLS * DAYS_EACH
};

/* Which report: database ids and the day. */
struct report_key {
    int64_t target_id, school_id;
    daynum date;
};

/* The span that a day is in; rounds down for days before 1970. */
int64_t days_span(daynum date);

/* The span, or the first or last that a row can have. */
int64_t days_span_within(int64_t span);

/* The id of a row, and what it is of. */
int64_t days_id(int64_t span, int64_t target_id, int64_t block);
struct days_of {
    int64_t span, target_id, block;
};
struct days_of days_of(int64_t id);

/* Can it have a row? What a plan can hold can. */
bool days_possible(const struct report_key *key) NONNULL;

struct days_figure {
    amount value, of; /* of: AMOUNT_NONE for none */
};

/* One report; its place is that in the row: the school of the block, then the day of the span. */
struct days_report {
    int place; /* school * DAYS_SPAN + day */
    struct days_figure figure;
};

struct days_reader {
    const unsigned char *who, *days, *days_end; /* `days`, and the next school's in it */
    uint32_t ahead; /* of the word of `who` that was read last: the schools not read yet */
    size_t words;   /* words read so far */
    const unsigned char *figures, *end; /* what is left of `figures` */
    int school;                         /* -1: before the first */
    uint32_t left;                      /* its days that were not read yet */
    struct days_figure first, last;     /* the school's first figure, and the one before */
    bool fresh;                         /* the next report is the school's first */
    bool broken;                        /* the row is none of ours */
};

/* Begins to read the columns `days` and `figures`, which are `column` and the one behind it; they
 * must not be stepped away meanwhile. False for what is none of ours. */
MUST_USE bool days_open(struct days_reader *reader, sqlite3_stmt *stmt, int column) NONNULL;

/* The next report; false when there is none, or the row is broken. */
MUST_USE bool days_next(struct days_reader *reader, struct days_report *out) NONNULL;

/* The same for the column `days` alone, and the next school instead of its reports: reader->school,
 * and its days in reader->left. */
MUST_USE bool days_open_days(struct days_reader *reader, sqlite3_stmt *stmt, int column) NONNULL;
MUST_USE bool days_next_school(struct days_reader *reader) NONNULL;

/* A row in the making. Zero-initialised is ready; days_writer_free() gives its memory back. */
struct days_writer {
    unsigned char days[DAYS_BYTES_MAX];
    size_t days_len;
    unsigned char *figures;
    size_t figures_len, figures_room;
    int school;
    struct days_figure first, last;
};

/* Begins a row anew; adds a report, in the order of places. Without any, days_len is 0. */
void days_begin(struct days_writer *writer) NONNULL;
void days_add(struct days_writer *writer, const struct days_report *report) NONNULL;
void days_writer_free(struct days_writer *writer) NONNULL;

#endif
