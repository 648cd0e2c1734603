/* run_line_complete.c - how a command line can go on. */
#include <string.h>

#include "app/command.h"
#include "app/run_line.h"

static bool begins(struct sv text, struct sv with)
{
    return text.len >= with.len && memcmp(text.data, with.data, with.len) == 0;
}

/* The command that the line begins with, and how many of its bytes that is; NULL: none yet. */
static const struct command *command_of(struct sv line, size_t *len)
{
    const struct command *found = NULL;
    *len = 0;
    for (int i = 0; i < command_count; i++) {
        struct sv name = sv_from(commands[i].name);
        bool whole = begins(line, name) && line.len > name.len && line.data[name.len] == ' ';
        if (whole && name.len > *len) {
            found = &commands[i];
            *len = name.len;
        }
    }
    return found;
}

/* The word of every command's name that comes next after what is typed of it. */
static void add_commands(struct sv line, struct buf *out)
{
    size_t from = line.len;
    while (from > 0 && line.data[from - 1] != ' ')
        from--;
    for (int i = 0; i < command_count; i++) {
        struct sv name = sv_from(commands[i].name), word;
        if (!begins(name, line))
            continue;
        struct sv rest = sv_skip(name, from);
        if (sv_split(&rest, ' ', &word))
            buf_printf(out, "%.*s\n", SV_ARG(word));
    }
}

static void add_options(const struct command *command, struct buf *out)
{
    uint64_t all = command->options | OPTIONS_COMMON;
    for (enum opt i = 0; i < OPTION_TOTAL; i++) {
        if (all & (UINT64_C(1) << i))
            buf_printf(out, "--%s\n", option_name(i));
    }
}

static void add_targets(const struct plan *plan, struct buf *out)
{
    for (size_t i = 0; i < plan->target_count; i++)
        buf_printf(out, "%s\n", plan->targets[i].code);
}

static void add_schools(const struct plan *plan, struct buf *out)
{
    for (size_t i = 0; i < plan->school_count; i++)
        buf_printf(out, "%s\n", plan->schools[i].code);
}

/* The whole word before the one that is being typed. */
static struct sv word_before(struct sv line, size_t word)
{
    size_t end = word;
    while (end > 0 && line.data[end - 1] == ' ')
        end--;
    size_t from = end;
    while (from > 0 && line.data[from - 1] != ' ')
        from--;
    return (struct sv){line.data + from, end - from};
}

void run_line_complete(const struct session *session, struct sv line, struct buf *out)
{
    size_t name, word = line.len;
    const struct command *command = command_of(line, &name);
    while (word > 0 && line.data[word - 1] != ' ')
        word--;
    add_commands(line, out); /* "plan " goes on with "export" though it is no command yet */
    if (!command)
        return;
    struct sv last = word_before(line, word);
    if (word < line.len && line.data[word] == '-')
        add_options(command, out);
    else if (sv_eq(last, SV("--school")))
        add_schools(session->plan, out);
    else if (sv_eq(last, SV("--target")))
        add_targets(session->plan, out);
    else if (begins(last, SV("--")))
        return; /* some other option's value */
    else if (strstr(command->operands, "TARGET"))
        add_targets(session->plan, out);
    else if (strstr(command->operands, "CODE")) {
        add_targets(session->plan, out);
        add_schools(session->plan, out);
    }
}
