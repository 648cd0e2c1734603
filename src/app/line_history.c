#include "app/line_history.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/output.h"
#include "duban/text.h"
#include "duban/write.h"

enum { LINES_KEPT = 100, LINE_MAX_BYTES = 600, BYTES_MAX = LINES_KEPT * LINE_MAX_BYTES * 2 };

/* Where the file lies; NULL: nowhere. With `make`, its directories are there afterwards; a home
 * that does not exist is not made. */
static const char *file_path(const struct session *session, bool make, struct arena *arena)
{
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    const char *dir = NULL;
    struct stat info;
    if (session->options->value[OPTION_AS])
        return NULL;
    if (state && state[0] == '/')
        dir = arena_printf(arena, "%s/duban", state);
    else if (home && home[0] == '/' && stat(home, &info) == 0)
        dir = arena_printf(arena, "%s/.local/state/duban", home);
    struct err err = {0};
    if (!dir || (make && stat(dir, &info) != 0 && !output_directory(dir, &err)))
        return NULL;
    return arena_printf(arena, "%s/history", dir);
}

/* Opens the file; -1 unless it is a regular one of the user's own. */
static int open_own(const char *path, int flags)
{
    enum { OWNER_ONLY = 0600 };
    struct stat info;
    int fd = open(path, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, OWNER_ONLY);
    if (fd < 0)
        return -1;
    if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_uid == geteuid())
        return fd;
    close(fd);
    return -1;
}

/* The last BYTES_MAX bytes of the file; *whole: is that all of it? */
static void read_end(const char *path, struct buf *out, bool *whole)
{
    static const size_t piece = 4096;
    char bytes[4096];
    struct stat info;
    *whole = true;
    int fd = open_own(path, O_RDONLY);
    if (fd < 0)
        return;
    if (fstat(fd, &info) == 0 && info.st_size > BYTES_MAX) {
        *whole = false;
        (void)lseek(fd, -BYTES_MAX, SEEK_END);
    }
    for (ssize_t got; out->len < BYTES_MAX && (got = read(fd, bytes, piece)) > 0;)
        buf_add(out, (struct sv){bytes, (size_t)got});
    close(fd);
}

static bool is_good(struct sv line)
{
    return line.len > 0 && line.len < LINE_MAX_BYTES && text_is_clean(line);
}

/* Writes the lines down anew once the file has grown. */
static void shorten(const struct session *session, const char *path, struct sv lines)
{
    struct err err = {0};
    mode_t mask = umask(077);
    if (!session->options->value[OPTION_READ_ONLY] && !output_replace(path, lines, &err))
        log_line(&session->log, LOG_DEBUG, "%s", err.text);
    umask(mask);
}

void line_history_load(const struct session *session, void (*add)(void *context, const char *line),
                       void *context)
{
    struct arena arena = {0};
    struct buf bytes = {0};
    bool whole = true;
    const char *path = file_path(session, false, &arena);
    if (path)
        read_end(path, &bytes, &whole);
    struct sv rest = buf_sv(&bytes), line;
    int count = 0;
    for (struct sv left = rest; sv_split(&left, '\n', &line);)
        count += is_good(line);
    bool skipped = !whole; /* the first line is cut then */
    while (sv_split(&rest, '\n', &line)) {
        if (skipped) {
            shorten(session, path, rest);
            skipped = false;
            count -= is_good(line);
        } else if (is_good(line) && count-- <= LINES_KEPT) {
            add(context, arena_text(&arena, line));
        }
    }
    buf_free(&bytes);
    arena_free(&arena);
}

void line_history_add(const struct session *session, const char *line)
{
    struct arena arena = {0};
    struct buf text = {0};
    bool keeps = !session->options->value[OPTION_READ_ONLY] && is_good(sv_from(line));
    const char *path = keeps ? file_path(session, true, &arena) : NULL;
    int fd = path ? open_own(path, O_WRONLY | O_APPEND | O_CREAT) : -1;
    buf_printf(&text, "%s\n", line);
    if (fd >= 0 && !write_all(fd, buf_sv(&text)))
        log_line(&session->log, LOG_DEBUG, "cannot keep a command line in %s", path);
    if (fd >= 0)
        close(fd);
    buf_free(&text);
    arena_free(&arena);
}
