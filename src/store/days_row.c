#include "store/days_row.h"

#include <stdlib.h>
#include <string.h>

/* The lowest two bits of a number. */
enum { MILLIONTHS = 1, OF_CHANGED = 2, OF_NONE = 2 };
enum { FIRST_BITS = 5, MORE_BITS = 7, MORE = 0x80, NUMBER_MAX = 10 /* bytes */ };

/* ---- which row ---- */

/* An id has room for so many blocks and targets, and for so many spans before and after 1970. */
enum { PART = 1 << 20 };

int64_t days_span(daynum date)
{
    return (date - (date & (DAYS_SPAN - 1))) / DAYS_SPAN;
}

int64_t days_span_within(int64_t span)
{
    return span <= -PART ? 1 - PART : span >= PART ? PART - 1 : span;
}

int64_t days_id(int64_t span, int64_t target_id, int64_t block)
{
    return (span * PART + target_id) * PART + block;
}

struct days_of days_of(int64_t id)
{
    int64_t block = id & (PART - 1), upper = (id - block) / PART;
    int64_t target_id = upper & (PART - 1);
    return (struct days_of){(upper - target_id) / PART, target_id, block};
}

bool days_possible(const struct report_key *key)
{
    int64_t span = days_span(key->date);
    return span == days_span_within(span) && key->target_id >= 0 && key->target_id < PART &&
           key->school_id >= 1 && (key->school_id - 1) / DAYS_SCHOOLS < PART;
}

/* ---- out of a row ---- */

static uint32_t four_bytes(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
           (uint32_t)bytes[3] << 24;
}

bool days_open_days(struct days_reader *reader, sqlite3_stmt *stmt, int column)
{
    *reader = (struct days_reader){.who = sqlite3_column_blob(stmt, column), .school = -1};
    size_t size = reader->who ? (size_t)sqlite3_column_bytes(stmt, column) : 0;
    if (size < DAYS_WHO)
        return false;
    reader->days = reader->who + DAYS_WHO;
    reader->days_end = reader->who + size;
    return true;
}

bool days_open(struct days_reader *reader, sqlite3_stmt *stmt, int column)
{
    if (!days_open_days(reader, stmt, column))
        return false;
    reader->figures = sqlite3_column_blob(stmt, column + 1);
    reader->end = reader->figures;
    if (reader->figures)
        reader->end += sqlite3_column_bytes(stmt, column + 1);
    reader->first = (struct days_figure){0, AMOUNT_NONE};
    return true;
}

bool days_next_school(struct days_reader *reader)
{
    enum { WORD = 32, WORDS = DAYS_SCHOOLS / WORD };
    while (reader->ahead == 0 && reader->words < WORDS)
        reader->ahead = four_bytes(reader->who + 4 * reader->words++);
    bool any = reader->ahead != 0 && reader->days_end - reader->days >= DAYS_EACH;
    reader->broken = !any && (reader->ahead != 0 || reader->days != reader->days_end);
    if (!any)
        return false;
    reader->school = ((int)reader->words - 1) * WORD + __builtin_ctz(reader->ahead);
    reader->ahead &= reader->ahead - 1;
    reader->left = four_bytes(reader->days);
    reader->days += DAYS_EACH;
    reader->fresh = true;
    return true;
}

static bool read_number(struct days_reader *reader, int *flags, uint64_t *out)
{
    if (reader->figures == reader->end)
        return false;
    unsigned byte = *reader->figures++;
    *flags = byte & (MILLIONTHS | OF_CHANGED);
    *out = (byte & (MORE - 1)) >> 2;
    for (int shift = FIRST_BITS; byte & MORE; shift += MORE_BITS) {
        if (reader->figures == reader->end || shift >= 64)
            return false;
        byte = *reader->figures++;
        *out |= (uint64_t)(byte & (MORE - 1)) << shift;
    }
    return true;
}

/* What a difference is added to wraps round, as it did when it was subtracted. */
static amount add_difference(amount before, uint64_t number, int flags)
{
    uint64_t difference = number >> 1 ^ -(number & 1);
    if (!(flags & MILLIONTHS))
        difference *= (uint64_t)AMOUNT_ONE;
    return (amount)((uint64_t)before + difference);
}

