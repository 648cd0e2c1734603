#include "app/complete.h"

#include <stdio.h>
#include <string.h>

#include "app/builtin.h"
#include "app/command.h"
#include "duban/groups.h"
#include "duban/store.h"
#include "duban/text.h"

/* The line so far. */
struct line {
    const struct complete_source *source;
    struct buf *out;
    struct sv word;  /* the one under way, "" when it has not begun */
    struct sv front; /* "--format=" when its argument stands in the same word */
    const struct command *command;
    const char *first;    /* the first word, or NULL */
    const char *database; /* what --db names, or NULL */
    int operand;          /* how many operands stand before */
    enum opt wanting;     /* the option whose argument comes next, or OPTION_TOTAL */
    bool only_operands;   /* "--" has been */
};

/* ---- what is offered ---- */

/* Offers `text` if it goes on from what is there. */
static void offer(struct line *line, struct sv text, const char *about)
{
    struct sv word = line->word;
    if (!sv_begins(text, word))
        return;
    buf_add(line->out, line->front);
    text_clean(line->out, text);
    buf_putc(line->out, '\t');
    text_clean(line->out, sv_from(about));
    buf_putc(line->out, '\n');
}

static void offer_named(struct line *line, const char *code, const struct name *name)
{
    offer(line, sv_from(code), name_in(name, line->source->lang));
}

/* Words with a blank between. */
static void offer_words(struct line *line, const char *words)
{
    struct sv rest = sv_from(words), word;
    while (sv_split(&rest, ' ', &word))
        offer(line, word, "");
}

static void offer_plans(struct line *line)
{
    struct plan_file file;
    for (size_t i = 0; asset_nth(i, &file); i++) {
        struct sv rest = sv_from(file.name), part, name;
        if (sv_split(&rest, '/', &part) && sv_eq(part, SV("plans")) &&
            sv_split(&rest, '/', &name) && sv_eq(rest, SV("plan.csv")))
            offer(line, name, "");
    }
}

static void offer_options(struct line *line)
{
    uint64_t which = OPTIONS_COMMON | (line->command ? line->command->options : 0);
    for (enum opt i = 0; i < OPTION_TOTAL; i++) {
        struct buf name = {0};
        buf_printf(&name, "--%s", option_name(i));
        if (which & (UINT64_C(1) << i))
            offer(line, buf_sv(&name), _(option_help(i)));
        buf_free(&name);
    }
}

/* The first words of all commands, or the second ones behind `first`. */
static void offer_commands(struct line *line)
{
    struct sv last = SV(""), first;
    for (int i = 0; i < command_count; i++, last = first) {
        struct sv rest = sv_from(commands[i].name);
        sv_split(&rest, ' ', &first);
        const struct command *alone = command_named(first);
        if (line->first && rest.len > 0 && sv_eq(first, sv_from(line->first)))
            offer(line, rest, _(commands[i].help));
        if (!line->first && !sv_eq(first, last))
            offer(line, first, alone ? _(alone->help) : "");
    }
}

/* ---- the plan's codes ---- */

static const struct plan *plan_of(struct line *line)
{
    return line->source->plan(line->source->context, line->database);
}

static void offer_targets(struct line *line)
{
    const struct plan *plan = plan_of(line);
    for (size_t i = 0; plan && i < plan->target_count; i++)
        offer_named(line, plan->targets[i].code, &plan->targets[i].name);
}

static void offer_schools(struct line *line)
{
    const struct plan *plan = plan_of(line);
    for (size_t i = 0; plan && i < plan->school_count; i++)
        offer_named(line, plan->schools[i].code, &plan->schools[i].name);
}

static void offer_kinds(struct line *line)
{
    const struct plan *plan = plan_of(line);
    for (size_t i = 0; plan && i < plan->kind_count; i++)
        offer_named(line, plan->kinds[i].code, &plan->kinds[i].name);
}

static void offer_towns(struct line *line)
{
    const struct plan *plan = plan_of(line);
    for (size_t i = 0; plan && i < plan->town_count; i++)
        offer_named(line, plan->towns[i].code, &plan->towns[i].name);
}

