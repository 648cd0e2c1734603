/* manual.c - fills in a man page's template from the program's own lists, at build time.
 *
 *   manual VERSION <duban.1.in >duban.1
 *
 * A line @NAME@ of the template is replaced by the list of that name; @VERSION@ by the version.
 */
#include <stdio.h>
#include <string.h>

#include "app/command.h"
#include "app/config.h"
#include "app/options.h"
#include "duban/buf.h"
#include "duban/err.h"
#include "duban/import.h"
#include "duban/lang.h"
#include "import/issue.h"
#include "ui/keymap.h"

/* Adds text as roff shows it: \ and - kept, no line that begins like a request. */
static void add_text(struct buf *out, const char *text)
{
    if (text[0] == '.' || text[0] == '\'')
        buf_puts(out, "\\&");
    for (; *text != '\0'; text++) {
        if (*text == '\\')
            buf_puts(out, "\\e");
        else if (*text == '-')
            buf_puts(out, "\\-");
        else
            buf_putc(out, *text);
    }
}

static void add_paragraph(struct buf *out, const char *head, const char *text)
{
    buf_printf(out, ".TP\n%s\n", head);
    add_text(out, text);
    buf_putc(out, '\n');
}

/* "\fB--name\fR \fIARG\fR" */
static void add_option_head(struct buf *out, enum opt option)
{
    const char *argument = option_argument(option);
    buf_puts(out, "\\fB\\-\\-");
    add_text(out, option_name(option));
    buf_printf(out, "\\fR%s%s%s", argument[0] ? " \\fI" : "", argument, argument[0] ? "\\fR" : "");
}

static void add_options(struct buf *out, uint64_t which)
{
    for (enum opt i = 0; i < OPTION_TOTAL; i++) {
        struct buf head = {0};
        if (!(which & (UINT64_C(1) << i)))
            continue;
        add_option_head(&head, i);
        add_paragraph(out, buf_text(&head), option_help(i));
        buf_free(&head);
    }
}

static void common_options(struct buf *out)
{
    add_options(out, OPTIONS_COMMON);
}

static void command_options(struct buf *out)
{
    add_options(out, ~OPTIONS_COMMON);
}

static void all_commands(struct buf *out)
{
    for (int i = 0; i < command_count; i++) {
        const struct command *command = &commands[i];
        struct buf head = {0};
        buf_puts(&head, "\\fB");
        add_text(&head, command->name);
        buf_puts(&head, "\\fR");
        if (command->operands[0] != '\0') {
            buf_puts(&head, " \\fI");
            add_text(&head, command->operands);
            buf_puts(&head, "\\fR");
        }
        for (enum opt o = 0; o < OPTION_TOTAL; o++) {
            if (!(command->options & (UINT64_C(1) << o)))
                continue;
            buf_puts(&head, " [");
            add_option_head(&head, o);
            buf_putc(&head, ']');
        }
        add_paragraph(out, buf_text(&head), command->help);
        buf_free(&head);
    }
}

static void settings(struct buf *out)
{
    for (int i = 0; config_option(i) != OPTION_TOTAL; i++) {
        enum opt option = config_option(i);
        struct buf head = {0};
        buf_printf(&head, "\\fB%s\\fR = \\fI%s\\fR", config_key(i),
                   option_argument(option)[0] ? option_argument(option) : "yes or no");
        add_paragraph(out, buf_text(&head), option_help(option));
        buf_free(&head);
    }
}

static void keys(struct buf *out)
{
    for (enum action action = ACTION_NONE + 1; action < ACTION_TOTAL; action++) {
        const struct action_info *info = action_info(action);
        struct buf head = {0};
        buf_puts(&head, "\\fB");
        add_text(&head, info->keys);
        buf_puts(&head, "\\fR");
        add_paragraph(out, buf_text(&head), info->help);
        buf_free(&head);
    }
}

/* What is wrong with a row, and what to do; "..." stands for the cell. */
static void messages(struct buf *out)
{
    for (enum issue_code code = 0; code < ISSUE_TOTAL; code++) {
        struct buf head = {0}, text = {0};
        buf_puts(&head, "\\fB");
        add_text(&head, issue_word(code));
        buf_printf(&head, "\\fR%s", issue_is_warning(code) ? " (warning: the row is taken)" : "");
        issue_describe(&text, code, "...", "...");
        add_paragraph(out, buf_text(&head), buf_text(&text));
        buf_free(&head);
        buf_free(&text);
    }
}

static void measures(struct buf *out)
{
    for (enum measure i = 0; i < MEASURE_TOTAL; i++)
        buf_printf(out, "%s\\fB%s\\fR%s", i > 0 ? ", " : "", measure_word(i),
                   i + 1 == MEASURE_TOTAL ? ".\n" : "");
}

static void standings(struct buf *out)
{
    for (enum standing i = 0; i < STANDING_TOTAL; i++)
        buf_printf(out, "%s\\fB%c\\fR %s", i > 0 ? ", " : "", standing_mark(i), standing_word(i));
    buf_puts(out, ".\n");
}

static const struct {
    const char *mark;
    void (*add)(struct buf *out);
} lists[] = {
    {"@COMMANDS@\n", all_commands},       {"@COMMON_OPTIONS@\n", common_options},
    {"@OPTIONS@\n", command_options},     {"@SETTINGS@\n", settings},
    {"@KEYS@\n", keys},                   {"@MESSAGES@\n", messages},
    {"@MEASURES@\n", measures},           {"@STANDINGS@\n", standings},
};

static bool add_list(struct buf *out, const char *line)
{
    for (size_t i = 0; i < COUNT_OF(lists); i++) {
        if (strcmp(line, lists[i].mark) != 0)
            continue;
        lists[i].add(out);
        return true;
    }
    return false;
}

static void add_line(struct buf *out, const char *line, const char *version)
{
    static const char mark[] = "@VERSION@";
    const char *found = strstr(line, mark);
    if (!found) {
        buf_puts(out, line);
        return;
    }
    buf_add(out, (struct sv){line, (size_t)(found - line)});
    buf_puts(out, version);
    buf_puts(out, found + sizeof(mark) - 1);
}

int main(int argc, char **argv)
{
    char line[4096];
    struct buf out = {0};
    while (fgets(line, sizeof(line), stdin)) {
        if (!add_list(&out, line))
            add_line(&out, line, argc > 1 ? argv[1] : "");
    }
    bool ok = fwrite(buf_text(&out), 1, out.len, stdout) == out.len && fflush(stdout) == 0;
    buf_free(&out);
    return ok ? 0 : 1;
}
