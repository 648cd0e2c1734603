#include "app/log.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "duban/i18n.h"
#include "duban/stamp.h"
#include "duban/text.h"

enum { LINE_MAX_BYTES = 2048 };

static const char *const words[LOG_LEVEL_TOTAL] = {"error", "warn", "info", "debug"};

static bool parse_level(const char *word, enum log_level *out, struct err *err)
{
    for (enum log_level level = 0; level < LOG_LEVEL_TOTAL; level++) {
        if (strcmp(words[level], word) == 0) {
            *out = level;
            return true;
        }
    }
    return err_set(err, ERR_USAGE, _("no log level %s; use error, warn, info or debug"), word);
}

bool log_open(struct log *log, const char *path, const char *level, const char *who,
              struct err *err)
{
    struct stat info;
    *log = (struct log){.fd = -1, .level = LOG_INFO, .who = who};
    if (level && !parse_level(level, &log->level, err))
        return false;
    int flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK;
    int fd = open(path, flags, 0640);
    if (fd < 0)
        return err_at(err, ERR_CANT_WRITE, path, 0, 0,
                      _("cannot write the log: %s; name another file with --log"), strerror(errno));
    if (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
        close(fd);
        return err_at(err, ERR_CANT_WRITE, path, 0, 0,
                      _("this is no regular file; name another file with --log"));
    }
    log->fd = fd;
    return true;
}

void log_line(const struct log *log, enum log_level level, const char *format, ...)
{
    if (log->fd < 0 || level > log->level)
        return;
    char raw[LINE_MAX_BYTES], clean[LINE_MAX_BYTES], when[STAMP_MAX], line[LINE_MAX_BYTES + 256];
    va_list args;
    va_start(args, format);
    vsnprintf(raw, sizeof(raw), format, args);
    va_end(args);
    text_clean_into(clean, sizeof(clean), sv_from(raw));
    int len = snprintf(line, sizeof(line), "%s %s %s[%ld] %s\n", stamp_write(time(NULL), when),
                       words[level], log->who, (long)getpid(), clean);
    if (len > 0 && write(log->fd, line, (size_t)len) < 0)
        return; /* the disk is full: what is done must go on all the same */
}

void log_close(struct log *log)
{
    if (log->fd >= 0)
        close(log->fd);
    *log = LOG_NONE;
}
