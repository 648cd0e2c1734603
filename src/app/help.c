#include "app/help.h"

#include <stdio.h>

#include "app/command.h"
#include "app/output.h"
#include "duban/i18n.h"
#include "duban/text.h"
#include "duban/wrap.h"

enum { HELP_LEFT = 25, EXIT_LEFT = 5 };

/* "  left      right", what is too long for the terminal on lines below. */
static void help_line(struct buf *out, const char *left, const char *right, int indent)
{
    struct buf lines = {0};
    wrap_text(&lines, sv_from(right), indent, output_columns());
    int used = 2 + text_width(sv_from(left));
    buf_printf(out, "  %s", left);
    if (used < indent)
        buf_add(out, sv_skip(buf_sv(&lines), (size_t)used));
    else {
        buf_putc(out, '\n');
        buf_add(out, buf_sv(&lines));
    }
    buf_free(&lines);
}

static void help_options(struct buf *out, uint64_t which)
{
    for (enum opt i = 0; i < OPTION_TOTAL; i++) {
        if (!(which & (UINT64_C(1) << i)))
            continue;
        const char *argument = option_argument(i), letter = option_letter(i);
        struct buf left = {0};
        if (letter != '\0')
            buf_printf(&left, "-%c, ", letter);
        buf_printf(&left, "--%s%s%s", option_name(i), argument[0] ? " " : "",
                   argument[0] ? _(argument) : "");
        help_line(out, buf_text(&left), _(option_help(i)), HELP_LEFT);
        buf_free(&left);
    }
}

const struct exit_status exit_statuses[] = {
    {ERR_NONE, N_("done")},
    {ERR_FINDING, N_("done, but rows were rejected or something found")},
    {ERR_USAGE, N_("the command line is wrong")},
    {ERR_DATA, N_("nothing usable in the data")},
    {ERR_NO_FILE, N_("no such file, or it cannot be read")},
    {ERR_CANT_WRITE, N_("the output cannot be made")},
    {ERR_IO, N_("reading or writing failed, or the disk is full")},
    {ERR_BUSY, N_("somebody else is at it: try again")},
    {ERR_NOT_ALLOWED, N_("this user or this mode may not do that")},
    {ERR_CONFIG, N_("a configuration file is wrong")},
};
const size_t exit_status_count = COUNT_OF(exit_statuses);

static void help_exits(struct buf *out, const struct command *command)
{
    buf_puts(out, _("\nExit status:\n"));
    for (size_t i = 0; i < exit_status_count; i++) {
        const struct exit_status *status = &exit_statuses[i];
        const char *meaning = status->code == ERR_FINDING ? command->finding : status->meaning;
        char left[16];
        snprintf(left, sizeof(left), "%2d", (int)status->code);
        if (meaning[0] != '\0')
            help_line(out, left, _(meaning), 2 + EXIT_LEFT);
    }
}

/* The commands that begin with this word and go on. */
static int help_seconds(struct buf *out, struct sv first)
{
    int count = 0;
    for (int i = 0; i < command_count; i++) {
        if (command_second(&commands[i], first).len == 0)
            continue;
        help_line(out, commands[i].name, _(commands[i].help), HELP_LEFT);
        count++;
    }
    return count;
}

static void help_command(struct buf *out, const struct command *command)
{
    struct buf seconds = {0};
    const char *operands = command->operands;
    buf_printf(out, _("Usage: duban [OPTION...] %s"), command->name);
    buf_printf(out, "%s%s\n", operands[0] != '\0' ? " " : "", operands[0] ? _(operands) : "");
    wrap_text(out, sv_from(_(command->help)), 0, output_columns());
    if (command->options != 0)
        buf_putc(out, '\n');
    help_options(out, command->options);
    if (help_seconds(&seconds, sv_from(command->name)) > 0)
        buf_printf(out, "\n%s", buf_text(&seconds));
    buf_printf(out, _("\nExample:\n  duban %s\n"), command->example);
    buf_puts(out, _("\nWith every command:\n"));
    help_options(out, OPTIONS_COMMON);
    help_exits(out, command);
    buf_free(&seconds);
}

static void help_all(struct buf *out)
{
    buf_puts(out, _("Usage: duban [OPTION...] [COMMAND]\n"
                    "Follows a work plan through its year.\n\n"));
    for (int i = 0; i < command_count; i++)
        help_line(out, commands[i].name, _(commands[i].help), HELP_LEFT);
    buf_puts(out, _("\nWith every command:\n"));
    help_options(out, OPTIONS_COMMON);
    buf_puts(out, _("\n'duban COMMAND --help' says more of each.\n"));
}

/* `duban plan --help`, where there is no command plan alone. */
static bool help_group(struct buf *out, const struct options *options)
{
    const char *first = options->operand_count == 1 ? options->operands[0] : "";
    if (command_named(sv_from(first)))
        return false;
    if (help_seconds(out, sv_from(first)) == 0)
        return false;
    buf_puts(out, _("\n'duban COMMAND --help' says more of each.\n"));
    return true;
}

bool help_print(struct options *options, struct err *err)
{
    struct buf out = {0};
    bool ok = true;
    if (options->operand_count == 0)
        help_all(&out);
    else if (!help_group(&out, options)) {
        const struct command *command = command_find(options, err);
        ok = command != NULL;
        if (ok)
            help_command(&out, command);
    }
    ok = ok && output_print(buf_sv(&out), err);
    buf_free(&out);
    return ok;
}
