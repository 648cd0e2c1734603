/* findings.h - what is wrong with a file, kept until all of it is known and then told in the order
 * of its lines.
 *
 * Some of it shows only when rows meet: a repeated key, a value that falls. So that the findings of
 * a row stand together, all are kept (in flat memory) and told at the end.
 *
 * Ownership: zero-initialised is empty; findings_free() gives the memory back.
 *
 * Example:
 *     findings_add(&findings, record->line, &found, err);
 */
#ifndef IMPORT_FINDINGS_H
#define IMPORT_FINDINGS_H

#include "duban/attr.h"
#include "duban/import.h"
#include "import/csv_reader.h"
#include "import/finding.h"
#include "import/header.h"
#include "import/sorter.h"

struct findings {
    struct sorter sorter;
    struct buf text;
    unsigned line; /* of the next finding */
    bool more;     /* there is one */
    struct sv next;
    int lost[IMPORT_COLUMNS_MAX]; /* the targets of a whole row of wide form */
};

/* Keeps a finding on the row of a line. A cell without bytes (data NULL) is that of the row when it
 * is told. */
MUST_USE bool findings_add(struct findings *findings, unsigned line, const struct finding *found,
                           struct err *err) NONNULL;

/* All are there: `line` and `more` tell of the first one. */
MUST_USE bool findings_sort(struct findings *findings, struct err *err) NONNULL;

/* Tells the next finding, which is on this record, and goes on to the one after it. `heading` is
 * the header's row as it stands. */
MUST_USE bool findings_tell(struct findings *findings, const struct csv_record *record,
                            const struct header *header, struct sv heading,
                            const struct issue_sink *sink, struct err *err) NONNULL;

void findings_free(struct findings *findings) NONNULL;

#endif
