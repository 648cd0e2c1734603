#include "app/new_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "duban/i18n.h"
#include "duban/mem.h"
#include "duban/write.h"

enum { MODE = 0666, FD_PATH_MAX = 40 };

/* How a file without a name is called by the system. */
static const char *fd_path(int fd, char out[FD_PATH_MAX])
{
    snprintf(out, FD_PATH_MAX, "/proc/self/fd/%d", fd);
    return out;
}

/* A file without a name, in the folder that `path` lies in; -1: not on this system. */
static int open_unnamed(const char *path)
{
    char self[FD_PATH_MAX];
    char *dir = xstrdup(path), *slash = strrchr(dir, '/');
    if (slash)
        slash[slash == dir ? 1 : 0] = '\0';
    int fd = open(slash ? dir : ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, MODE);
    free(dir);
    if (fd < 0 || access(fd_path(fd, self), F_OK) == 0)
        return fd;
    close(fd);
    return -1;
}

static int open_named(const char *path, char **temporary)
{
    static const char ending[] = ".XXXXXX";
    size_t len = strlen(path);
    char *name = xcalloc(len + sizeof(ending), 1);
    memcpy(name, path, len);
    memcpy(name + len, ending, sizeof(ending));
    int fd = mkostemp(name, O_CLOEXEC);
    if (fd < 0) {
        free(name);
        return -1;
    }
    mode_t mask = umask(0);
    umask(mask);
    fchmod(fd, MODE & ~mask); /* where it cannot, the file stays the user's alone */
    *temporary = name;
    return fd;
}

static bool cannot_make(const struct new_file *file, struct err *err)
{
    if (errno == EEXIST)
        return err_at(err, ERR_CANT_WRITE, file->path, 0, 0,
                      _("this file is there already; choose another name"));
    return err_at(err, ERR_CANT_WRITE, file->path, 0, 0,
                  _("cannot make this file: %s; choose another directory"), strerror(errno));
}

bool new_file_open(struct new_file *file, const char *path, bool replace, struct err *err)
{
    *file = (struct new_file){.path = path, .replace = replace, .fd = -1};
    if (!replace) /* no file without a name can take another's place */
        file->fd = open_unnamed(path);
    if (file->fd < 0)
        file->fd = open_named(path, &file->temporary);
    return file->fd >= 0 || cannot_make(file, err);
}

static bool cannot_write(const struct new_file *file, struct err *err)
{
    return err_at(err, ERR_IO, file->path, 0, 0, _("cannot write: %s; make room and try again"),
                  strerror(errno));
}

bool new_file_write(struct new_file *file, struct sv bytes, struct err *err)
{
    return write_all(file->fd, bytes) || cannot_write(file, err);
}

static int name_it(const struct new_file *file)
{
    char self[FD_PATH_MAX];
    if (!file->temporary)
        return linkat(AT_FDCWD, fd_path(file->fd, self), AT_FDCWD, file->path, AT_SYMLINK_FOLLOW);
    return file->replace ? rename(file->temporary, file->path) : link(file->temporary, file->path);
}

bool new_file_publish(struct new_file *file, struct err *err)
{
    if (fsync(file->fd) != 0)
        return cannot_write(file, err);
    return name_it(file) == 0 || cannot_make(file, err);
}

void new_file_drop(struct new_file *file)
{
    if (!file->path)
        return;
    if (file->temporary)
        unlink(file->temporary); /* gone already when it was renamed */
    free(file->temporary);
    if (file->fd >= 0)
        close(file->fd);
    *file = (struct new_file){0};
}