static void offer_number(struct line *line, int number, const struct name *name)
{
    char text[16];
    snprintf(text, sizeof(text), "%d", number);
    offer_named(line, text, name);
}

static void offer_sections(struct line *line)
{
    const struct plan *plan = plan_of(line);
    for (size_t i = 0; plan && i < plan->section_count; i++)
        offer_number(line, plan->sections[i].number, &plan->sections[i].name);
}

static void offer_items(struct line *line)
{
    const struct plan *plan = plan_of(line);
    for (size_t i = 0; plan && i < plan->item_count; i++)
        offer_number(line, plan->items[i].number, &plan->items[i].name);
}

/* A target or a school; a threshold can be the whole plan's too. */
static void offer_codes(struct line *line)
{
    if (line->command->run == cmd_set_threshold)
        offer(line, SV("plan"), "");
    offer_targets(line);
    if (line->command->run != cmd_set_threshold)
        offer_schools(line);
}

/* ---- arguments ---- */

static const char thresholds[] =
#define X(id, word, ...) word " "
    THRESHOLD_LIST(X);
#undef X
static const char groups[] =
#define X(id, word, name) word " "
    GROUP_LIST(X);
#undef X
static const char roles[] =
#define X(id, word) word " "
    USER_ROLE_LIST(X);
#undef X

/* What an argument can be: by its option, or by what the help calls it. The first that fits. */
static const struct argument {
    enum opt option;  /* OPTION_TOTAL: any, and operands */
    const char *what; /* NULL: whatever it is called */
    bool (*command)(struct session *session, struct err *err); /* NULL: of any command */
    const char *words;                                         /* or */
    void (*offer)(struct line *line);                          /* or */
    const char *place;                                         /* ":files" or ":dirs" */
} arguments[] = {
    {OPTION_SECTION, NULL, NULL, NULL, offer_sections, NULL},
    {OPTION_ITEM, NULL, NULL, NULL, offer_items, NULL},
    {OPTION_SCHOOL, NULL, NULL, NULL, offer_schools, NULL},
    {OPTION_TARGET, NULL, NULL, NULL, offer_targets, NULL},
    {OPTION_KIND, NULL, NULL, NULL, offer_kinds, NULL},
    {OPTION_TOWN, NULL, NULL, NULL, offer_towns, NULL},
    {OPTION_ENCODING, NULL, cmd_template, "UTF-8 GB18030", NULL, NULL},
    {OPTION_ENCODING, NULL, NULL, "UTF-8 GB18030 UTF-16LE UTF-16BE Big5", NULL, NULL},
    {OPTION_AMBIGUOUS, NULL, NULL, "1 2", NULL, NULL},
    {OPTION_FROM, NULL, cmd_plan_new, NULL, offer_plans, ":files"},
    {OPTION_FROM, NULL, cmd_init, NULL, NULL, ":dirs"},
    {OPTION_TOTAL, "PLAN", NULL, NULL, offer_plans, ":files"},
    {OPTION_TOTAL, "FILE", NULL, NULL, NULL, ":files"},
    {OPTION_TOTAL, "DIR", NULL, NULL, NULL, ":dirs"},
    {OPTION_TOTAL, "LANG", NULL, "en zh_CN zh_TW", NULL, NULL},
    {OPTION_TOTAL, "LEVEL", NULL, "error warn info debug", NULL, NULL},
    {OPTION_TOTAL, "THEME", NULL, "dark light contrast mono", NULL, NULL},
    {OPTION_TOTAL, "FORMAT", cmd_report, "html md csv", NULL, NULL},
    {OPTION_TOTAL, "FORMAT", NULL, "text json csv", NULL, NULL},
    {OPTION_TOTAL, "WHAT", NULL, groups, NULL, NULL},
    {OPTION_TOTAL, "ROLE", NULL, roles, NULL, NULL},
    {OPTION_TOTAL, "NAME", cmd_set_threshold, thresholds, NULL, NULL},
    {OPTION_TOTAL, "TARGET", NULL, NULL, offer_targets, NULL},
    {OPTION_TOTAL, "SCHOOL", NULL, NULL, offer_schools, NULL},
    {OPTION_TOTAL, "CODE", NULL, NULL, offer_codes, NULL},
};

