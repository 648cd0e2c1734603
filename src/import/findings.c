#include "import/findings.h"

#include <string.h>

#include "duban/text.h"
#include "import/cell.h"
#include "import/issue.h"

/* A cell for the user: as it stands, and without what surrounds it; both clean. */
struct shown {
    char raw[FINDING_SHOWN], bare[FINDING_SHOWN];
};

/* A finding as it is kept, with as much of `shown` as there is. */
struct kept {
    enum issue_code code;
    unsigned column;
    bool of_row; /* the cell is the row's */
    int target, school;
    int64_t reports;
    char detail[FINDING_DETAIL];
};

static void show(struct sv cell, struct shown *out)
{
    text_clean_into(out->raw, sizeof(out->raw), cell);
    text_clean_into(out->bare, sizeof(out->bare), cell_bare(cell));
}

/* Lines in order, and in them columns. */
static uint64_t key_of(unsigned line, unsigned column)
{
    return (uint64_t)line << 16 | (column & 0xFFFF);
}

bool findings_add(struct findings *findings, unsigned line, const struct finding *found,
                  struct err *err)
{
    struct shown shown;
    struct kept kept = {
        .code = found->code,
        .column = found->column,
        .of_row = !found->cell.data,
        .target = found->target,
        .school = found->school,
        .reports = found->reports,
    };
    memcpy(kept.detail, found->detail, sizeof(kept.detail));
    show(found->cell, &shown);
    char both[sizeof(shown)];
    size_t raw = strlen(shown.raw) + 1, bare = strlen(shown.bare) + 1;
    memcpy(both, shown.raw, raw);
    memcpy(both + raw, shown.bare, bare);
    return sorter_add(&findings->sorter, key_of(line, found->column),
                      (struct sv){(const char *)&kept, sizeof(kept)}, (struct sv){both, raw + bare},
                      err);
}

static bool next(struct findings *findings, struct err *err)
{
    uint64_t key = 0;
    if (!sorter_next(&findings->sorter, &key, &findings->next, &findings->more, err))
        return false;
    findings->line = (unsigned)(key >> 16);
    return true;
}

bool findings_sort(struct findings *findings, struct err *err)
{
    return sorter_sort(&findings->sorter, err) && next(findings, err);
}

/* How many targets a row of wide form is lost with; 0 when the finding is of one value. */
static size_t lost_targets(struct findings *findings, const struct kept *kept,
                           const struct csv_record *record, const struct header *header)
{
    size_t values = kept->target < 0 ? header_values(header, record, findings->lost) : 0;
    return kept->reports == (int64_t)values ? values : 0;
}

bool findings_tell(struct findings *findings, const struct csv_record *record,
                   const struct header *header, struct sv heading, const struct issue_sink *sink,
                   struct err *err)
{
    struct kept kept;
    struct shown shown;
    memcpy(&kept, findings->next.data, sizeof(kept));
    const char *raw = findings->next.data + sizeof(kept), *bare = raw + strlen(raw) + 1;
    if (kept.of_row && kept.column >= 1 && kept.column <= record->count) {
        show(record->cells[kept.column - 1], &shown);
        raw = shown.raw;
        bare = shown.bare;
    }
    buf_clear(&findings->text);
    issue_describe(&findings->text, kept.code, bare, kept.detail);
    const struct issue issue = {
        .code = kept.code,
        .line = record->line,
        .column = kept.column,
        .text = buf_text(&findings->text),
        .raw = raw,
        .row = record->raw,
        .header = heading,
        .target = kept.target,
        .targets = findings->lost,
        .target_count = lost_targets(findings, &kept, record, header),
        .school = kept.school,
        .reports = kept.reports,
    };
    return sink->put(sink->context, &issue, err) && next(findings, err);
}

void findings_free(struct findings *findings)
{
    sorter_free(&findings->sorter);
    buf_free(&findings->text);
}
