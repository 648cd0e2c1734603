#include "app/session.h"

#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "duban/stamp.h"
#include "duban/text.h"

enum { SECONDS_A_DAY = 86400 };

/* Days are the calendar's where the user sits; stamps in the journal are UTC. */
void session_tick(struct session *session)
{
    time_t now = time(NULL);
    struct tm tm;
    stamp_write(now, session->now);
    localtime_r(&now, &tm);
    if (!date_make(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, &session->today))
        session->today = (daynum)(now / SECONDS_A_DAY);
}

static bool find_who(struct session *session, struct err *err)
{
    const char *named = session->options->value[OPTION_AS];
    if (named) {
        struct sv name = sv_from(named);
        if (name.len == 0 || name.len >= sizeof(session->who) || !text_is_clean(name))
            return err_set(err, ERR_USAGE,
                           _("--as %s is no user's name; give the one that 'duban "
                             "users' lists"),
                           named);
        text_clean_into(session->who, sizeof(session->who), name);
        return true;
    }
    struct passwd entry, *found = NULL;
    char memory[4096];
    if (getpwuid_r(getuid(), &entry, memory, sizeof(memory), &found) == 0 && found)
        text_clean_into(session->who, sizeof(session->who), sv_from(found->pw_name));
    else
        snprintf(session->who, sizeof(session->who), "uid %lu", (unsigned long)getuid());
    return true;
}

static const char *find_database(struct session *session)
{
    if (session->options->value[OPTION_DB])
        return session->options->value[OPTION_DB];
    const char *path = getenv("DUBAN_DB");
    if (path && path[0] != '\0')
        return path;
    if (session->options->default_db)
        return session->options->default_db;
    const char *data = getenv("XDG_DATA_HOME");
    if (data && data[0] == '/')
        return arena_printf(&session->arena, "%s/duban/duban.db", data);
    const char *home = getenv("HOME");
    return arena_printf(&session->arena, "%s/.local/share/duban/duban.db", home ? home : "");
}

static bool open_log(struct session *session, struct err *err)
{
    const char *path = session->options->value[OPTION_LOG];
    if (!path)
        path = getenv("DUBAN_LOG");
    return !path || path[0] == '\0' ||
           log_open(&session->log, path, session->options->value[OPTION_LOG_LEVEL], session->who,
                    err);
}

bool session_start(struct session *session, const struct options *options, struct err *err)
{
    *session =
        (struct session){.options = options, .as_of = DAY_NONE, .own_school = -1, .log = LOG_NONE};
    session->lang = lang_from_environment();
    const char *tag = options->value[OPTION_LANG];
    if (tag && !lang_parse(sv_from(tag), &session->lang))
        return err_set(err, ERR_USAGE, _("no language %s; use en, zh_CN or zh_TW"), tag);
    if (!find_who(session, err))
        return false;
    session_tick(session);
    session->database = find_database(session);
    return open_log(session, err);
}

bool session_operand_id(const struct session *session, const char *fault, int64_t *out,
                        struct err *err)
{
    const char *word = session->options->operands[0];
    char *end;
    errno = 0;
    long long number = strtoll(word, &end, 10);
    *out = number;
    return (errno == 0 && end != word && *end == '\0' && number >= 1) ||
           err_set(err, ERR_USAGE, fault, word);
}

bool session_date(const struct session *session, enum opt option, daynum otherwise, daynum *out,
                  struct err *err)
{
    const char *text = session->options->value[option];
    *out = otherwise;
    if (!text || date_parse(sv_from(text), out))
        return true;
    return err_set(err, ERR_USAGE, _("--%s %s is no date; write it as 2021-09-15"),
                   option_name(option), text);
}

bool session_number(const struct session *session, enum opt option, int *out, struct err *err)
{
    const char *text = session->options->value[option];
    *out = 0;
    if (!text)
        return true;
    char *end;
    long number = strtol(text, &end, 10);
    bool known = *end == '\0' && number > 0 && number <= 9999 &&
                 (option == OPTION_SECTION ? plan_section(session->plan, (int)number)
                                           : plan_item(session->plan, (int)number)) >= 0;
    if (!known)
        return err_set(err, ERR_DATA, _("--%s %s is not in this plan; 'duban status' lists them"),
                       option_name(option), text);
    *out = (int)number;
    return true;
}

void view_free(struct view *view)
{
    if (!view)
        return;
    arena_free(&view->arena);
    free(view);
}

static void set_view(struct session *session, struct view *view)
{
    session->view = view;
    session->plan = &view->plan;
    store_use_plan(session->store, session->plan);
    i18n_call_units(view->plan.units);
    session->board = view->figures ? &view->board : NULL;
}

/* Loads the plan as of a day into a new view. */
static struct view *load_view(struct session *session, daynum day, struct err *err)
{
    struct view *view = xcalloc(1, sizeof(*view));
    if (store_load_plan(session->store, day, &view->arena, &view->plan, err))
        return view;
    view_free(view);
    return NULL;
}

static bool load_figures(struct session *session, struct view *view, daynum day, struct err *err)
{
    if (!session->few)
        return store_load_figures(session->store, &view->plan, day, &view->arena, &view->figures,
                                  err);
    view->whole = arena_array(&view->arena, view->plan.target_count, sizeof(*view->whole));
    bool ok =
        store_load_few_figures(session->store, &view->plan, day, &view->arena, &view->few, err);
    view->figures = view->few;
    return ok;
}

