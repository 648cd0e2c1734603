#include "import/header.h"

#include "duban/i18n.h"
#include "duban/text.h"
#include "import/cell.h"
#include "import/lookup.h"

enum { HEADING_SHOWN = 64 };

static bool repeated(const struct header_given *given, const struct csv_record *record, size_t i,
                     struct err *err)
{
    char heading[HEADING_SHOWN];
    text_clean_into(heading, sizeof(heading), record->cells[i]);
    return err_at(err, ERR_DATA, given->file, record->line, (unsigned)i + 1,
                  _("the column \"%s\" means the same as one before it; remove one of them"),
                  heading);
}

static bool find_columns(struct header *header, const struct header_given *given,
                         const struct csv_record *record, struct err *err)
{
    for (int c = 0; c < COLUMN_TOTAL; c++)
        header->at[c] = -1;
    header->count = record->count;
    for (size_t i = 0; i < record->count; i++) {
        enum column column = header_column(record->cells[i]);
        header->kinds[i] = (unsigned char)column;
        header->targets[i] = -1;
        if (column >= COLUMN_TOTAL)
            continue;
        if (header->at[column] >= 0)
            return repeated(given, record, i, err);
        header->at[column] = (int)i;
    }
    return true;
}

/* Lets the column of names stand in for the one of codes; beside it, it is but a label. */
static void stand_in(struct header *header, enum column code, enum column name)
{
    if (header->at[code] < 0)
        header->at[code] = header->at[name];
    else if (header->at[name] >= 0)
        header->kinds[header->at[name]] = COLUMN_LABEL;
    header->at[name] = -1;
}

/* Finds the targets that the other columns of a wide file are headed by. */
static bool find_targets(struct header *header, const struct plan *plan,
                         const struct header_given *given, const struct csv_record *record,
                         size_t *found, struct err *err)
{
    *found = 0;
    for (size_t i = 0; i < record->count; i++) {
        enum column column = header->kinds[i];
        if (column == COLUMN_SCHOOL || column == COLUMN_SCHOOL_NAME || column == COLUMN_DATE)
            continue;
        int target = lookup_target(plan, record->cells[i]);
        if (target == PLAN_NAME_AMBIGUOUS)
            return err_at(err, ERR_DATA, given->file, record->line, (unsigned)i + 1,
                          _("several targets have the name in this heading; write the target's "
                            "code"));
        if (target < 0) {
            /* A total or a note belongs to no one value here. */
            if (column == COLUMN_OF || column == COLUMN_NOTE)
                header->kinds[i] = COLUMN_UNKNOWN;
            continue;
        }
        for (size_t before = 0; before < i; before++) {
            if (header->targets[before] == target)
                return repeated(given, record, i, err);
        }
        header->targets[i] = target;
        ++*found;
    }
    return true;
}

static size_t needed(const struct header *header)
{
    static const enum column asked[] = {COLUMN_SCHOOL, COLUMN_TARGET, COLUMN_DATE, COLUMN_VALUE};
    size_t needed = 0;
    for (size_t i = 0; i < header->count; i++) {
        if (header->targets[i] >= 0)
            needed = i + 1;
        for (size_t a = 0; a < COUNT_OF(asked); a++) {
            if (header->at[asked[a]] == (int)i)
                needed = i + 1;
        }
    }
    return needed;
}

static bool missing(const struct header_given *given, const struct csv_record *record,
                    const char *text, struct err *err)
{
    return err_at(err, ERR_DATA, given->file, record->line, 0, "%s", text);
}

/* Long or wide form, and the columns that it cannot do without. */
static bool find_form(struct header *out, const struct plan *plan, const struct csv_record *record,
                      const struct header_given *given, struct err *err)
{
    size_t targets = 0;
    out->wide = out->at[COLUMN_TARGET] < 0 && out->at[COLUMN_VALUE] < 0;
    if (out->wide && !find_targets(out, plan, given, record, &targets, err))
        return false;
    /* A row of data may hold a target's code too: a wide header names a school or a date. */
    bool known = !out->wide || out->at[COLUMN_SCHOOL] >= 0 || out->at[COLUMN_DATE] >= 0;
    if (!known || (out->wide && targets == 0))
        return missing(given, record,
                       _("the first row is no header that is known; use the template's, or name "
                         "the file's encoding with --encoding"),
                       err);
    if (!out->wide && (out->at[COLUMN_TARGET] < 0 || out->at[COLUMN_VALUE] < 0))
        return missing(given, record,
                       _("the header has only one of the columns target and value; add the "
                         "other"),
                       err);
    return true;
}

bool header_hinted(const struct csv_record *record)
{
    for (size_t i = 0; i < record->count; i++) {
        if (header_column(record->cells[i]) < COLUMN_TOTAL)
            return true;
    }
    return false;
}

bool header_known(const struct plan *plan, const struct csv_record *record)
{
    bool keyed = false, wide = false;
    for (size_t i = 0; i < record->count; i++) {
        enum column column = header_column(record->cells[i]);
        if (column == COLUMN_TARGET || column == COLUMN_TARGET_NAME || column == COLUMN_VALUE)
            return true;
        keyed = keyed || column == COLUMN_SCHOOL || column == COLUMN_SCHOOL_NAME ||
                column == COLUMN_DATE;
        wide = wide || (column >= COLUMN_TOTAL &&
                        lookup_target(plan, record->cells[i]) != PLAN_NAME_UNKNOWN);
    }
    return keyed && wide;
}

bool header_read(struct header *out, const struct plan *plan, const struct csv_record *record,
                 const struct header_given *given, bool *needs_date, struct err *err)
{
    *needs_date = false;
    if (!find_columns(out, given, record, err))
        return false;
    stand_in(out, COLUMN_SCHOOL, COLUMN_SCHOOL_NAME);
    stand_in(out, COLUMN_TARGET, COLUMN_TARGET_NAME);
    if (!find_form(out, plan, record, given, err))
        return false;
    if (out->at[COLUMN_SCHOOL] < 0 && !given->school)
        return missing(given, record,
                       _("the header has no column school; add it, or name the school with "
                         "--school"),
                       err);
    *needs_date = out->at[COLUMN_DATE] < 0 && !given->date;
    if (*needs_date)
        return missing(given, record,
                       _("the header has no column date; add it, or give the date with --date"),
                       err);
    out->needed = needed(out);
    return true;
}

size_t header_values(const struct header *header, const struct csv_record *record, int *targets)
{
    size_t values = 0;
    for (size_t i = 0; header->wide && i < header->count && i < record->count; i++) {
        if (header->targets[i] < 0 || cell_is_empty(record->cells[i]))
            continue;
        if (targets)
            targets[values] = header->targets[i];
        values++;
    }
    return values;
}
