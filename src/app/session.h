/* session.h - one run of the program: who, when, which database, which plan on which day.
 *
 * Ownership: a session owns its store and all that it loaded; session_close() gives it back.
 *
 * Example:
 *     struct session session = {.options = &options};
 *     if (!session_open(&session, STORE_READ, err) || !session_judge(&session, err)) ...
 *     session_close(&session);
 */
#ifndef APP_SESSION_H
#define APP_SESSION_H

#include <stdbool.h>

#include "app/log.h"
#include "app/onlooker.h"
#include "app/options.h"
#include "duban/board.h"
#include "duban/store.h"

/* What was loaded for one day: it is replaced whole, never changed, but for the days of targets
 * that session_year() adds. */
struct view {
    struct arena arena;
    struct plan plan;
    const struct figures *figures; /* NULL until judged */
    struct figures *few;           /* these, where they began with few days; else NULL */
    bool *whole;                   /* [target_count]: has it all its days by now? */
    struct board board;
};

enum { SESSION_WHO_MAX = 64, SESSION_NOW_MAX = 32 };

struct session {
    const struct options *options;
    enum lang lang;
    char who[SESSION_WHO_MAX]; /* user name of the real uid, or --as */
    char now[SESSION_NOW_MAX]; /* ISO 8601, UTC */
    daynum today;
    const char *database; /* its path */
    struct log log;
    int status; /* exit status of a command that went well: 0 or ERR_FINDING */

    struct onlooker *onlooker; /* who looks on at long work; NULL: nobody */
    struct store *store;
    enum user_role role; /* of who runs it, once opened; the store decides anew at each write */
    int own_school;      /* a clerk's school, as an index; -1: no clerk */
    struct arena arena;  /* texts that live as long as the session */
    bool few;            /* load the days that standings need; session_year() for the others */
    daynum as_of, as_of_first; /* first: the day that it was opened on, or today's (follows) */
    bool follows;              /* no day was asked for: as_of_first is today's, whenever that is */
    struct view *view;
    const struct plan *plan;   /* &view->plan */
    const struct board *board; /* &view->board; NULL until judged */
};

/* Fills in who, when, the language, and the path of the database: --db, $DUBAN_DB, the
 * configuration's db, $XDG_DATA_HOME/duban/duban.db, or ~/.local/share/duban/duban.db. */
MUST_USE bool session_start(struct session *session, const struct options *options,
                            struct err *err) NONNULL;

/* Refuses with ERR_NOT_ALLOWED under --read-only. */
MUST_USE bool session_may_write(const struct session *session, struct err *err) NONNULL;

/* The mode to open a database with: with --allow-network on a network drive too. */
enum store_mode session_mode(const struct session *session, enum store_mode mode) NONNULL;

/* Opens the database and loads the plan as of the day that is asked for. STORE_WRITE is refused
 * with --read-only. */
MUST_USE bool session_open(struct session *session, enum store_mode mode, struct err *err) NONNULL;

/* Lets who looks on at the session stop the work of a store. */
void session_look_on(const struct session *session, struct store *store) NONNULL;

/* Tells the store that was just opened for whom it works, and who looks on; session_open() does. */
MUST_USE bool session_act(struct session *session, struct err *err) NONNULL;

/* The plan with what was in force on another day, in session->arena. */
MUST_USE bool session_plan_on(struct session *session, daynum day, struct plan *out,
                              struct err *err) NONNULL;

/* Loads the figures and judges the plan into session->board. */
MUST_USE bool session_judge(struct session *session, struct err *err) NONNULL;

/* Loads all days of a target into the board, where it has not got them. */
MUST_USE bool session_year(struct session *session, int target, struct err *err) NONNULL;

/* Loads and judges the plan anew for session->as_of. *old is what was shown before; give it to
 * view_free() once nothing points to it any more. On failure nothing changes. */
MUST_USE bool session_refresh(struct session *session, struct view **old, struct err *err) NONNULL;

/* Loads and judges the plan as of another day, beside what is shown. The caller frees *out. */
MUST_USE bool session_view_on(struct session *session, daynum day, struct view **out,
                              struct err *err) NONNULL;

/* Frees a view; NULL is allowed. */
void view_free(struct view *view);

/* A path or a name that was given, as it may be shown; in session->arena. */
const char *session_shown(struct session *session, const char *name) NONNULL;

struct actor session_actor(const struct session *session) NONNULL;

/* Moves the time of the session's writes on; for the monitor, which runs for days. */
void session_tick(struct session *session) NONNULL;

void session_close(struct session *session) NONNULL;

/* The problem list of session->as_of, in the session's arena. */
MUST_USE bool session_problems(struct session *session, struct problems *out,
                               struct err *err) NONNULL;

/* The stamp of the last change that is to be seen: the end of the as-of day where one was chosen
 * (--as-of, or another day than the first); without, behind every stamp, though the day of a sample
 * plan lies years back. */
const char *session_last_moment(const struct session *session, struct arena *arena) NONNULL;

/* The first operand as a number from 1 on; else *err says what is not one ("'%s' is no ..."). */
MUST_USE bool session_operand_id(const struct session *session, const char *fault, int64_t *out,
                                 struct err *err) NONNULL;

/* The option's date; `otherwise` when it was not given. */
MUST_USE bool session_date(const struct session *session, enum opt option, daynum otherwise,
                           daynum *out, struct err *err) NONNULL;

/* The number of a section or item of the plan that the option names; 0 when it was not given. */
MUST_USE bool session_number(const struct session *session, enum opt option, int *out,
                             struct err *err) NONNULL;

/* The index of the target or school with this code; the error names the code and the cure. */
MUST_USE bool session_target(const struct session *session, const char *code, int *out,
                             struct err *err) NONNULL;
MUST_USE bool session_school(const struct session *session, const char *code, int *out,
                             struct err *err) NONNULL;

#endif
