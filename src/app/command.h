/* command.h - the commands of the program, one list: name, operands, options, help, function.
 *
 * Each command lives in a file of its own, cmd_NAME.c. It returns false with *err set, or true
 * with session->status 0 or ERR_FINDING.
 *
 * Example:
 *     const struct command *command = command_find(&options, err);
 *     if (!command || !command->run(&session, err)) ...
 */
#ifndef APP_COMMAND_H
#define APP_COMMAND_H

#include <stdbool.h>
#include <stdint.h>

#include "app/options.h"
#include "app/session.h"
#include "duban/buf.h"
#include "duban/err.h"

/* id (the function is cmd_ID), name, operands in capitals ("[X]" may be left out, "X..." may be
 * repeated), help, least and most operands (-1 = any number), options beside OPTIONS_COMMON. A
 * command is one line here and one function; help, man page and completions follow. */
#define COMMAND_LIST(X)                                                                            \
    X(monitor, "monitor", "",                                                                      \
      N_("look at the plan and update it (what duban does without a command)"), 0, 0, 0)           \
    X(demo, "demo", N_("[FILE]"), N_("make a database of sample data and open it"), 0, 1,          \
      BIT(NO_OPEN))                                                                                \
    X(init, "init", "", N_("make a new database from a plan or an archive"), 0, 0,                \
      BIT(PLAN) | BIT(FROM))                    \
    X(import, "import", N_("FILE..."), N_("take in CSV files from schools; - is standard input"),  \
      1, -1,                                                                                       \
      BIT(DRY_RUN) | BIT(STRICT) | BIT(ENCODING) | BIT(DATE) | BIT(SCHOOL) | BIT(ALLOW_DECREASE) | \
          BIT(FILL_DOWN) | BIT(REJECTS) | BIT(FORMAT))                                             \
    X(template, "template", N_("[SCHOOL]"),                                                        \
      N_("the CSV that a school fills in: its targets, last values shown"), 0, 1,                  \
      BIT(ALL) | BIT(OUTPUT) | BIT(ENCODING) | BIT(DATE))                                          \
    X(inbox, "inbox", N_("DIR"),                                                                   \
      N_("take in a drop folder's files; DIR/CODE/ is for that school only"), 1, 1,                \
      BIT(DRY_RUN) | BIT(STRICT) | BIT(ENCODING) | BIT(DATE) | BIT(ALLOW_DECREASE) |               \
          BIT(FILL_DOWN) | BIT(FORMAT) | BIT(SETTLE))                                              \
    X(imports_show, "imports show", N_("NUMBER"), N_("one import with its rejected rows"), 1, 1,   \
      BIT(FORMAT))                                                                                 \
    X(imports_undo, "imports undo", N_("NUMBER"),                                                  \
      N_("take a whole import back; values changed since are left and named"), 1, 1, BIT(FORMAT))  \
    X(imports, "imports", "", N_("the files taken in, newest first"), 0, 0, BIT(FORMAT))           \
    X(status, "status", "", N_("where the plan stands"), 0, 0,                                     \
      BIT(SECTION) | BIT(ITEM) | BIT(FORMAT) | BIT(COMPARE) | BIT(BY))                                       \
    X(attention, "attention", "", N_("what needs care, worst first: days, gap, owner, next step"), \
      0, 0, BIT(FORMAT) | BIT(COMPARE))                                                            \
    X(schools, "schools", "", N_("who has reported and who has not"), 0, 0,                        \
      BIT(FORMAT) | BIT(COMPARE) | BIT(OUTLIERS))                                                                  \
    X(show, "show", N_("CODE"), N_("one target or school, with where every figure came from"), 1,  \
      1, BIT(FORMAT) | BIT(COMPARE))                                                               \
    X(report, "report", "", N_("the bulletin of the as-of date, as a page to print or to send"),   \
      0, 0,                                                                                        \
      BIT(SECTION) | BIT(OWNER) | BIT(TOWN) | BIT(SCHOOL) | BIT(FORMAT) | BIT(OUTPUT) |            \
          BIT(COMPARE) | BIT(FROM))                                                                \
    X(set, "set", N_("TARGET VALUE"), N_("enter a value"), 2, 2,                                   \
      BIT(DATE) | BIT(SCHOOL) | BIT(OF) | BIT(NOTE) | BIT(ALLOW_DECREASE))                         \
    X(set_goal, "set-goal", N_("TARGET GOAL"), N_("set a goal: 12, 4-5, or none"), 2, 2,           \
      BIT(DATE))                                                                                   \
    X(set_due, "set-due", N_("TARGET DATE"), N_("set the day a target is due"), 2, 2, BIT(DATE))   \
    X(set_threshold, "set-threshold", N_("CODE NAME VALUE"),                                       \
      N_("when a target (or the whole plan: CODE plan) lags, is silent or due soon"), 3, 3,        \
      BIT(DATE))                                                                                   \
    X(problem_list, "problem list", "", N_("the problem list: open ones first, by due date"), 0,   \
      0, BIT(TARGET) | BIT(SCHOOL) | BIT(OWNER) | BIT(FORMAT))                                     \
    X(problem_add, "problem add", N_("TEXT"), N_("note a problem of a target or a school"), 1, 1,  \
      BIT(TARGET) | BIT(SCHOOL) | BIT(OWNER) | BIT(DUE) | BIT(DATE))                               \
    X(problem_close, "problem close", N_("NUMBER"), N_("close a problem; say how with --note"), 1, \
      1, BIT(DATE) | BIT(NOTE))                                                                    \
    X(problem_import, "problem import", N_("FILE"), N_("take in a problem list as CSV"), 1, 1, 0)  \
    X(draw_list, "draw list", "", N_("the draws of inspections, newest first"), 0, 0, BIT(FORMAT)) \
    X(draw_show, "draw show", N_("NUMBER"), N_("a draw, repeated from its seed and compared"), 1,  \
      1, BIT(FORMAT) | BIT(OUTPUT))                                                                \
    X(draw, "draw", "", N_("draw schools and inspectors for a random inspection"), 0, 0,           \
      BIT(SCHOOLS) | BIT(INSPECTORS) | BIT(ROSTER) | BIT(KIND) | BIT(TOWN) | BIT(WEIGHTED) |       \
          BIT(SEED) | BIT(FORMAT))                                                                 \
    X(undo, "undo", "", N_("take back the last change of this user"), 0, 0, 0)                     \
    X(redo, "redo", "", N_("do again what this user took back last"), 0, 0, 0)                     \
    X(log, "log", "", N_("the journal of changes, newest first"), 0, 0, 0)                         \
    X(check, "check", "", N_("exit 1 if anything is overdue, breached or lagging, a line each"),   \
      0, 0, 0)                                                                                     \
    X(backup, "backup", N_("FILE"), N_("a copy of the database, taken while others may write"), 1, \
      1, 0)                                                                                        \
    X(restore, "restore", N_("FILE"), N_("bring a copy back that backup made"), 1, 1,              \
      BIT(REPLACE))                                                                                \
    X(users, "users", "", N_("who may do what here"), 0, 0, 0)                                     \
    X(users_set, "users set", N_("NAME ROLE"),                                                     \
      N_("make someone viewer, editor, owner, or clerk of one --school"), 2, 2, BIT(SCHOOL))       \
    X(users_remove, "users remove", N_("NAME"), N_("take someone off the list of users"), 1, 1, 0) \
    X(keys, "keys", "", N_("the keys of the monitor"), 0, 0, 0)                                    \
    X(doctor, "doctor", "", N_("look the database over; exit 1 when something is wrong"), 0, 0, 0) \
    X(export, "export", N_("[DIR]"), N_("all reports as CSV; with DIR everything, as an archive"), 0, \
      1, 0)                                                                                        \
    X(plan_check, "plan check", N_("DIR"), N_("every fault of a plan directory, with its place"),  \
      1, 1, 0)                                                                                     \
    X(plan_new, "plan new", N_("DIR"), N_("begin a plan: a commented example, or next year's"), 1, \
      1, BIT(FROM) | BIT(YEAR))                                                                    \
    X(plan_diff, "plan diff", N_("PLAN PLAN"), N_("what was added, dropped and changed"), 2, 2,    \
      BIT(FORMAT))                                                                                 \
    X(plan_export, "plan export", N_("DIR"), N_("the plan as a directory of CSV files"), 1, 1, 0)  \
    X(complete, "complete", N_("-- WORD..."),                                                      \
      N_("for the shell: what may come next, a line each"), 0, -1, 0)

#define X(id, ...) bool cmd_##id(struct session *session, struct err *err);
COMMAND_LIST(X)
#undef X

struct command {
    const char *name;     /* "plan export" for a command of two words */
    const char *operands; /* for the help, English */
    const char *help;     /* one line, English */
    int least, most;      /* how many operands; most < 0 = any number */
    uint64_t options;     /* OPTION_BITs beside OPTIONS_COMMON */
    bool (*run)(struct session *session, struct err *err);
};

extern const struct command commands[];
extern const int command_count;

/* The command of this whole name ("plan export"); NULL: there is none. */
const struct command *command_named(struct sv name);

/* The command that the operands name, checked for its options and number of operands, with
 * options->operands moved past its name. Without any operand: the monitor. NULL with *err set. */
const struct command *command_find(struct options *options, struct err *err) NONNULL;

/* The help of all commands, or of one. */
void command_help(struct buf *out, const struct command *one);

#endif
