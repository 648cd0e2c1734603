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
 * repeated), help, an example, what exit status 1 says ("" = it never ends so), least and most
 * operands (-1 = any number), options beside OPTIONS_COMMON. A command is one entry here and one
 * function; help, man page and completions follow, and a test runs the example. */
#define COMMAND_LIST(X)                                                                            \
    X(monitor, "monitor", "",                                                                      \
      N_("look at the plan and update it (what duban does without a command)"),                    \
      "monitor --as-of 2021-06-30", "", 0, 0, 0)                                                   \
    X(demo, "demo", N_("[FILE]"), N_("make a database of sample data and open it"),                \
      "demo try.db", "", 0, 1, BIT(NO_OPEN))                                                       \
    X(init, "init", "", N_("make a new database from a plan or an archive"),                       \
      "init --plan wujin-2021", "", 0, 0, BIT(PLAN) | BIT(FROM))                                   \
    X(import, "import", N_("FILE..."), N_("take in CSV files from schools; - is standard input"),  \
      "import niutang.csv --rejects mend.csv", N_("rows were rejected"), 1, -1,                    \
      BIT(DRY_RUN) | BIT(STRICT) | BIT(ENCODING) | BIT(DATE) | BIT(SCHOOL) |                       \
          BIT(ALLOW_DECREASE) | BIT(FILL_DOWN) | BIT(REJECTS) | BIT(FORMAT))                       \
    X(template, "template", N_("[SCHOOL]"),                                                        \
      N_("the CSV that a school fills in: its targets, last values shown"),                        \
      "template --all --date 2021-09-30 -o forms", "", 0, 1,                                       \
      BIT(ALL) | BIT(OUTPUT) | BIT(ENCODING) | BIT(DATE))                                          \
    X(inbox, "inbox", N_("DIR"),                                                                   \
      N_("take in a drop folder's files; DIR/CODE/ is for that school only"),                      \
      "inbox /srv/duban/inbox", N_("rows or files were rejected"), 1, 1,                           \
      BIT(DRY_RUN) | BIT(STRICT) | BIT(ENCODING) | BIT(DATE) | BIT(ALLOW_DECREASE) |               \
          BIT(FILL_DOWN) | BIT(FORMAT) | BIT(SETTLE))                                              \
    X(imports_show, "imports show", N_("NUMBER"), N_("one import with its rejected rows"),         \
      "imports show 1", "", 1, 1, BIT(FORMAT))                                                     \
    X(imports_undo, "imports undo", N_("NUMBER"),                                                  \
      N_("take a whole import back; values changed since are left and named"),                     \
      "imports undo 1", N_("it is undone already"), 1, 1, BIT(FORMAT))                             \
    X(imports, "imports", "", N_("the files taken in, newest first"),                              \
      "imports", "", 0, 0, BIT(FORMAT))                                                            \
    X(status, "status", "", N_("where the plan stands"),                                           \
      "status --section 2 --compare 2021-06-30", "", 0, 0,                                         \
      BIT(SECTION) | BIT(ITEM) | BIT(OWNER) | BIT(TOWN) | BIT(SCHOOL) | BIT(FORMAT) |              \
          BIT(COMPARE) | BIT(BY))                                                                  \
    X(attention, "attention", "",                                                                  \
      N_("what needs care, worst first: days, gap, owner, next step"),                             \
      "attention --owner 'Li Ming'", "", 0, 0,                                                     \
      BIT(SECTION) | BIT(ITEM) | BIT(OWNER) | BIT(TOWN) | BIT(SCHOOL) | BIT(FORMAT) |              \
          BIT(COMPARE))                                                                            \
    X(schools, "schools", "", N_("who has reported and who has not"),                              \
      "schools --town niutang", "", 0, 0,                                                          \
      BIT(TOWN) | BIT(SCHOOL) | BIT(FORMAT) | BIT(COMPARE) | BIT(OUTLIERS))                        \
    X(show, "show", N_("CODE"), N_("one target or school, with where every figure came from"),     \
      "show 5.1", "", 1, 1, BIT(FORMAT) | BIT(COMPARE))                                            \
    X(report, "report", "", N_("the bulletin of the as-of date, as a page to print or to send"),   \
      "report --format html -o bulletin.html", "", 0, 0,                                           \
      BIT(SECTION) | BIT(OWNER) | BIT(TOWN) | BIT(SCHOOL) | BIT(FORMAT) | BIT(OUTPUT) |            \
          BIT(COMPARE) | BIT(FROM))                                                                \
    X(set, "set", N_("TARGET VALUE"), N_("enter a value"),                                         \
      "set 5.1 180 --school WJ-P001 --date 2021-09-15", "", 2, 2,                                  \
      BIT(DATE) | BIT(SCHOOL) | BIT(OF) | BIT(NOTE) | BIT(ALLOW_DECREASE))                         \
    X(set_goal, "set-goal", N_("TARGET GOAL"), N_("set a goal: 12, 4-5, or none"),                 \
      "set-goal 5.1 6590", "", 2, 2, BIT(DATE))                                                    \
    X(set_due, "set-due", N_("TARGET DATE"), N_("set the day a target is due"),                    \
      "set-due 5.1 2021-12-20", "", 2, 2, BIT(DATE))                                               \
    X(set_threshold, "set-threshold", N_("CODE NAME VALUE"),                                       \
      N_("when a target (or the whole plan: CODE plan) lags, is silent or due soon"),              \
      "set-threshold plan due_soon_days 14", "", 3, 3, BIT(DATE))                                  \
    X(problem_list, "problem list", "", N_("the problem list: open ones first, by due date"),      \
      "problem list --target 5.1", "", 0, 0,                                                       \
      BIT(TARGET) | BIT(SCHOOL) | BIT(OWNER) | BIT(FORMAT))                                        \
    X(problem_add, "problem add", N_("TEXT"), N_("note a problem of a target or a school"),        \
      "problem add 'no site yet' --target 5.1 --due 2021-10-31", "", 1, 1,                         \
      BIT(TARGET) | BIT(SCHOOL) | BIT(OWNER) | BIT(DUE) | BIT(DATE))                               \
    X(problem_close, "problem close", N_("NUMBER"), N_("close a problem; say how with --note"),    \
      "problem close 1 --note 'building goes on'", "", 1, 1, BIT(DATE) | BIT(NOTE))                \
    X(problem_edit, "problem edit", N_("NUMBER [TEXT]"), N_("change a problem; --due none: no date"), \
      "problem edit 1 --due 2021-11-30 --owner 'Li Ming'", "", 1, 2,                               \
      BIT(TARGET) | BIT(SCHOOL) | BIT(OWNER) | BIT(DUE) | BIT(NOTE))                               \
    X(problem_reopen, "problem reopen", N_("NUMBER"), N_("open a problem again that was closed"),  \
      "problem reopen 1", "", 1, 1, BIT(DATE))                                                             \
    X(problem_import, "problem import", N_("FILE"), N_("take in a problem list as CSV"),           \
      "problem import problems.csv", "", 1, 1, 0)                                                  \
    X(draw_list, "draw list", "", N_("the draws of inspections, newest first"),                    \
      "draw list", "", 0, 0, BIT(FORMAT))                                                          \
    X(draw_show, "draw show", N_("NUMBER"), N_("a draw, repeated from its seed and compared"),     \
      "draw show 1", N_("drawn again, it comes out another"), 1, 1, BIT(FORMAT) | BIT(OUTPUT))     \
    X(draw, "draw", "", N_("draw schools and inspectors for a random inspection"),                 \
      "draw --schools 5 --inspectors 4 --roster inspectors.csv", "", 0, 0,                         \
      BIT(SCHOOLS) | BIT(INSPECTORS) | BIT(ROSTER) | BIT(KIND) | BIT(TOWN) | BIT(WEIGHTED) |       \
          BIT(SEED) | BIT(FORMAT))                                                                 \
    X(undo, "undo", "", N_("take back the last change of this user"),                              \
      "undo", N_("there is nothing of yours to take back"), 0, 0, 0)                               \
    X(redo, "redo", "", N_("do again what this user took back last"),                              \
      "redo", N_("there is nothing of yours to do again"), 0, 0, 0)                                \
    X(log, "log", "", N_("the journal of changes, newest first"),                                  \
      "log", "", 0, 0, 0)                                                                          \
    X(check, "check", "", N_("exit 1 if anything is overdue, breached or lagging, a line each"),   \
      "check --section 2", N_("something is overdue, breached or lagging"), 0, 0,                   \
      BIT(SECTION) | BIT(ITEM) | BIT(OWNER) | BIT(TOWN) | BIT(SCHOOL))                             \
    X(backup, "backup", N_("FILE"), N_("a copy of the database, taken while others may write"),    \
      "backup duban-2021-09-15.db", "", 1, 1, 0)                                                   \
    X(restore, "restore", N_("FILE"), N_("bring a copy back that backup made"),                    \
      "restore duban-2021-09-15.db --replace", "", 1, 1, BIT(REPLACE))                             \
    X(users, "users", "", N_("who may do what here"),                                              \
      "users", "", 0, 0, 0)                                                                        \
    X(users_set, "users set", N_("NAME ROLE"),                                                     \
      N_("make someone viewer, editor, owner, or clerk of one --school"),                          \
      "users set wang clerk --school WJ-P001", "", 2, 2, BIT(SCHOOL))                              \
    X(users_remove, "users remove", N_("NAME"), N_("take someone off the list of users"),          \
      "users remove wang", "", 1, 1, 0)                                                            \
    X(keys, "keys", "", N_("the keys of the monitor"),                                             \
      "keys", "", 0, 0, 0)                                                                         \
    X(doctor, "doctor", "", N_("look the database over; exit 1 when something is wrong"),          \
      "doctor", N_("something is wrong"), 0, 0, 0)                                                 \
    X(export, "export", N_("[DIR]"), N_("all reports as CSV; with DIR everything, as an archive"), \
      "export archive", "", 0, 1, 0)                                                               \
    X(plan_check, "plan check", N_("DIR"), N_("every fault of a plan directory, with its place"),  \
      "plan check my-plan", N_("the plan has faults"), 1, 1, 0)                                    \
    X(plan_new, "plan new", N_("DIR"), N_("begin a plan: a commented example, or next year's"),    \
      "plan new plan-2022 --from wujin-2021 --year 2022", "", 1, 1, BIT(FROM) | BIT(YEAR))         \
    X(plan_diff, "plan diff", N_("PLAN PLAN"), N_("what was added, dropped and changed"),          \
      "plan diff wujin-2021 my-plan", N_("the plans differ"), 2, 2, BIT(FORMAT))                   \
    X(plan_export, "plan export", N_("DIR"), N_("the plan as a directory of CSV files"),           \
      "plan export my-plan", "", 1, 1, 0)                                                          \
    X(complete, "complete", N_("-- WORD..."),                                                      \
      N_("for the shell: what may come next, a line each"),                                        \
      "complete -- show 5.", "", 0, -1, 0)

#define X(id, ...) bool cmd_##id(struct session *session, struct err *err);
COMMAND_LIST(X)
#undef X

struct command {
    const char *name;     /* "plan export" for a command of two words */
    const char *operands; /* for the help, English */
    const char *help;     /* one line, English */
    const char *example;  /* what stands behind "duban" */
    const char *finding;  /* what exit status 1 says, English, or "" */
    int least, most;      /* how many operands; most < 0 = any number */
    uint64_t options;     /* OPTION_BITs beside OPTIONS_COMMON */
    bool (*run)(struct session *session, struct err *err);
};

extern const struct command commands[];
extern const int command_count;

/* The command of this whole name ("plan export"); NULL: there is none. */
const struct command *command_named(struct sv name);

/* The second of a command's two words; "" when it is of one, or begins otherwise than `first`. */
struct sv command_second(const struct command *command, struct sv first) NONNULL;

/* The command that the operands name, checked for its options and number of operands, with
 * options->operands moved past its name. Without any operand: the monitor. NULL with *err set, which
 * says what can stand there and which of it may have been meant. */
const struct command *command_find(struct options *options, struct err *err) NONNULL;

#endif
