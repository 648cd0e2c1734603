#include "app/database_file.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "duban/i18n.h"
#include "duban/mem.h"

/* Takes away a database that is not wanted, with the files that SQLite and the lock leave. */
static void remove_database(const char *path, struct arena *arena)
{
    static const char *const endings[] = {"", "-wal", "-shm", "-lock", "-journal"};
    for (size_t i = 0; i < COUNT_OF(endings); i++)
        unlink(arena_printf(arena, "%s%s", path, endings[i]));
}

static bool is_there(const char *path, struct err *err)
{
    return err_at(err, ERR_CANT_WRITE, path, 0, 0,
                  _("this file is there already; choose another name"));
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

bool database_appear(const char *path, database_make_fn *make, void *context, struct err *err)
{
    struct arena arena = {0};
    const char *made = arena_printf(&arena, "%s.%ld.new", path, (long)getpid());
    bool ok = (access(path, F_OK) != 0 || is_there(path, err)) && make(context, made, err) &&
              give_name(made, path, err);
    remove_database(made, &arena);
    arena_free(&arena);
    return ok;
}
