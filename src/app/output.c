#include "app/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/new_file.h"
#include "duban/i18n.h"
#include "duban/mem.h"
#include "duban/write.h"

enum { COLUMNS_LEAST = 60, COLUMNS_USUAL = 80, COLUMNS_MOST = 1000 };

int output_columns(void)
{
    const char *asked = getenv("COLUMNS");
    struct winsize window = {0};
    char *end = NULL;
    long columns = asked ? strtol(asked, &end, 10) : 0;
    if (!end || *end != '\0' || columns <= 0) {
        if (isatty(STDOUT_FILENO))
            ioctl(STDOUT_FILENO, TIOCGWINSZ, &window);
        columns = window.ws_col > 0 ? window.ws_col : COLUMNS_USUAL;
    }
    return (int)(columns < COLUMNS_LEAST  ? COLUMNS_LEAST
                 : columns > COLUMNS_MOST ? COLUMNS_MOST
                                          : columns);
}

bool output_print(struct sv bytes, struct err *err)
{
    if (write_all(STDOUT_FILENO, bytes))
        return true;
    return err_set(err, ERR_IO, _("cannot write to standard output: %s; send it elsewhere"),
                   strerror(errno));
}

bool output_said(const struct buf *said, struct err *err)
{
    struct buf line = {0};
    buf_printf(&line, "%s\n", buf_text(said));
    bool ok = output_print(buf_sv(&line), err);
    buf_free(&line);
    return ok;
}

static bool make_directory(const char *path, struct err *err)
{
    struct stat info;
    if (mkdir(path, 0777) == 0 ||
        (errno == EEXIST && stat(path, &info) == 0 && S_ISDIR(info.st_mode)))
        return true;
    return err_at(err, ERR_CANT_WRITE, path, 0, 0,
                  _("cannot make this directory: %s; choose another"), strerror(errno));
}

bool output_directory(const char *path, struct err *err)
{
    char *upto = xstrdup(path);
    bool ok = true;
    for (char *slash = upto; ok && (slash = strchr(slash + 1, '/')) != NULL;) {
        *slash = '\0';
        ok = make_directory(upto, err);
        *slash = '/';
    }
    free(upto);
    return ok && make_directory(path, err);
}

bool output_parent(const char *path, struct err *err)
{
    const char *slash = strrchr(path, '/');
    if (!slash || slash == path)
        return true;
    char *dir = strndup(path, (size_t)(slash - path));
    if (!dir)
        return err_set(err, ERR_IO, _("out of memory; close other programs and try again"));
    bool ok = output_directory(dir, err);
    free(dir);
    return ok;
}

/* All in one piece. */
static bool appear(const char *path, struct sv bytes, bool replace, struct err *err)
{
    struct new_file file = {0};
    bool ok = new_file_open(&file, path, replace, err) && new_file_write(&file, bytes, err) &&
              new_file_publish(&file, err);
    new_file_drop(&file);
    return ok;
}

bool output_file(const char *dir, const char *name, struct sv bytes, struct err *err)
{
    struct arena arena = {0};
    bool ok = appear(arena_printf(&arena, "%s/%s", dir, name), bytes, false, err);
    arena_free(&arena);
    return ok;
}

bool output_replace(const char *path, struct sv bytes, struct err *err)
{
    struct stat info;
    if (lstat(path, &info) == 0 && !S_ISREG(info.st_mode))
        return err_at(err, ERR_CANT_WRITE, path, 0, 0,
                      _("this is no regular file; choose another name"));
    return appear(path, bytes, true, err);
}

static bool read_all(int fd, const char *path, int64_t max, struct buf *out, struct err *err)
{
    char piece[65536];
    for (;;) {
        ssize_t got = read(fd, piece, sizeof(piece));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return err_at(err, ERR_IO, path, 0, 0, _("cannot read: %s; check the file"),
                          strerror(errno));
        if (got == 0)
            return true;
        buf_add(out, (struct sv){piece, (size_t)got});
        if ((int64_t)out->len > max)
            return err_at(err, ERR_DATA, path, 0, 0,
                          _("larger than %lld bytes; split it into several files"), (long long)max);
    }
}

bool input_file(const char *path, int64_t max, struct buf *out, struct err *err)
{
    if (strcmp(path, "-") == 0)
        return read_all(STDIN_FILENO, path, max, out, err);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0)
        return err_at(err, ERR_NO_FILE, path, 0, 0, _("cannot open: %s; check the name"),
                      strerror(errno));
    struct stat info;
    bool ok = fstat(fd, &info) == 0 && S_ISREG(info.st_mode);
    if (!ok)
        err_at(err, ERR_NO_FILE, path, 0, 0, _("this is no regular file; name a CSV file"));
    else
        ok = read_all(fd, path, max, out, err);
    close(fd);
    return ok;
}