static amount base_of(amount of)
{
    return of == AMOUNT_NONE ? 0 : of;
}

static bool read_figure(struct days_reader *reader, struct days_figure *out)
{
    int flags;
    uint64_t number;
    const struct days_figure before = reader->fresh ? reader->first : reader->last;
    if (!read_number(reader, &flags, &number))
        return false;
    *out = (struct days_figure){add_difference(before.value, number, flags), before.of};
    if (flags & OF_CHANGED) {
        if (!read_number(reader, &flags, &number))
            return false;
        out->of = flags & OF_NONE ? AMOUNT_NONE : add_difference(base_of(before.of), number, flags);
    }
    if (reader->fresh)
        reader->first = *out;
    reader->last = *out;
    reader->fresh = false;
    return true;
}

bool days_next(struct days_reader *reader, struct days_report *out)
{
    if (reader->left == 0 && !days_next_school(reader)) {
        reader->broken = reader->broken || reader->figures != reader->end;
        return false;
    }
    reader->broken = reader->left == 0 || !read_figure(reader, &out->figure);
    if (reader->broken)
        return false;
    out->place = reader->school * DAYS_SPAN + __builtin_ctz(reader->left);
    reader->left &= reader->left - 1;
    return true;
}

/* ---- into a row ---- */

void days_begin(struct days_writer *writer)
{
    memset(writer->days, 0, DAYS_WHO);
    writer->days_len = writer->figures_len = 0;
    writer->school = -1;
    writer->first = (struct days_figure){0, AMOUNT_NONE};
}

static void write_number(struct days_writer *writer, uint64_t number, unsigned flags)
{
    unsigned char *to = writer->figures + writer->figures_len;
    unsigned low = (unsigned)number & ((1U << FIRST_BITS) - 1);
    number >>= FIRST_BITS;
    *to++ = (unsigned char)(flags | low << 2 | (number ? MORE : 0));
    while (number) {
        low = (unsigned)number & (MORE - 1);
        number >>= MORE_BITS;
        *to++ = (unsigned char)(low | (number ? MORE : 0));
    }
    writer->figures_len = (size_t)(to - writer->figures);
}

static void write_difference(struct days_writer *writer, amount before, amount now, unsigned flags)
{
    int64_t difference = (int64_t)((uint64_t)now - (uint64_t)before);
    if (difference % AMOUNT_ONE == 0)
        difference /= AMOUNT_ONE;
    else
        flags |= MILLIONTHS;
    write_number(writer, (uint64_t)difference << 1 ^ (difference < 0 ? UINT64_MAX : 0), flags);
}

static void make_room(struct days_writer *writer)
{
    if (writer->figures_room - writer->figures_len >= (size_t)2 * NUMBER_MAX)
        return;
    writer->figures_room = writer->figures_room * 2 + 1024;
    writer->figures = xrealloc(writer->figures, writer->figures_room, 1);
}

static void write_figure(struct days_writer *writer, const struct days_figure *before,
                         const struct days_figure *now)
{
    bool changed = before->of != now->of;
    make_room(writer);
    write_difference(writer, before->value, now->value, changed ? OF_CHANGED : 0);
    if (!changed)
        return;
    if (now->of == AMOUNT_NONE)
        write_number(writer, 0, OF_NONE);
    else
        write_difference(writer, base_of(before->of), now->of, 0);
}

void days_add(struct days_writer *writer, const struct days_report *report)
{
    int school = report->place / DAYS_SPAN, day = report->place % DAYS_SPAN;
    if (writer->days_len == 0)
        writer->days_len = DAYS_WHO;
    bool fresh = school != writer->school;
    if (fresh) {
        writer->school = school;
        writer->days[school / 8] |= (unsigned char)(1 << school % 8);
        memset(writer->days + writer->days_len, 0, DAYS_EACH);
        writer->days_len += DAYS_EACH;
    }
    writer->days[writer->days_len - DAYS_EACH + (size_t)day / 8] |= (unsigned char)(1 << day % 8);
    write_figure(writer, fresh ? &writer->first : &writer->last, &report->figure);
    if (fresh)
        writer->first = report->figure;
    writer->last = report->figure;
}

void days_writer_free(struct days_writer *writer)
{
    free(writer->figures);
    *writer = (struct days_writer){0};
}
