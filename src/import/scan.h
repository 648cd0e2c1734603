/* scan.h - the first pass over a file: its SHA-256, its encoding, where its text begins and ends.
 *
 * A step at a time, a block each, so that a large file can be watched and given up. Where the
 * encoding is not stated (by a byte order mark, by UTF-16's NULs or by the user), the bytes must
 * fit it to the last one; a file that fits neither UTF-8 nor GB18030 is refused, with the place of
 * the first byte that does not fit.
 *
 * Ownership: the input is the caller's; scan_close() gives the rest back.
 *
 * Example:
 *     struct scan *scan = scan_open(input, "5.csv", NULL);
 *     for (bool done = false; ok && !done;) ok = scan_step(scan, &done, err);
 *     const struct scanned found = *scan_result(scan);
 */
#ifndef IMPORT_SCAN_H
#define IMPORT_SCAN_H

#include "duban/attr.h"
#include "duban/import.h"
#include "import/encoding.h"

struct scanned {
    char sha256[IMPORT_SHA256_TEXT];
    enum encoding encoding;
    bool broken;       /* UTF-8 was stated, but some bytes are none */
    int64_t from, end; /* the text, without byte order mark, and NULs and ^Z at its end */
    int64_t size;
};

struct scan;

/* `name` is the file's name for messages; `encoding` what the user stated, or NULL. */
MUST_USE struct scan *scan_open(const struct import_input *input, const char *name,
                                const char *encoding) __attribute__((nonnull(1, 2)));

/* Reads one block. *done: the result is there. */
MUST_USE bool scan_step(struct scan *scan, bool *done, struct err *err) NONNULL;

/* Up to which byte the file was read. */
int64_t scan_at(const struct scan *scan) NONNULL;

const struct scanned *scan_result(const struct scan *scan) NONNULL;

void scan_close(struct scan *scan) NONNULL;

#endif
