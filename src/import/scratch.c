#include "import/scratch.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "duban/i18n.h"
#include "duban/write.h"

static bool fail(const char *what, struct err *err)
{
    return err_set(err, ERR_IO, _("cannot use a temporary file: %s; make room, or set TMPDIR"),
                   what);
}

/* For file systems that cannot make a file without a name. */
static int open_named(const char *dir)
{
    char path[4096];
    int len = snprintf(path, sizeof(path), "%s/duban-XXXXXX", dir);
    if (len < 0 || (size_t)len >= sizeof(path))
        return -1;
    int fd = mkostemp(path, O_CLOEXEC);
    if (fd >= 0)
        unlink(path);
    return fd;
}

int scratch_open(struct err *err)
{
    const char *dir = getenv("TMPDIR");
    if (!dir || dir[0] != '/')
        dir = "/tmp";
    int fd = open(dir, O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, S_IRUSR | S_IWUSR);
    if (fd < 0)
        fd = open_named(dir);
    if (fd < 0)
        fail(strerror(errno), err);
    return fd;
}

bool scratch_write(int fd, const void *bytes, size_t size, struct err *err)
{
    return write_all(fd, (struct sv){bytes, size}) || fail(strerror(errno), err);
}

bool scratch_read(int fd, int64_t at, void *out, size_t size, size_t *got, struct err *err)
{
    for (*got = 0; *got < size;) {
        ssize_t done = pread(fd, (char *)out + *got, size - *got, at + (int64_t)*got);
        if (done == 0)
            break;
        if (done < 0 && errno != EINTR)
            return fail(strerror(errno), err);
        *got += done > 0 ? (size_t)done : 0;
    }
    return true;
}
