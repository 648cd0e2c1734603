#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "duban/i18n.h"
#include "duban/import.h"
#include "duban/mem.h"
#include "import/scratch.h"

/* ---- memory ---------------------------------------------------------------------------------- */

static bool read_memory(void *context, int64_t offset, void *out, size_t size, size_t *got,
                        struct err *err)
{
    (void)err;
    const struct sv *bytes = context;
    struct sv rest = sv_skip(*bytes, (size_t)offset);
    *got = rest.len < size ? rest.len : size;
    if (*got > 0)
        memcpy(out, rest.data, *got);
    return true;
}

struct import_input import_input_of(const struct sv *bytes)
{
    return (struct import_input){
        .context = (void *)(uintptr_t)bytes, /* read_memory() never writes to it */
        .size = (int64_t)bytes->len,
        .read_at = read_memory,
    };
}

/* ---- files ----------------------------------------------------------------------------------- */

struct open_file {
    int fd;
    char *path;
};

static bool fail(const char *path, int why, struct err *err)
{
    return err_at(err, ERR_IO, path, 0, 0, _("cannot read: %s; check the file"), strerror(why));
}

static bool read_file(void *context, int64_t offset, void *out, size_t size, size_t *got,
                      struct err *err)
{
    const struct open_file *file = context;
    ssize_t done;
    do {
        done = pread(file->fd, out, size, offset);
    } while (done < 0 && errno == EINTR);
    *got = done > 0 ? (size_t)done : 0;
    return done >= 0 || fail(file->path, errno, err);
}

static void hand_out(const char *path, int fd, int64_t size, struct import_input *out)
{
    struct open_file *file = xcalloc(1, sizeof(*file));
    file->fd = fd;
    file->path = xstrdup(path);
    *out = (struct import_input){file, size, read_file};
}

/* Copies what can be read only once; up to a byte more than a file may have. */
static bool copy(int from, const char *path, int to, int64_t *size, struct err *err)
{
    char block[64 * 1024];
    for (*size = 0; *size <= IMPORT_FILE_MAX;) {
        ssize_t got = read(from, block, sizeof(block));
        if (got == 0)
            break;
        if (got < 0 && errno != EINTR)
            return fail(path, errno, err);
        if (got > 0 && !scratch_write(to, block, (size_t)got, err))
            return false;
        *size += got > 0 ? got : 0;
    }
    return true;
}

static bool open_copy(int fd, const char *path, struct import_input *out, struct err *err)
{
    int64_t size;
    int spool = scratch_open(err);
    if (spool < 0)
        return false;
    if (!copy(fd, path, spool, &size, err)) {
        close(spool);
        return false;
    }
    hand_out(path, spool, size, out);
    return true;
}

/* Standard input that is a file is read from its begin, as all of it is wanted. */
static bool open_standard(const char *path, struct import_input *out, struct err *err)
{
    struct stat info;
    int fd = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    if (fd < 0 || fstat(fd, &info) != 0)
        return fail(path, errno, err);
    if (S_ISREG(info.st_mode) && lseek(fd, 0, SEEK_CUR) == 0) {
        hand_out(path, fd, info.st_size, out);
        return true;
    }
    bool ok = open_copy(fd, path, out, err);
    close(fd);
    return ok;
}

bool import_input_open(const char *path, struct import_input *out, struct err *err)
{
    if (strcmp(path, "-") == 0)
        return open_standard(path, out, err);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0)
        return err_at(err, ERR_NO_FILE, path, 0, 0, _("cannot open: %s; check the name"),
                      strerror(errno));
    struct stat info;
    if (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
        close(fd);
        return err_at(err, ERR_NO_FILE, path, 0, 0, _("this is no regular file; name a CSV file"));
    }
    hand_out(path, fd, info.st_size, out);
    return true;
}

void import_input_close(struct import_input *input)
{
    struct open_file *file = input->context;
    if (!file)
        return;
    close(file->fd);
    free(file->path);
    free(file);
    *input = (struct import_input){0};
}
