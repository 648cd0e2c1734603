/* cmd_complete.c - what may come next on a command line, for the shells' completion scripts.
 *
 * All of it comes from the lists of commands and options, from the plan, and from what an argument
 * is called in the help (FILE, DIR, TARGET ...), so that nothing can be forgotten in three shells.
 */
#include "app/command.h"

#include <string.h>

#include "app/builtin.h"
#include "app/output.h"
#include "duban/i18n.h"
#include "duban/text.h"

/* The line so far. */
struct line {
    struct session *session;
    struct buf out;
    struct sv word; /* the one under way, "" when it has not begun */
    const struct command *command;
    const char *first; /* the first word, or NULL */
    int operand;       /* how many operands stand before */
    enum opt wanting;  /* the option whose argument comes next, or OPTION_TOTAL */
};

static bool begins(const char *text, struct sv start)
{
    return strncmp(text, start.data ? start.data : "", start.len) == 0;
}

/* Offers `text` if it goes on from what is there. */
static void offer(struct line *line, const char *text, const char *about)
{
    if (!begins(text, line->word))
        return;
    text_clean(&line->out, sv_from(text));
    buf_putc(&line->out, '\t');
    text_clean(&line->out, sv_from(about));
    buf_putc(&line->out, '\n');
}

static void offer_all(struct line *line, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        offer(line, words[i], "");
}

/* The shell finds files and directories itself. */
static void offer_files(struct line *line, bool only_directories)
{
    buf_puts(&line->out, only_directories ? ":dirs\n" : ":files\n");
}

/* The plan of the database, silently none where there is none. */
static const struct plan *plan_of(struct line *line)
{
    struct err ignored;
    if (!line->session->plan && !session_open(line->session, STORE_READ, &ignored))
        return NULL;
    return line->session->plan;
}

static void offer_targets(struct line *line)
{
    const struct plan *plan = plan_of(line);
    for (size_t i = 0; plan && i < plan->target_count; i++)
        offer(line, plan->targets[i].code, name_in(&plan->targets[i].name, line->session->lang));
}

static void offer_schools(struct line *line)
{
    const struct plan *plan = plan_of(line);
    for (size_t i = 0; plan && i < plan->school_count; i++)
        offer(line, plan->schools[i].code, name_in(&plan->schools[i].name, line->session->lang));
}

static void offer_numbers(struct line *line, enum opt option)
{
    const struct plan *plan = plan_of(line);
    size_t count = !plan ? 0 : option == OPTION_SECTION ? plan->section_count : plan->item_count;
    for (size_t i = 0; i < count; i++) {
        struct buf number = {0};
        bool section = option == OPTION_SECTION;
        buf_printf(&number, "%d", section ? plan->sections[i].number : plan->items[i].number);
        offer(
            line, buf_text(&number),
            name_in(section ? &plan->sections[i].name : &plan->items[i].name, line->session->lang));
        buf_free(&number);
    }
}

static void offer_plans(struct line *line)
{
    struct plan_file file;
    for (size_t i = 0; asset_nth(i, &file); i++) {
        struct sv rest = sv_from(file.name), part, name;
        if (sv_split(&rest, '/', &part) && sv_eq(part, SV("plans")) &&
            sv_split(&rest, '/', &name) && sv_eq(rest, SV("plan.csv")))
            offer(line, arena_text(&line->session->arena, name), "");
    }
    offer_files(line, false);
}

/* `what` is an argument as the help calls it; `option` is OPTION_TOTAL for an operand. */
static void offer_argument(struct line *line, struct sv what, enum opt option)
{
    static const char *const formats[] = {"text", "json", "csv"};
    static const char *const pages[] = {"html", "md", "csv"};
    static const char *const themes[] = {"dark", "light", "contrast", "mono"};
    static const char *const encodings[] = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "Big5"};
    bool any = option == OPTION_TOTAL && sv_eq(what, SV("CODE"));
    if (sv_eq(what, SV("FILE")))
        offer_files(line, false);
    else if (sv_eq(what, SV("DIR")))
        offer_files(line, true);
    else if (sv_eq(what, SV("PLAN")))
        offer_plans(line);
    else if (sv_eq(what, SV("LANG")))
        offer_all(line, (const char *const[]){"en", "zh_CN", "zh_TW"}, LANG_COUNT);
    else if (sv_eq(what, SV("THEME")))
        offer_all(line, themes, COUNT_OF(themes));
    else if (sv_eq(what, SV("FORMAT")) && line->command && line->command->run == cmd_report)
        offer_all(line, pages, COUNT_OF(pages));
    else if (sv_eq(what, SV("FORMAT")))
        offer_all(line, formats, COUNT_OF(formats));
    else if (option == OPTION_ENCODING)
        offer_all(line, encodings, COUNT_OF(encodings));
    else if (option == OPTION_SECTION || option == OPTION_ITEM)
        offer_numbers(line, option);
    if (any || option == OPTION_TARGET || sv_eq(what, SV("TARGET")))
        offer_targets(line);
    if (any || option == OPTION_SCHOOL)
        offer_schools(line);
}

