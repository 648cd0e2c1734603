/* config.h - the user's settings: $XDG_CONFIG_HOME/duban/config, then the system's.
 *
 * One setting a line, `key = value`; a line that begins with # is a comment, and so is what follows
 * a # after a blank. The keys are in CONFIG_LIST. What the command line gives wins
 * over the file, and of several files the first that has the key: the user's
 * ($XDG_CONFIG_HOME/duban/config, else ~/.config/duban/config), then DIR/duban/config for each
 * DIR of $XDG_CONFIG_DIRS (else /etc/xdg). $DUBAN_DB stands between the command line and `db`.
 *
 * Ownership: values live in the arena.
 *
 * Example:
 *     struct config config;
 *     if (!config_load(&config, &arena, NULL, NULL, err)) return false;
 *     const char *db = config.value[OPTION_DB];   NULL when no file has it
 */
#ifndef APP_CONFIG_H
#define APP_CONFIG_H

#include "app/options.h"
#include "duban/attr.h"
#include "duban/err.h"
#include "duban/mem.h"

/* What a file may set: the option, the key, and the check of its value. */
#define CONFIG_LIST(X)                               \
    X(DB, "db", config_path)                         \
    X(LANG, "lang", config_lang)                     \
    X(THEME, "theme", config_theme)                  \
    X(READ_ONLY, "read-only", config_yes_no)         \
    X(ALLOW_NETWORK, "allow-network", config_yes_no) \
    X(NO_MOUSE, "mouse", config_no_yes)              \
    X(AMBIGUOUS, "ambiguous-width", config_columns)

struct config {
    const char *value[OPTION_TOTAL]; /* NULL: not set; "" for a switch that is on */
    struct err skipped;              /* why the user's file was left out; ERR_NONE: it was not */
};

/* Takes each fault of a file (file, line, column, text). */
typedef void config_fault_fn(void *context, const struct err *fault);

/* Reads the files that are there. A file that cannot be read is a fault: it may name the database,
 * and another one would be written to. Only a user's folder that may not be looked into is left
 * out, as HOME is somebody else's then (sudo). With `fault` it is given every fault and the result
 * is true; without, the first one is the error (ERR_CONFIG). */
MUST_USE bool config_load(struct config *config, struct arena *arena, config_fault_fn *fault,
                          void *context, struct err *err);

/* Puts the settings into the options that the command line left out; `db` becomes the default
 * database, as the environment comes before it. */
void config_apply(const struct config *config, struct options *options) NONNULL;

/* The option that setting `i` is of, from 0; OPTION_TOTAL at the end. Its key. */
enum opt config_option(int i);
const char *config_key(int i);

#endif
