#include "app/command.h"

#include <stddef.h>
#include <string.h>

#include "duban/i18n.h"
#include "duban/text.h"

#define BIT OPTION_BIT

const struct command commands[] = {
#define X(id, name, operands, help, least, most, options) \
    {name, operands, help, least, most, options, cmd_##id},
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
    options->operands += longest;
    options->operand_count -= longest;
    if (!found) {
        err_set(err, ERR_USAGE, _("no command %s; 'duban --help' lists them"),
                options->operands[0]);
        return NULL;
    }
    return accepts(found, options, err) ? found : NULL;
}

enum { HELP_LEFT = 22 };

static void help_line(struct buf *out, const char *left, const char *right)
{
    buf_printf(out, "  %s ", left);
    buf_fill(out, ' ', HELP_LEFT - text_width(sv_from(left)));
    buf_printf(out, "%s\n", right);
}

static void help_options(struct buf *out, uint64_t which)
{
    for (enum opt i = 0; i < OPTION_TOTAL; i++) {
        if (!(which & (UINT64_C(1) << i)))
            continue;
        const char *argument = option_argument(i);
        struct buf left = {0};
        buf_printf(&left, "--%s%s%s", option_name(i), argument[0] ? " " : "",
                   argument[0] ? _(argument) : "");
        help_line(out, buf_text(&left), _(option_help(i)));
        buf_free(&left);
    }
}

static void help_command(struct buf *out, const struct command *command)
{
    buf_printf(out, _("Usage: duban [OPTION...] %s %s\n"), command->name,
               command->operands[0] ? _(command->operands) : "");
    buf_printf(out, "%s\n\n", _(command->help));
    help_options(out, command->options);
    help_options(out, OPTIONS_COMMON);
}

void command_help(struct buf *out, const struct command *one)
{
    if (one) {
        help_command(out, one);
        return;
    }
    buf_puts(out, _("Usage: duban [OPTION...] [COMMAND]\n"
                    "Follows a work plan through its year.\n\n"));
    for (int i = 0; i < command_count; i++)
        help_line(out, commands[i].name, _(commands[i].help));
    buf_puts(out, "\n");
    help_options(out, OPTIONS_COMMON);
    buf_puts(out, _("\n'duban COMMAND --help' says more of each.\n"));
}
