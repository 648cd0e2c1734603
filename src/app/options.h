/* options.h - the command line as data: which options there are, and what a call gave.
 *
 * Options may stand before or after the command; `--` ends them. One list makes the parser, the
 * help and the check of which command takes which option.
 *
 * Ownership: texts are argv's.
 *
 * Example:
 *     struct options options;
 *     if (!options_parse(&options, argc, argv, err)) return err->code;
 *     const char *format = options.value[OPTION_FORMAT];   NULL when not given
 */
#ifndef APP_OPTIONS_H
#define APP_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "duban/err.h"

/* id, name, what its argument is called in help ("" = none), help. */
#define OPTION_LIST(X)                                                                             \
    X(DB, "db", N_("FILE"), N_("the database"))                                                    \
    X(AS_OF, "as-of", N_("DATE"), N_("judge on this day instead of today"))                        \
    X(BY, "by", N_("WHAT"), N_("roll up by section, item, owner, town, kind or school"))           \
    X(OUTLIERS, "outliers", "", N_("reports that want a second look"))                             \
    X(COMPARE, "compare", N_("DATE"), N_("say what changed since this day"))                       \
    X(LANG, "lang", N_("LANG"), N_("en, zh_CN or zh_TW"))                                          \
    X(READ_ONLY, "read-only", "", N_("change nothing"))                                            \
    X(ALLOW_NETWORK, "allow-network", "", N_("use a database on a network drive"))                 \
    X(AS, "as", N_("NAME"), N_("act as this user; for forced commands only"))                      \
    X(LOG, "log", N_("FILE"), N_("add what is done to this file, for the administrator"))          \
    X(LOG_LEVEL, "log-level", N_("LEVEL"), N_("error, warn, info or debug"))                       \
    X(REPLACE, "replace", "", N_("put the copy in the place of the present database"))             \
    X(THEME, "theme", N_("THEME"), N_("dark, light, contrast or mono"))                            \
    X(AMBIGUOUS, "ambiguous-width", N_("N"), N_("columns of dashes, quotes and the like: 1 or 2")) \
    X(NO_MOUSE, "no-mouse", "", N_("leave the mouse to the terminal"))                             \
    X(HELP, "help", "", N_("this help"))                                                           \
    X(VERSION, "version", "", N_("versions of duban and its libraries"))                           \
    X(FORMAT, "format", N_("FORMAT"), N_("text, json or csv; for report html, md or csv"))         \
    X(OUTPUT, "output", N_("FILE"), N_("write to this file or directory"))                         \
    X(SECTION, "section", N_("N"), N_("only this section"))                                        \
    X(ITEM, "item", N_("N"), N_("only this item"))                                                 \
    X(PLAN, "plan", N_("PLAN"), N_("wujin-2021, example-township-2022, or a directory"))           \
    X(FROM, "from", N_("FROM"), N_("a plan or an archive to begin with; of a report the first day"))             \
    X(YEAR, "year", N_("YEAR"), N_("the year of the new plan"))                                    \
    X(DATE, "date", N_("DATE"), N_("the day that it is of, or holds from"))                        \
    X(SCHOOL, "school", N_("CODE"), N_("this school"))                                             \
    X(TARGET, "target", N_("CODE"), N_("this target"))                                             \
    X(OWNER, "owner", N_("NAME"), N_("who answers for it"))                                        \
    X(DUE, "due", N_("DATE"), N_("by when it is to be cleared away"))                              \
    X(OF, "of", N_("NUMBER"), N_("the denominator of a share"))                                    \
    X(NOTE, "note", N_("TEXT"), N_("a remark kept with the value"))                                \
    X(ENCODING, "encoding", N_("NAME"), N_("read or write the file in this encoding"))             \
    X(DRY_RUN, "dry-run", "", N_("say what would happen, change nothing"))                         \
    X(STRICT, "strict", "", N_("take nothing when any row is rejected"))                           \
    X(ALLOW_DECREASE, "allow-decrease", "", N_("take values that fall"))                           \
    X(REJECTS, "rejects", N_("FILE"), N_("write the rejected rows here, to be mended"))            \
    X(FILL_DOWN, "fill-down", "", N_("empty cells mean the one above: merged cells"))              \
    X(SCHOOLS, "schools", N_("N"), N_("how many schools to draw"))                                 \
    X(INSPECTORS, "inspectors", N_("N"), N_("how many inspectors to draw"))                        \
    X(ROSTER, "roster", N_("FILE"), N_("the inspectors: CSV with a column inspector"))             \
    X(KIND, "kind", N_("CODE"), N_("only schools of this kind"))                                   \
    X(TOWN, "town", N_("CODE"), N_("only schools of this town"))                                   \
    X(WEIGHTED, "weighted", "", N_("draw schools by risk"))                                        \
    X(SEED, "seed", N_("TEXT"), N_("what the draw is repeated from"))                              \
    X(ALL, "all", "", N_("for every school that has targets"))                                     \
    X(SETTLE, "settle", N_("SECONDS"), N_("how long a file must have lain still; 30"))             \
    X(NO_OPEN, "no-open", "", N_("make the demo, do not open it"))

enum opt {
#define X(id, name, argument, help) OPTION_##id,
    OPTION_LIST(X)
#undef X
        OPTION_TOTAL
};

/* A set of options, for the table of commands. */
#define OPTION_BIT(id) (UINT64_C(1) << OPTION_##id)

/* What every command takes. */
#define OPTIONS_COMMON                                                                      \
    (OPTION_BIT(DB) | OPTION_BIT(AS_OF) | OPTION_BIT(LANG) | OPTION_BIT(READ_ONLY) |        \
     OPTION_BIT(ALLOW_NETWORK) | OPTION_BIT(AS) | OPTION_BIT(LOG) | OPTION_BIT(LOG_LEVEL) | \
     OPTION_BIT(THEME) | OPTION_BIT(AMBIGUOUS) | OPTION_BIT(NO_MOUSE) | OPTION_BIT(HELP) |  \
     OPTION_BIT(VERSION))

struct options {
    const char *value[OPTION_TOTAL]; /* NULL: not given; "" for an option without argument */
    uint64_t given;                  /* OPTION_BITs */
    char **operands;                 /* the words that are no options, the command first */
    int operand_count;
    const char *default_db; /* a configuration file's database; NULL: none names one */
};

/* Reads argv. Reorders it so that the operands come last. */
MUST_USE bool options_parse(struct options *options, int argc, char **argv,
                            struct err *err) NONNULL;

const char *option_name(enum opt option);
char option_letter(enum opt option); /* 'o' for -o, '\0' for most */
const char *option_argument(enum opt option); /* English; pass it to _() */
const char *option_help(enum opt option);     /* English; pass it to _() */

#endif
