/* manual.c - fills in a man page's template from the program's own lists, at build time.
 *
 *   manual VERSION LANGUAGE CATALOGS <duban.1.in >duban.1
 *
 * A line @NAME@ of the template is replaced by the list of that name, in the language; @VERSION@ by
 * the version. Chinese is written without blanks: places where a line may end are marked in it, and
 * a line of the template goes on from one that ends with Chinese.
 */
#include <stdio.h>
#include <string.h>

#include "app/command.h"
#include "app/config.h"
#include "app/help.h"
#include "app/options.h"
#include "duban/buf.h"
#include "duban/err.h"
#include "duban/i18n.h"
#include "duban/import.h"
#include "duban/lang.h"
#include "duban/text.h"
#include "duban/wrap.h"
#include "import/issue.h"
#include "ui/keymap.h"

static bool is_wide(int32_t c)
{
    return text_char_width(c) == 2;
}

/* ---- text as roff shows it ---- */

/* Adds a text of the program: \ and - kept, no line that begins like a request. */
static void add_text(struct buf *out, const char *text)
{
    struct sv rest = sv_from(text);
    int32_t before = ' ';
    if (text[0] == '.' || text[0] == '\'')
        buf_puts(out, "\\&");
    while (rest.len > 0) {
        int32_t c;
        int len = text_decode(rest, &c);
        if (c != ' ' && wrap_may_break(before, c))
            buf_puts(out, "\\:");
        if (c == '\\')
            buf_puts(out, "\\e");
        else if (c == '-')
            buf_puts(out, "\\-");
        else
            buf_add(out, (struct sv){rest.data, (size_t)len});
        before = c;
        rest = sv_skip(rest, (size_t)len);
    }
}

static void add_paragraph(struct buf *out, const char *head, const char *text)
{
    buf_printf(out, ".TP\n%s\n", head);
    add_text(out, text);
    buf_putc(out, '\n');
}

/* ---- the lists ---- */

/* "\fB--name\fR \fIARG\fR" */
static void add_option_head(struct buf *out, enum opt option)
{
    const char *argument = option_argument(option);
    buf_puts(out, "\\fB\\-\\-");
    add_text(out, option_name(option));
    buf_printf(out, "\\fR%s%s%s", argument[0] ? " \\fI" : "", argument[0] ? _(argument) : "",
               argument[0] ? "\\fR" : "");
}