static void offer_options(struct line *line)
{
    uint64_t which = OPTIONS_COMMON | (line->command ? line->command->options : 0);
    for (enum opt i = 0; i < OPTION_TOTAL; i++) {
        struct buf name = {0};
        buf_printf(&name, "--%s", option_name(i));
        if (which & (UINT64_C(1) << i))
            offer(line, buf_text(&name), _(option_help(i)));
        buf_free(&name);
    }
}

static const struct command *command_named(const char *name)
{
    for (int i = 0; i < command_count; i++) {
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    }
    return NULL;
}

/* The first words of all commands, or the second ones behind `first`. */
static void offer_commands(struct line *line)
{
    const char *last = "";
    for (int i = 0; i < command_count; i++) {
        struct sv rest = sv_from(commands[i].name), word;
        sv_split(&rest, ' ', &word);
        const char *text = arena_text(&line->session->arena, word);
        if (line->first) {
            if (rest.len > 0 && strcmp(text, line->first) == 0)
                offer(line, rest.data, _(commands[i].help));
        } else if (strcmp(text, last) != 0) {
            const struct command *alone = command_named(text);
            offer(line, text, alone ? _(alone->help) : "");
        }
        last = text;
    }
}

/* The help's name of the operand that comes next: the last one may be repeated. */
static void offer_operand(struct line *line)
{
    struct sv rest = sv_from(line->command->operands), word = SV(""), next;
    for (int i = 0; i <= line->operand && sv_split(&rest, ' ', &next); i++)
        word = next;
    bool over = line->command->most >= 0 && line->operand >= line->command->most;
    if (over)
        return;
    if (word.len > 2 && word.data[0] == '[')
        word = (struct sv){word.data + 1, word.len - 2};
    if (word.len > 3 && memcmp(word.data + word.len - 3, "...", 3) == 0)
        word.len -= 3;
    offer_argument(line, word, OPTION_TOTAL);
}

static enum opt option_of(const char *word)
{
    if (strcmp(word, "-o") == 0)
        return OPTION_OUTPUT;
    if (strncmp(word, "--", 2) != 0)
        return OPTION_TOTAL;
    for (enum opt i = 0; i < OPTION_TOTAL; i++) {
        if (strcmp(option_name(i), word + 2) == 0)
            return i;
    }
    return OPTION_TOTAL;
}

/* Reads `word` as the first or second word of a command. Returns false when it is an operand. */
static bool take_command_word(struct line *line, const char *word)
{
    if (line->operand > 0)
        return false;
    struct buf name = {0};
    buf_printf(&name, "%s%s%s", line->first ? line->first : "", line->first ? " " : "", word);
    const struct command *found = command_named(buf_text(&name));
    buf_free(&name);
    bool taken = found || !line->first;
    if (found)
        line->command = found;
    if (!line->first)
        line->first = word;
    return taken;
}

/* Reads a word that is complete. */
static void take_word(struct line *line, const char *word)
{
    enum opt option = option_of(word);
    if (line->wanting != OPTION_TOTAL) {
        if (line->wanting == OPTION_DB)
            line->session->database = word;
        line->wanting = OPTION_TOTAL;
    } else if (option != OPTION_TOTAL) {
        if (option_argument(option)[0] != '\0')
            line->wanting = option;
    } else if (word[0] != '-' || word[1] == '\0') {
        if (!take_command_word(line, word))
            line->operand++;
    }
}

bool cmd_complete(struct session *session, struct err *err)
{
    char **words = session->options->operands;
    int count = session->options->operand_count;
    struct line line = {.session = session, .wanting = OPTION_TOTAL};
    for (int i = 0; i + 1 < count; i++)
        take_word(&line, words[i]);
    line.word = sv_from(count > 0 ? words[count - 1] : "");
    if (line.wanting != OPTION_TOTAL)
        offer_argument(&line, sv_from(option_argument(line.wanting)), line.wanting);
    else if (line.word.len > 0 && line.word.data[0] == '-')
        offer_options(&line);
    else {
        if (line.operand == 0 && !(line.command && strchr(line.command->name, ' ')))
            offer_commands(&line);
        if (line.command)
            offer_operand(&line);
    }
    bool ok = output_print(buf_sv(&line.out), err);
    buf_free(&line.out);
    return ok;
}
