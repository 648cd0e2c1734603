/* cmd_users.c - the table of who may what: users, users set, users remove. */
#include <string.h>

#include "app/command.h"
#include "app/output.h"
#include "duban/i18n.h"
#include "duban/text.h"

/* The roles as people read them. */
static const char *const role_names[USER_ROLE_TOTAL] = {
    [USER_VIEWER] = N_("may look"),
    [USER_CLERK] = N_("enters the values of one school"),
    [USER_EDITOR] = N_("changes everything but this table"),
    [USER_OWNER] = N_("changes everything, this table too"),
};

bool cmd_users(struct session *session, struct err *err)
{
    const struct user *users;
    size_t count;
    if (!session_open(session, STORE_READ, err) ||
        !store_load_users(session->store, &session->arena, &users, &count, err))
        return false;
    struct buf out = {0};
    for (size_t i = 0; i < count; i++) {
        const struct user *user = &users[i];
        buf_puts(&out, user->name);
        buf_fill(&out, ' ', 16 - text_width(sv_from(user->name)));
        buf_printf(&out, "  %-7s %s%s%s\n", user_role_word(user->role), user->school,
                   user->school[0] ? "  " : "", _(role_names[user->role]));
    }
    buf_puts(&out, count == 0
                       ? _("nobody is listed: whoever may write the file may change everything\n")
                       : _("whoever is not listed may look; the file's owner may do everything\n"));
    bool ok = output_print(buf_sv(&out), err);
    buf_free(&out);
    return ok;
}

static bool check_name(const char *name, struct err *err)
{
    size_t len = strlen(name);
    if (len > 0 && len < USER_NAME_MAX && text_is_clean(sv_from(name)) && name[0] != '-')
        return true;
    return err_set(err, ERR_USAGE, _("'%s' is no user's name; give the name that logs in"), name);
}

static bool print(struct buf *out, struct err *err)
{
    buf_putc(out, '\n');
    bool ok = output_print(buf_sv(out), err);
    buf_free(out);
    return ok;
}

bool cmd_users_set(struct session *session, struct err *err)
{
    const char *name = session->options->operands[0], *word = session->options->operands[1];
    const char *code = session->options->value[OPTION_SCHOOL];
    enum user_role role;
    int school = -1;
    if (!check_name(name, err))
        return false;
    if (!user_role_parse(word, &role))
        return err_set(err, ERR_USAGE, _("no role %s; use viewer, clerk, editor or owner"), word);
    if ((role == USER_CLERK) != (code != NULL))
        return err_set(err, ERR_USAGE,
                       _("a clerk is of one school and nobody else is; give --school to a clerk"));
    if (!session_open(session, STORE_WRITE, err) ||
        (code && !session_school(session, code, &school, err)))
        return false;
    struct actor actor = session_actor(session);
    int64_t school_id = code ? session->plan->schools[school].id : 0;
    if (!store_set_user(session->store, name, role, school_id, &actor, err))
        return false;
    struct buf out = {0};
    buf_printf(&out, _("%s: %s from now on"), name, word);
    return print(&out, err);
}

bool cmd_users_remove(struct session *session, struct err *err)
{
    const char *name = session->options->operands[0];
    if (!session_open(session, STORE_WRITE, err))
        return false;
    struct actor actor = session_actor(session);
    if (!store_remove_user(session->store, name, &actor, err))
        return false;
    struct buf out = {0};
    buf_printf(&out, _("%s is no longer listed"), name);
    return print(&out, err);
}