static bool judge(struct session *session, struct view *view, daynum day, struct err *err)
{
    if (!load_figures(session, view, day, err))
        return false;
    view->board = board_make(&view->plan, view->figures, day, &view->arena);
    return true;
}

bool session_year(struct session *session, int target, struct err *err)
{
    struct view *view = session->view;
    if (!view->whole || view->whole[target])
        return true;
    view->whole[target] = true; /* tried once: what cannot be read now cannot be read at each key */
    return store_load_figures_of(session->store, &view->plan.targets[target], session->as_of,
                                 &view->arena, &view->few[target], err);
}

bool session_may_write(const struct session *session, struct err *err)
{
    if (!session->options->value[OPTION_READ_ONLY])
        return true;
    return err_set(err, ERR_NOT_ALLOWED,
                   _("this command changes the database; run it without --read-only"));
}

/* Learns what the user may do. */
static bool find_role(struct session *session, struct err *err)
{
    int64_t school_id;
    if (!store_role(session->store, &session->role, &school_id, err))
        return false;
    for (size_t i = 0; school_id != 0 && i < session->plan->school_count; i++) {
        if (session->plan->schools[i].id == school_id)
            session->own_school = (int)i;
    }
    return true;
}

void session_look_on(const struct session *session, struct store *store)
{
    if (session->onlooker)
        store_look_on(store, onlooker_asked, session->onlooker);
}

bool session_act(struct session *session, struct err *err)
{
    session_look_on(session, session->store);
    return store_act_as(session->store, session->who, session->options->value[OPTION_AS] != NULL,
                        err);
}

enum store_mode session_mode(const struct session *session, enum store_mode mode)
{
    return session->options->value[OPTION_ALLOW_NETWORK] ? mode | STORE_ANYWHERE : mode;
}

bool session_open(struct session *session, enum store_mode mode, struct err *err)
{
    daynum asked, fixed = DAY_NONE;
    if ((mode != STORE_READ && !session_may_write(session, err)) ||
        !session_date(session, OPTION_AS_OF, DAY_NONE, &asked, err) ||
        !store_open(session->database, session_mode(session, mode), &session->store, err) ||
        !session_act(session, err) ||
        (asked == DAY_NONE && !store_fixed_day(session->store, &fixed, err)))
        return false;
    session->as_of = asked != DAY_NONE ? asked : fixed != DAY_NONE ? fixed : session->today;
    session->follows = asked == DAY_NONE && fixed == DAY_NONE;
    struct view *view = load_view(session, session->as_of, err);
    if (!view)
        return false;
    session->as_of_first = session->as_of;
    set_view(session, view);
    if (!find_role(session, err))
        return false;
    if (session_mode(session, mode) & STORE_ANYWHERE)
        log_line(&session->log, LOG_WARN, "opened with --allow-network");
    log_line(&session->log, LOG_DEBUG, "opened as %s, plan %s", user_role_word(session->role),
             session->plan->code);
    return true;
}

bool session_plan_on(struct session *session, daynum day, struct plan *out, struct err *err)
{
    return store_load_plan(session->store, day, &session->arena, out, err) &&
           store_same_plan(session->store, out, err);
}

bool session_judge(struct session *session, struct err *err)
{
    if (!judge(session, session->view, session->as_of, err))
        return false;
    set_view(session, session->view);
    return true;
}

static bool view_on(struct session *session, daynum day, bool anew, struct view **out,
                    struct err *err)
{
    *out = load_view(session, day, err);
    if (*out && (anew || store_same_plan(session->store, &(*out)->plan, err)) &&
        judge(session, *out, day, err))
        return true;
    view_free(*out);
    return false;
}

bool session_view_on(struct session *session, daynum day, struct view **out, struct err *err)
{
    return view_on(session, day, false, out, err);
}

bool session_refresh(struct session *session, struct view **old, struct err *err)
{
    struct view *view;
    if (!view_on(session, session->as_of, true, &view, err))
        return false;
    *old = session->view;
    set_view(session, view);
    return true;
}

bool session_problems(struct session *session, struct problems *out, struct err *err)
{
    return store_load_problems(session->store, session->plan, session->as_of, &session->arena, out,
                               err);
}

const char *session_last_moment(const struct session *session, struct arena *arena)
{
    char last[STAMP_MAX];
    if (!session->options->value[OPTION_AS_OF] && session->as_of == session->as_of_first)
        return "~"; /* behind every stamp */
    return arena_printf(arena, "%s", stamp_last(session->as_of, last));
}

const char *session_shown(struct session *session, const char *name)
{
    return text_clean_copy(&session->arena, sv_from(name));
}

struct actor session_actor(const struct session *session)
{
    return (struct actor){.who = session->who, .now = session->now};
}

void session_close(struct session *session)
{
    store_close(session->store);
    session->store = NULL;
    view_free(session->view);
    session->view = NULL;
    arena_free(&session->arena);
}

bool session_target(const struct session *session, const char *code, int *out, struct err *err)
{
    *out = plan_target(session->plan, sv_from(code));
    if (*out >= 0)
        return true;
    return err_set(err, ERR_DATA, _("no target %s in this plan; 'duban status' lists them"), code);
}

bool session_school(const struct session *session, const char *code, int *out, struct err *err)
{
    *out = plan_school(session->plan, sv_from(code));
    if (*out >= 0)
        return true;
    return err_set(err, ERR_DATA, _("no school %s in this plan; 'duban schools' lists them"), code);
}
