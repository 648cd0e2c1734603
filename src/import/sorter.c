#include "import/sorter.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "duban/mem.h"
#include "import/scratch.h"

enum {
    DIGIT_BITS = 8,
    DIGITS = 1 << DIGIT_BITS,
    READ_ALL = 8 * 1024 * 1024,
    READ_MAX = 64 * 1024,
    READ_MIN = 2 * SORTER_RECORD_MAX
};

/* A sorted run in the file, and what of it is read. */
struct sorter_run {
    int64_t at, end; /* in the file: what is not read yet */
    char *block;
    size_t size, from, to; /* of the block; from..to is not handed out yet */
    uint64_t key;          /* of the record at `from` */
    uint32_t len;          /* of its bytes */
    size_t number;         /* of the run: the order for equal keys */
};

enum { HEAD = sizeof(uint64_t) + sizeof(uint32_t) };

/* ---- sorting what is held -------------------------------------------------------------------- */

/* Which bits differ between the keys; 0 when the entries are in order as they are. */
static uint64_t bits_to_sort(const struct sorter *sorter)
{
    uint64_t differ = 0;
    bool ordered = true;
    for (size_t i = 1; i < sorter->used; i++) {
        differ |= sorter->entries[i].key ^ sorter->entries[0].key;
        ordered = ordered && sorter->entries[i - 1].key <= sorter->entries[i].key;
    }
    return ordered ? 0 : differ;
}

/* One pass of a radix sort: by the digit at `shift`, equal ones in their old order. */
static void sort_by_digit(struct sorter *sorter, int shift)
{
    size_t places[DIGITS] = {0}, sum = 0;
    for (size_t i = 0; i < sorter->used; i++)
        places[sorter->entries[i].key >> shift & (DIGITS - 1)]++;
    for (size_t d = 0; d < DIGITS; d++) {
        size_t count = places[d];
        places[d] = sum;
        sum += count;
    }
    for (size_t i = 0; i < sorter->used; i++)
        sorter->spare[places[sorter->entries[i].key >> shift & (DIGITS - 1)]++] =
            sorter->entries[i];
    struct sorter_entry *sorted = sorter->spare;
    sorter->spare = sorter->entries;
    sorter->entries = sorted;
}

static void sort_held(struct sorter *sorter)
{
    uint64_t differ = bits_to_sort(sorter);
    for (int shift = 0; shift < 64; shift += DIGIT_BITS) {
        if (differ >> shift & (DIGITS - 1))
            sort_by_digit(sorter, shift);
    }
}

/* ---- runs ------------------------------------------------------------------------------------ */

/* Copies a held record behind its key and length. Returns its size there. */
static size_t pack(const struct sorter *sorter, const struct sorter_entry *entry, char *out)
{
    memcpy(out, &entry->key, sizeof(entry->key));
    memcpy(out + sizeof(entry->key), &entry->len, sizeof(entry->len));
    memcpy(out + HEAD, sorter->bytes.data + entry->at, entry->len);
    return HEAD + entry->len;
}

/* Writes the entries, which are in order. The records lie all over the memory: each is asked for
 * before it is needed. */
static bool write_held(struct sorter *sorter, struct err *err)
{
    enum { AHEAD = 12 };
    char *block = xcalloc(READ_MAX + SORTER_RECORD_MAX + HEAD, 1);
    size_t len = 0;
    bool ok = true;
    for (size_t i = 0; ok && i < sorter->used; i++) {
        if (i + AHEAD < sorter->used)
            __builtin_prefetch(sorter->bytes.data + sorter->entries[i + AHEAD].at);
        len += pack(sorter, &sorter->entries[i], block + len);
        if (len < READ_MAX && i + 1 < sorter->used)
            continue;
        ok = scratch_write(sorter->fd, block, len, err);
        sorter->written += (int64_t)len;
        len = 0;
    }
    free(block);
    return ok;
}

/* Writes what is held as a run and forgets it. */
static bool write_run(struct sorter *sorter, struct err *err)
{
    int64_t begin = sorter->written;
    if (sorter->fd <= 0 && (sorter->fd = scratch_open(err)) <= 0)
        return false;
    sort_held(sorter);
    if (!write_held(sorter, err))
        return false;
    sorter->runs = xroom(sorter->runs, sorter->run_count, &sorter->run_size, sizeof(*sorter->runs));
    sorter->runs[sorter->run_count] = (struct sorter_run){
        .at = begin,
        .end = sorter->written,
        .number = sorter->run_count,
    };
    sorter->run_count++;
    sorter->used = 0;
    buf_clear(&sorter->bytes);
    return true;
}

