/* command.h - the commands of the program, one table: name, operands, options, help, function.
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

/* The command that the operands name, checked for its options and number of operands, with
 * options->operands moved past its name. Without any operand: the monitor. NULL with *err set. */
const struct command *command_find(struct options *options, struct err *err) NONNULL;

/* The help of all commands, or of one. */
void command_help(struct buf *out, const struct command *one);

bool cmd_monitor(struct session *session, struct err *err);
bool cmd_demo(struct session *session, struct err *err);
bool cmd_init(struct session *session, struct err *err);
bool cmd_import(struct session *session, struct err *err);
bool cmd_status(struct session *session, struct err *err);
bool cmd_attention(struct session *session, struct err *err);
bool cmd_schools(struct session *session, struct err *err);
bool cmd_show(struct session *session, struct err *err);
bool cmd_report(struct session *session, struct err *err);
bool cmd_set(struct session *session, struct err *err);
bool cmd_set_goal(struct session *session, struct err *err);
bool cmd_set_due(struct session *session, struct err *err);
bool cmd_undo(struct session *session, struct err *err);
bool cmd_log(struct session *session, struct err *err);
bool cmd_check(struct session *session, struct err *err);
bool cmd_backup(struct session *session, struct err *err);
bool cmd_doctor(struct session *session, struct err *err);
bool cmd_export(struct session *session, struct err *err);
bool cmd_plan_export(struct session *session, struct err *err);

#endif
