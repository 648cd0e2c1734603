#include "app/setup.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "app/builtin.h"
#include "app/output.h"
#include "duban/i18n.h"

bool setup_read_plan(const char *name, struct arena *arena, struct plan *plan, struct err *err)
{
    struct plan_file files[SETUP_FILES_MAX];
    size_t count = asset_plan(name, files, COUNT_OF(files));
    if (count > 0)
        return plan_files_read(files, count, arena, plan, err);
    return plan_files_read_dir(name, arena, plan, err);
}

/* Takes away a database that is not wanted, with the files that SQLite and the lock leave. */
static void remove_database(const char *path, struct arena *arena)
{
    static const char *const endings[] = {"", "-wal", "-shm", "-lock"};
    for (size_t i = 0; i < COUNT_OF(endings); i++)
        unlink(arena_printf(arena, "%s%s", path, endings[i]));
}

static bool fill_new(struct session *session, const char *path, const struct plan *plan,
                     setup_fill_fn *fill, struct err *err)
{
    struct actor actor = session_actor(session);
    bool ok = store_open(path, STORE_CREATE, &session->store, err) &&
              store_save_plan(session->store, plan, &actor, err) && (!fill || fill(session, err));
    store_close(session->store); /* checkpoints: all is in the one file now */
    session->store = NULL;
    return ok;
}

static bool is_there(const char *path, struct err *err)
{
    return err_at(err, ERR_CANT_WRITE, path, 0, 0,
                  _("this file is there already; choose another name with --db"));
}

static bool give_name(const char *made, const char *path, struct err *err)
{
    if (link(made, path) == 0)
        return true;
    if (errno == EEXIST)
        return is_there(path, err);
    return err_at(err, ERR_CANT_WRITE, path, 0, 0,
                  _("cannot make this file: %s; choose another directory"), strerror(errno));
}

bool setup_make(struct session *session, const char *path, const struct plan *plan,
                setup_fill_fn *fill, struct err *err)
{
    struct arena arena = {0};
    const char *made = arena_printf(&arena, "%s.%ld.new", path, (long)getpid());
    bool ok = access(path, F_OK) != 0 || is_there(path, err);
    ok = ok && output_parent(path, err) && fill_new(session, made, plan, fill, err) &&
         give_name(made, path, err);
    remove_database(made, &arena);
    arena_free(&arena);
    return ok;
}
