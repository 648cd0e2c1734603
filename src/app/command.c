#include "app/command.h"

#include <stddef.h>
#include <string.h>

#include "app/nearest.h"
#include "duban/i18n.h"

#define BIT OPTION_BIT

const struct command commands[] = {
#define X(id, name, operands, help, example, finding, least, most, options) \
    {name, operands, help, example, finding, least, most, options, cmd_##id},
    COMMAND_LIST(X)
#undef X
};

const int command_count = COUNT_OF(commands);

const struct command *command_named(struct sv name)
{
    for (int i = 0; i < command_count; i++) {
        if (sv_eq(name, sv_from(commands[i].name)))
            return &commands[i];
    }
    return NULL;
}

struct sv command_second(const struct command *command, struct sv first)
{
    struct sv second = sv_from(command->name), word;
    sv_split(&second, ' ', &word);
    return sv_eq(word, first) ? second : SV("");
}

/* How many operands the command's name takes up when they begin with it; 0 when they do not. */
static int words_matched(const struct command *command, const struct options *options)
{
    struct sv rest = sv_from(command->name), word;
    int words = 0;
    while (sv_split(&rest, ' ', &word)) {
        if (words >= options->operand_count || !sv_eq(word, sv_from(options->operands[words])))
            return 0;
        words++;
    }
    return words;
}

static bool accepts(const struct command *command, const struct options *options, struct err *err)
{
    uint64_t foreign = options->given & ~(command->options | OPTIONS_COMMON);
    for (enum opt i = 0; i < OPTION_TOTAL; i++) {
        if (foreign & (UINT64_C(1) << i))
            return err_set(err, ERR_USAGE, _("'duban %s' takes no --%s; see 'duban %s --help'"),
                           command->name, option_name(i), command->name);
    }
    if (options->value[OPTION_HELP])
        return true;
    if (options->operand_count < command->least ||
        (command->most >= 0 && options->operand_count > command->most))
        return err_set(err, ERR_USAGE, _("'duban %s' takes other arguments; see 'duban %s --help'"),
                       command->name, command->name);
    return true;
}

/* ---- what is no command ---- */

/* The commands whose first word this is, with commas between; "" when there are none. */
static void list_seconds(struct sv first, struct buf *out)
{
    for (int i = 0; i < command_count; i++) {
        if (command_second(&commands[i], first).len > 0)
            buf_printf(out, "%s%s", out->len > 0 ? ", " : "", commands[i].name);
    }
}

/* `duban plan nwe`, or `duban plan` where there is no such command alone. */
static void wrong_second(const struct options *options, const char *known, struct err *err)
{
    const char *first = options->operands[0];
    const char *second = options->operand_count > 1 ? options->operands[1] : "";
    struct nearest nearest = nearest_to(sv_from(second));
    for (int i = 0; i < command_count; i++)
        nearest_try(&nearest, command_second(&commands[i], sv_from(first)));
    if (nearest.best.len > 0)
        err_set(err, ERR_USAGE, _("no command %s %s; did you mean %s %.*s? There are: %s"), first,
                second, first, SV_ARG(nearest.best), known);
    else
        err_set(err, ERR_USAGE, _("no command %s%s%s; there are: %s"), first,
                second[0] != '\0' ? " " : "", second, known);
}

/* `duban stauts` */
static void wrong_first(const char *first, struct err *err)
{
    struct nearest nearest = nearest_to(sv_from(first));
    for (int i = 0; i < command_count; i++) {
        struct sv rest = sv_from(commands[i].name), word;
        if (sv_split(&rest, ' ', &word))
            nearest_try(&nearest, word);
    }
    if (nearest.best.len > 0)
        err_set(err, ERR_USAGE, _("no command %s; did you mean %.*s? 'duban --help' lists them"),
                first, SV_ARG(nearest.best));
    else
        err_set(err, ERR_USAGE, _("no command %s; 'duban --help' lists them"), first);
}

/* Says so when the operands name no command, or go on from `found`, which stands alone, with what
 * is no second word. */
static bool is_command(const struct command *found, const struct options *options, struct err *err)
{
    struct buf known = {0};
    bool more = options->operand_count > 1 && found && found->most == 0;
    if (found && !more)
        return true;
    list_seconds(sv_from(options->operands[0]), &known);
    bool right = found && known.len == 0;
    if (!right && known.len > 0)
        wrong_second(options, buf_text(&known), err);
    else if (!right)
        wrong_first(options->operands[0], err);
    buf_free(&known);
    return right;
}

const struct command *command_find(struct options *options, struct err *err)
{
    const struct command *found = options->operand_count == 0 ? &commands[0] : NULL;
    int longest = 0; /* "users set" before "users" */
    for (int i = 0; i < command_count; i++) {
        int words = words_matched(&commands[i], options);
        if (words > longest) {
            found = &commands[i];
            longest = words;
        }
    }
    if ((!found || longest == 1) && !is_command(found, options, err))
        return NULL;
    options->operands += longest;
    options->operand_count -= longest;
    return accepts(found, options, err) ? found : NULL;
}
