#include "app/command.h"

#include <stddef.h>
#include <string.h>

#include "duban/i18n.h"
#include "duban/text.h"

#define BIT OPTION_BIT

const struct command commands[] = {
    {"monitor", "", N_("look at the plan and update it (what duban does without a command)"), 0, 0,
     0, cmd_monitor},
    {"demo", N_("[FILE]"), N_("make a database of sample data and open it"), 0, 1, BIT(NO_OPEN),
     cmd_demo},
    {"init", "", N_("make a new database from a plan"), 0, 0, BIT(PLAN), cmd_init},
    {"import", N_("FILE..."), N_("take in CSV files from schools; - is standard input"), 1, -1,
     BIT(DRY_RUN) | BIT(STRICT) | BIT(ENCODING) | BIT(DATE) | BIT(SCHOOL) | BIT(ALLOW_DECREASE) |
         BIT(FILL_DOWN) | BIT(REJECTS),
     cmd_import},
    {"status", "", N_("where the plan stands"), 0, 0, BIT(SECTION) | BIT(ITEM) | BIT(FORMAT),
     cmd_status},
    {"attention", "", N_("overdue, lagging, silent and breached targets, worst first"), 0, 0,
     BIT(FORMAT), cmd_attention},
    {"schools", "", N_("who has reported and who has not"), 0, 0, BIT(FORMAT), cmd_schools},
    {"show", N_("CODE"), N_("one target or school, with where every figure came from"), 1, 1,
     BIT(FORMAT), cmd_show},
    {"report", "", N_("the bulletin of the as-of date, as a page to print or to send"), 0, 0,
     BIT(SECTION) | BIT(FORMAT) | BIT(OUTPUT), cmd_report},
    {"set", N_("TARGET VALUE"), N_("enter a value"), 2, 2,
     BIT(DATE) | BIT(SCHOOL) | BIT(OF) | BIT(NOTE) | BIT(ALLOW_DECREASE), cmd_set},
    {"set-goal", N_("TARGET GOAL"), N_("set a goal: 12, 4-5, or none"), 2, 2, BIT(DATE),
     cmd_set_goal},
    {"set-due", N_("TARGET DATE"), N_("set the day a target is due"), 2, 2, BIT(DATE), cmd_set_due},
    {"undo", "", N_("take back the last change of this user"), 0, 0, 0, cmd_undo},
    {"log", "", N_("the journal of changes, newest first"), 0, 0, 0, cmd_log},
    {"check", "", N_("exit 1 if anything is overdue, breached or lagging"), 0, 0, 0, cmd_check},
    {"backup", N_("FILE"), N_("a copy of the database, taken while others may write"), 1, 1, 0,
     cmd_backup},
    {"doctor", "", N_("look the database over; exit 1 when something is wrong"), 0, 0, 0,
     cmd_doctor},
    {"export", N_("[DIR]"), N_("all reports as CSV; with DIR the plan too, as files"), 0, 1, 0,
     cmd_export},
    {"plan export", N_("DIR"), N_("the plan as a directory of CSV files"), 1, 1, 0,
     cmd_plan_export},
};

const int command_count = COUNT_OF(commands);

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
    for (int i = 0; !found && i < command_count; i++) {
        int words = words_matched(&commands[i], options);
        if (words == 0)
            continue;
        found = &commands[i];
        options->operands += words;
        options->operand_count -= words;
    }
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
