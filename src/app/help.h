/* help.h - what `--help` prints, made of the lists of commands, options and exit statuses.
 *
 * Example:
 *     if (options->value[OPTION_HELP]) return help_print(options, err);
 */
#ifndef APP_HELP_H
#define APP_HELP_H

#include <stddef.h>

#include "app/options.h"

/* What each exit status says, for the help and the manual. */
struct exit_status {
    enum err_code code;
    const char *meaning; /* English */
};
extern const struct exit_status exit_statuses[];
extern const size_t exit_status_count;

/* Prints the help of the command that the operands name, of all that begin with the word that they
 * are ("plan"), or, without operands, the list of all. */
MUST_USE bool help_print(struct options *options, struct err *err) NONNULL;

#endif
