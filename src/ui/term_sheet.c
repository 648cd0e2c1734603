#include "ui/term_sheet.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <unistd.h>

struct sheet sheet_open(int terminal)
{
    return (struct sheet){.line = fcntl(terminal, F_DUPFD_CLOEXEC, STDERR_FILENO + 1),
                          .memory = memfd_create("screen", MFD_CLOEXEC)};
}

void sheet_close(struct sheet *sheet)
{
    if (sheet->line >= 0)
        close(sheet->line);
    if (sheet->memory >= 0)
        close(sheet->memory);
    *sheet = (struct sheet){-1, -1};
}

void sheet_lay(const struct sheet *sheet, int out)
{
    if (sheet->memory >= 0)
        dup2(sheet->memory, out);
}

/* Returns false when the terminal is gone. */
static bool send_piece(int line, const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t done = write(line, bytes, len);
        if (done < 0 && errno != EINTR)
            return false;
        size_t sent = done > 0 ? (size_t)done : 0;
        bytes += sent;
        len -= sent;
    }
    return true;
}

void sheet_send(const struct sheet *sheet, int out)
{
    char piece[16 * 1024];
    if (sheet->memory < 0)
        return;
    dup2(sheet->line, out);
    off_t size = lseek(sheet->memory, 0, SEEK_CUR), at = 0;
    while (at < size) {
        size_t left = (size_t)(size - at);
        ssize_t got = pread(sheet->memory, piece, left < sizeof(piece) ? left : sizeof(piece), at);
        if (got <= 0 || !send_piece(sheet->line, piece, (size_t)got))
            break;
        at += got;
    }
    lseek(sheet->memory, 0, SEEK_SET);
}
