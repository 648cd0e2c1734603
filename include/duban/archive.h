/* archive.h - the tables of an archive: all that a database holds beside the plan itself.
 *
 * `duban export DIR` writes DIR/plan (the plan's files) and a CSV file for each of these tables;
 * `duban init --from DIR` makes an equal database of them. docs/formats.md has every column. The
 * tables stand in the order in which they are loaded: what a row refers to comes before it.
 *
 * Ownership: a row's texts are borrowed for the length of the call that it is handed to.
 *
 * Example:
 *     store_archive_each(store, ARCHIVE_TERMS, DAY_NONE, write_row, &file, err)
 *     archive_read("old/terms.csv", ARCHIVE_TERMS, put_row, load, err)
 */
#ifndef DUBAN_ARCHIVE_H
#define DUBAN_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "duban/attr.h"
#include "duban/err.h"
#include "duban/sv.h"

#define ARCHIVE_FORMAT "duban-archive/1"

/* id, file, a letter a column (t text, i whole number, d date, a amount, r ratio, T code of a
 * target, S code of a school), header. */
#define ARCHIVE_LIST(X)                                                                            \
    X(HEAD, "archive.csv", "tid", "format,sample,as_of")                                           \
    X(THRESHOLDS, "thresholds.csv", "drriii",                                                      \
      "since,spi_min,forecast_slack,due_soon_days,reporting_days,silent_periods")                  \
    X(TERMS, "terms.csv", "Tdaaaddtrriii",                                                         \
      "target,since,goal_min,goal_max,baseline,starts,due,owner,spi_min,forecast_slack,"           \
      "due_soon_days,reporting_days,silent_periods")                                               \
    X(IMPORTS, "imports.csv", "itttttiiiiiit",                                                      \
      "import,file,sha256,encoding,who,at,reports,new,changed,same,rejected,undone,given")               \
    X(ISSUES, "issues.csv", "ittiitt", "import,code,file,line,column,text,raw")                    \
    X(REPORTS, "reports.csv", "STdaatiitt", "school,target,date,value,of,note,import,line,who,at") \
    X(REPLACED, "replaced.csv", "iSTdaatiitt",                                                     \
      "import,school,target,date,value,of,note,old_import,line,who,at")                            \
    X(PROBLEMS, "problems.csv", "idTSttddttt",                                                     \
      "problem,noted,target,school,text,owner,due,closed,remedy,who,at")                           \
    X(REOPENINGS, "reopenings.csv", "iddt", "problem,closed,reopened,remedy")                      \
    X(DRAWS, "draws.csv", "idtttittt", "draw,date,seed,kind,town,weighted,algorithm,who,at")       \
    X(CANDIDATES, "candidates.csv", "ittii", "draw,role,code,weight,rank")                         \
    X(CHANGES, "changes.csv", "itttTSdittii",                                                      \
      "change,at,who,what,target,school,date,import,before,after,undoes,undone")                   \
    X(USERS, "users.csv", "ttS", "name,role,school")

enum archive_table {
#define X(id, file, types, header) ARCHIVE_##id,
    ARCHIVE_LIST(X)
#undef X
        ARCHIVE_TOTAL
};

enum { ARCHIVE_COLUMNS_MAX = 16 };

const char *archive_file(enum archive_table table);
const char *archive_types(enum archive_table table); /* a letter a column */
const char *archive_header(enum archive_table table);

/* Is the letter that of a text: t, or the code of a target (T) or school (S)? */
bool archive_is_text(char type);

/* One cell. Of a text only `text`, empty for none; else `number`: days since 1970, or
 * millionths of an amount or ratio. */
struct archive_cell {
    bool none;
    int64_t number;
    struct sv text;
};

/* Takes a row, with as many cells as the table has columns. False with *err set stops; a fault that
 * names no file is of this row (and of err->column, if not 0). */
typedef bool archive_row_fn(void *context, const struct archive_cell *cells, struct err *err);

#endif