bool sorter_add(struct sorter *sorter, uint64_t key, struct sv head, struct sv tail,
                struct err *err)
{
    size_t len = head.len + tail.len, max = sorter->held_max ? sorter->held_max : SORTER_HELD_MAX;
    if (len > SORTER_RECORD_MAX)
        BUG("a record that is too long to be sorted");
    if (sorter->bytes.len + len > max && sorter->used > 0 && !write_run(sorter, err))
        return false;
    if (sorter->used == sorter->size) {
        sorter->size = sorter->size ? sorter->size * 2 : 256;
        sorter->entries = xrealloc(sorter->entries, sorter->size, sizeof(*sorter->entries));
        free(sorter->spare);
        sorter->spare = xcalloc(sorter->size, sizeof(*sorter->spare));
    }
    sorter->entries[sorter->used++] =
        (struct sorter_entry){key, (uint32_t)sorter->bytes.len, (uint32_t)len};
    buf_add(&sorter->bytes, head);
    buf_add(&sorter->bytes, tail);
    sorter->count++;
    return true;
}

/* ---- merging --------------------------------------------------------------------------------- */

/* Makes sure that the run's next record is in its block whole. */
static bool load(const struct sorter *sorter, struct sorter_run *run, struct err *err)
{
    for (size_t got = 0;; run->to += got, run->at += (int64_t)got) {
        size_t held = run->to - run->from;
        if (held >= HEAD) {
            memcpy(&run->key, run->block + run->from, sizeof(run->key));
            memcpy(&run->len, run->block + run->from + sizeof(run->key), sizeof(run->len));
            if (held >= HEAD + run->len)
                return true;
        }
        memmove(run->block, run->block + run->from, held);
        run->from = 0;
        run->to = held;
        int64_t left = run->end - run->at;
        size_t room = run->size - held, want = left < (int64_t)room ? (size_t)left : room;
        if (!scratch_read(sorter->fd, run->at, run->block + held, want, &got, err))
            return false;
        if (got == 0)
            BUG("a scratch file that lost what was written");
    }
}

static bool before(const struct sorter_run *a, const struct sorter_run *b)
{
    return a->key != b->key ? a->key < b->key : a->number < b->number;
}

/* Restores the heap below `at`. */
static void sift(struct sorter *sorter, size_t at)
{
    struct sorter_run *runs = sorter->runs;
    for (size_t least = at;; at = least) {
        for (size_t child = 2 * at + 1; child <= 2 * at + 2 && child < sorter->run_count; child++) {
            if (before(&runs[child], &runs[least]))
                least = child;
        }
        if (least == at)
            return;
        struct sorter_run swapped = runs[at];
        runs[at] = runs[least];
        runs[least] = swapped;
    }
}

bool sorter_sort(struct sorter *sorter, struct err *err)
{
    if (sorter->run_count == 0) {
        sort_held(sorter);
        return true;
    }
    if (sorter->used > 0 && !write_run(sorter, err))
        return false;
    free(sorter->entries);
    free(sorter->spare);
    sorter->entries = sorter->spare = NULL;
    sorter->size = 0;
    buf_free(&sorter->bytes);
    size_t size = READ_ALL / sorter->run_count;
    size = size > READ_MAX ? READ_MAX : size < READ_MIN ? READ_MIN : size;
    for (size_t i = 0; i < sorter->run_count; i++) {
        struct sorter_run *run = &sorter->runs[i];
        run->block = xcalloc(size, 1);
        run->size = size;
        if (!load(sorter, run, err))
            return false;
    }
    for (size_t i = sorter->run_count / 2; i > 0; i--)
        sift(sorter, i - 1);
    return true;
}

/* Steps over the record that was handed out last. */
static bool pass(struct sorter *sorter, struct err *err)
{
    struct sorter_run *run = &sorter->runs[0];
    run->from += HEAD + run->len;
    if (run->from == run->to && run->at == run->end) {
        free(run->block);
        *run = sorter->runs[--sorter->run_count];
        sorter->runs[sorter->run_count].block = NULL;
    } else if (!load(sorter, run, err)) {
        return false;
    }
    sift(sorter, 0);
    return true;
}

bool sorter_next(struct sorter *sorter, uint64_t *key, struct sv *record, bool *more,
                 struct err *err)
{
    *more = false;
    if (sorter->fd > 0) {
        if (sorter->next++ > 0 && sorter->run_count > 0 && !pass(sorter, err))
            return false;
        if (sorter->run_count == 0)
            return true;
        const struct sorter_run *run = &sorter->runs[0];
        *key = run->key;
        *record = (struct sv){run->block + run->from + HEAD, run->len};
    } else {
        if (sorter->next == sorter->used)
            return true;
        const struct sorter_entry *entry = &sorter->entries[sorter->next++];
        *key = entry->key;
        *record = (struct sv){sorter->bytes.data + entry->at, entry->len};
    }
    *more = true;
    return true;
}

void sorter_free(struct sorter *sorter)
{
    for (size_t i = 0; i < sorter->run_count; i++)
        free(sorter->runs[i].block);
    free(sorter->runs);
    free(sorter->entries);
    free(sorter->spare);
    buf_free(&sorter->bytes);
    if (sorter->fd > 0)
        close(sorter->fd);
    *sorter = (struct sorter){0};
}