/* `what` is an argument as the help calls it; `option` is OPTION_TOTAL for an operand. */
static void offer_argument(struct line *line, struct sv what, enum opt option)
{
    for (size_t i = 0; i < COUNT_OF(arguments); i++) {
        const struct argument *argument = &arguments[i];
        if ((argument->option != OPTION_TOTAL && argument->option != option) ||
            (argument->what && !sv_eq(what, sv_from(argument->what))) ||
            (argument->command && (!line->command || line->command->run != argument->command)))
            continue;
        if (argument->words)
            offer_words(line, argument->words);
        if (argument->offer)
            argument->offer(line);
        if (argument->place)
            buf_printf(line->out, "%s\n", argument->place);
        return;
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

/* ---- the words that are complete ---- */

static enum opt option_of(struct sv word)
{
    if (sv_eq(word, SV("-o")))
        return OPTION_OUTPUT;
    if (word.len < 3 || memcmp(word.data, "--", 2) != 0)
        return OPTION_TOTAL;
    for (enum opt i = 0; i < OPTION_TOTAL; i++) {
        if (sv_eq(sv_from(option_name(i)), sv_skip(word, 2)))
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
    const struct command *found = command_named(buf_sv(&name));
    buf_free(&name);
    bool taken = found || !line->first;
    if (found)
        line->command = found;
    if (!line->first)
        line->first = word;
    return taken;
}

/* Takes "--option" or "--option=argument". */
static void take_option(struct line *line, const char *word)
{
    const char *equals = strchr(word, '=');
    struct sv name = equals ? (struct sv){word, (size_t)(equals - word)} : sv_from(word);
    enum opt option = option_of(name);
    if (option == OPTION_TOTAL)
        return;
    if (equals && option == OPTION_DB)
        line->database = equals + 1;
    if (!equals && option_argument(option)[0] != '\0')
        line->wanting = option;
}

static void take_word(struct line *line, const char *word)
{
    if (line->wanting != OPTION_TOTAL) {
        if (strcmp(word, "=") == 0) /* bash parts "--db=FILE" there */
            return;
        if (line->wanting == OPTION_DB)
            line->database = word;
        line->wanting = OPTION_TOTAL;
    } else if (strcmp(word, "--") == 0)
        line->only_operands = true;
    else if (!line->only_operands && word[0] == '-' && word[1] != '\0')
        take_option(line, word);
    else if (!take_command_word(line, word))
        line->operand++;
}

/* Reads the word under way: "--format=te" wants an argument. */
static void take_last(struct line *line, const char *word)
{
    const char *equals = word[0] == '-' && !line->only_operands ? strchr(word, '=') : NULL;
    line->word = sv_from(word);
    if (line->wanting != OPTION_TOTAL || !equals)
        return;
    line->wanting = option_of((struct sv){word, (size_t)(equals - word)});
    if (line->wanting == OPTION_TOTAL)
        return;
    line->front = (struct sv){word, (size_t)(equals - word) + 1};
    line->word = sv_from(equals + 1);
}

void complete_words(const struct complete_source *source, char *const *words, int count,
                    struct buf *out)
{
    struct line line = {.source = source, .out = out, .wanting = OPTION_TOTAL};
    for (int i = 0; i + 1 < count; i++)
        take_word(&line, words[i]);
    take_last(&line, count > 0 ? words[count - 1] : "");
    if (line.wanting != OPTION_TOTAL) {
        offer_argument(&line, sv_from(option_argument(line.wanting)), line.wanting);
        return;
    }
    if (!line.only_operands && line.word.len > 0 && line.word.data[0] == '-') {
        offer_options(&line);
        return;
    }
    if (line.operand == 0 && !(line.command && strchr(line.command->name, ' ')))
        offer_commands(&line);
    if (line.command)
        offer_operand(&line);
}
