/* help.h - what `--help` prints, made of the lists of commands, options and exit statuses.
 *
 * Example:
 *     if (options->value[OPTION_HELP]) return help_print(options, err);
 */
#ifndef APP_HELP_H
#define APP_HELP_H

#include "app/options.h"

/* What each exit status says, for the help and the manual. */
#define EXIT_LIST(X)                                                      \
    X(ERR_NONE, N_("done"))                                               \
    X(ERR_FINDING, N_("done, but rows were rejected or something found")) \
    X(ERR_USAGE, N_("the command line is wrong"))                         \
    X(ERR_DATA, N_("nothing usable in the data"))                         \
    X(ERR_NO_FILE, N_("no such file, or it cannot be read"))              \
    X(ERR_CANT_WRITE, N_("the output cannot be made"))                    \
    X(ERR_IO, N_("reading or writing failed, or the disk is full"))       \
    X(ERR_BUSY, N_("somebody else is at it: try again"))                  \
    X(ERR_NOT_ALLOWED, N_("this user or this mode may not do that"))      \
    X(ERR_CONFIG, N_("a configuration file is wrong"))

/* Prints the help of the command that the operands name, of all that begin with the word that they
 * are ("plan"), or, without operands, the list of all. */
MUST_USE bool help_print(struct options *options, struct err *err) NONNULL;

#endif
