#include "app/database_file.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
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

/* Takes away what runs left that were ended half-way: their names hold a process that is no more.
 */
static void sweep(const char *path, struct arena *arena)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    int before = (int)(name - path);
    size_t len = strlen(name);
    DIR *dir = opendir(before > 0 ? arena_printf(arena, "%.*s", before, path) : ".");
    for (struct dirent *entry; dir && (entry = readdir(dir)) != NULL;) {
        char *end;
        if (strncmp(entry->d_name, name, len) != 0 || entry->d_name[len] != '.')
            continue;
        long pid = strtol(entry->d_name + len + 1, &end, 10);
        if (pid > 0 && strncmp(end, ".new", 4) == 0 && kill((pid_t)pid, 0) != 0 && errno == ESRCH)
            remove_database(arena_printf(arena, "%s.%ld.new", path, pid), arena);
    }
    if (dir)
        closedir(dir);
}

/* The user knows the name that he gave, not the one that the file has meanwhile. */
static bool blame(const char *made, const char *path, struct err *err)
{
    if (strncmp(err->file, made, strlen(made)) == 0)
        snprintf(err->file, sizeof(err->file), "%s", path);
    return false;
}

static bool make_beside(const char *path, database_make_fn *make, void *context, bool keep,
                        struct err *err)
{
    struct arena arena = {0};
    const char *made = arena_printf(&arena, "%s.%ld.new", path, (long)getpid());
    sweep(path, &arena);
    bool ok = (make(context, made, err) || blame(made, path, err)) &&
              (!keep || give_name(made, path, err));
    remove_database(made, &arena);
    arena_free(&arena);
    return ok;
}

bool database_appear(const char *path, database_make_fn *make, void *context, struct err *err)
{
    return (access(path, F_OK) != 0 || is_there(path, err)) &&
           make_beside(path, make, context, true, err);
}

bool database_pass(const char *path, database_make_fn *make, void *context, struct err *err)
{
    return make_beside(path, make, context, false, err);
}
