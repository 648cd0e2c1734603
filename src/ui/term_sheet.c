#include "ui/term_sheet.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "duban/write.h"

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
        if (got <= 0 || !write_all(sheet->line, (struct sv){piece, (size_t)got}))
            break;
        at += got;
    }
    lseek(sheet->memory, 0, SEEK_SET);
}