static void add_options(struct buf *out, uint64_t which)
{
    for (enum opt i = 0; i < OPTION_TOTAL; i++) {
        struct buf head = {0};
        if (!(which & (UINT64_C(1) << i)))
            continue;
        if (option_letter(i) != '\0')
            buf_printf(&head, "\\fB\\-%c\\fR, ", option_letter(i));
        add_option_head(&head, i);
        add_paragraph(out, buf_text(&head), _(option_help(i)));
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

static void add_command_head(struct buf *out, const struct command *command)
{
    buf_puts(out, "\\fB");
    add_text(out, command->name);
    buf_puts(out, "\\fR");
    if (command->operands[0] != '\0') {
        buf_puts(out, " \\fI");
        add_text(out, _(command->operands));
        buf_puts(out, "\\fR");
    }
    for (enum opt o = 0; o < OPTION_TOTAL; o++) {
        if (!(command->options & (UINT64_C(1) << o)))
            continue;
        buf_puts(out, " [");
        add_option_head(out, o);
        buf_putc(out, ']');
    }
}

static void all_commands(struct buf *out)
{
    for (int i = 0; i < command_count; i++) {
        const struct command *command = &commands[i];
        struct buf head = {0};
        add_command_head(&head, command);
        add_paragraph(out, buf_text(&head), _(command->help));
        buf_printf(out, ".br\n%s \\fBduban ", _("Example:"));
        add_text(out, command->example);
        buf_puts(out, "\\fR\n");
        buf_free(&head);
    }
}

static void settings(struct buf *out)
{
    for (int i = 0; config_option(i) != OPTION_TOTAL; i++) {
        enum opt option = config_option(i);
        const char *argument = option_argument(option);
        struct buf head = {0};
        struct buf text = {0};
        if (argument[0] == '\0') /* `mouse` is the option no-mouse, the other way round */
            buf_puts(&text, strcmp(config_key(i), option_name(option)) == 0 ? "yes: " : "no: ");
        buf_puts(&text, _(option_help(option)));
        buf_printf(&head, "\\fB%s\\fR = \\fI%s\\fR", config_key(i),
                   argument[0] ? _(argument) : "yes|no");
        add_paragraph(out, buf_text(&head), buf_text(&text));
        buf_free(&head);
        buf_free(&text);
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
        add_paragraph(out, buf_text(&head), _(info->help));
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
        buf_puts(&head, "\\fR");
        if (issue_is_warning(code))
            buf_printf(&head, " (%s)", _("warning: the row is taken"));
        issue_describe(&text, code, "...", "...");
        add_paragraph(out, buf_text(&head), buf_text(&text));
        buf_free(&head);
        buf_free(&text);
    }
}

static void measures(struct buf *out)
{
    for (enum measure i = 0; i < MEASURE_TOTAL; i++) {
        struct buf head = {0};
        buf_printf(&head, "\\fB%s\\fR", measure_word(i));
        add_paragraph(out, buf_text(&head), lang_measure(i));
        buf_free(&head);
    }
}

static void standings(struct buf *out)
{
    for (enum standing i = 0; i < STANDING_TOTAL; i++) {
        struct buf head = {0};
        buf_printf(&head, "\\fB%c\\fR", standing_mark(i));
        add_paragraph(out, buf_text(&head), lang_standing(i));
        buf_free(&head);
    }
}

static void exits(struct buf *out)
{
    for (size_t i = 0; i < exit_status_count; i++) {
        char head[24];
        snprintf(head, sizeof(head), "\\fB%d\\fR", (int)exit_statuses[i].code);
        add_paragraph(out, head, _(exit_statuses[i].meaning));
    }
}

static const struct {
    const char *mark;
    void (*add)(struct buf *out);
} lists[] = {
    {"@COMMANDS@\n", all_commands},       {"@COMMON_OPTIONS@\n", common_options},
    {"@OPTIONS@\n", command_options},     {"@SETTINGS@\n", settings},
    {"@KEYS@\n", keys},                   {"@MESSAGES@\n", messages},
    {"@MEASURES@\n", measures},           {"@STANDINGS@\n", standings},
    {"@EXITS@\n", exits},
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

/* ---- the template ---- */

struct page {
    struct buf out;
    const char *version;
    bool as_is;   /* between .nf and .fi */
    int32_t last; /* the character that the text ended with, its line's end not written yet; or 0 */
};

static void end_line(struct page *page)
{
    if (page->last != 0)
        buf_putc(&page->out, '\n');
    page->last = 0;
}

/* Text that is filled: marks where a line may end, and goes on from the line before. */
static void add_filled(struct page *page, struct sv line)
{
    int32_t before, c;
    text_decode(line, &before);
    if (page->last != 0 && is_wide(page->last) && (is_wide(before) || before == '\\')) {
        if (wrap_may_break(page->last, before))
            buf_puts(&page->out, "\\:");
    } else
        end_line(page);
    for (before = ' '; line.len > 0; before = c) {
        int len = text_decode(line, &c);
        if (c != ' ' && wrap_may_break(before, c))
            buf_puts(&page->out, "\\:");
        buf_add(&page->out, (struct sv){line.data, (size_t)len});
        line = sv_skip(line, (size_t)len);
    }
    page->last = before;
}

static void add_line(struct page *page, const char *line)
{
    static const char mark[] = "@VERSION@";
    struct sv text = sv_from(line);
    const char *found = strstr(line, mark);
    if (strcmp(line, ".nf\n") == 0 || strcmp(line, ".fi\n") == 0)
        page->as_is = line[1] == 'n';
    if (line[0] != '.' && line[0] != '\'' && line[0] != '\n' && !page->as_is) {
        text.len -= text.data[text.len - 1] == '\n';
        add_filled(page, text);
        return;
    }
    end_line(page);
    if (!found) {
        buf_add(&page->out, text);
        return;
    }
    buf_add(&page->out, (struct sv){line, (size_t)(found - line)});
    buf_puts(&page->out, page->version);
    buf_puts(&page->out, found + sizeof(mark) - 1);
}

int main(int argc, char **argv)
{
    char line[4096];
    enum lang lang;
    if (argc != 4 || !lang_parse(sv_from(argv[2]), &lang))
        return 64;
    struct page page = {.version = argv[1]};
    i18n_start(lang, argv[3]);
    while (fgets(line, sizeof(line), stdin)) {
        if (line[0] == '@')
            end_line(&page);
        if (!add_list(&page.out, line))
            add_line(&page, line);
    }
    end_line(&page);
    bool ok = fwrite(buf_text(&page.out), 1, page.out.len, stdout) == page.out.len &&
              fflush(stdout) == 0;
    buf_free(&page.out);
    return ok ? 0 : 1;
}
