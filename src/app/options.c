#include "app/options.h"

#include <getopt.h>
#include <string.h>

#include "app/nearest.h"
#include "duban/i18n.h"

static const struct {
    const char *name, *argument, *help;
} infos[OPTION_TOTAL] = {
#define X(id, name, argument, help) [OPTION_##id] = {name, argument, help},
    OPTION_LIST(X)
#undef X
};

const char *option_name(enum opt option)
{
    return infos[option].name;
}

char option_letter(enum opt option)
{
    return option == OPTION_HELP ? 'h' : option == OPTION_OUTPUT ? 'o' : '\0';
}

const char *option_argument(enum opt option)
{
    return infos[option].argument;
}

const char *option_help(enum opt option)
{
    return infos[option].help;
}

static bool unknown(const char *word, struct err *err)
{
    struct nearest nearest = nearest_to(sv_from(word + strspn(word, "-")));
    for (enum opt i = 0; i < OPTION_TOTAL; i++)
        nearest_try(&nearest, sv_from(option_name(i)));
    if (nearest.best.len > 0)
        return err_set(err, ERR_USAGE, _("unknown option %s; did you mean --%.*s? See 'duban --help'"),
                       word, SV_ARG(nearest.best));
    return err_set(err, ERR_USAGE, _("unknown option %s; see 'duban --help'"), word);
}

enum { FIRST_VALUE = 256 }; /* beyond every letter, so that no short option is meant */

bool options_parse(struct options *options, int argc, char **argv, struct err *err)
{
    struct option table[OPTION_TOTAL + 1] = {0};
    for (int i = 0; i < OPTION_TOTAL; i++) {
        table[i].name = infos[i].name;
        table[i].has_arg = infos[i].argument[0] != '\0' ? required_argument : no_argument;
        table[i].val = FIRST_VALUE + i;
    }
    *options = (struct options){0};
    opterr = 0;
    optind = 0; /* from the start: command lines inside the monitor come through here too */
    for (int got; (got = getopt_long(argc, argv, ":ho:", table, NULL)) != -1;) {
        const char *word = argv[optind - 1];
        if (got == 'h')
            got = FIRST_VALUE + OPTION_HELP;
        if (got == 'o')
            got = FIRST_VALUE + OPTION_OUTPUT;
        if (got == ':')
            return err_set(err, ERR_USAGE, _("%s needs an argument; see 'duban --help'"), word);
        if (got < FIRST_VALUE)
            return unknown(word, err);
        options->value[got - FIRST_VALUE] = optarg ? optarg : "";
        options->given |= UINT64_C(1) << (got - FIRST_VALUE);
    }
    options->operands = argv + optind;
    options->operand_count = argc - optind;
    return true;
}
