#include "app/progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "duban/i18n.h"

enum { FIRST_MS = 1000, EVERY_MS = 100 };

static int64_t milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

struct progress progress_begin(const char *name)
{
    int64_t now = milliseconds();
    return (struct progress){
        .name = name, .watched = isatty(STDERR_FILENO), .since = now, .last = now};
}

void progress_show(struct progress *progress, int permille)
{
    if (!progress->watched)
        return;
    int64_t now = milliseconds();
    if (now - progress->since < FIRST_MS || now - progress->last < EVERY_MS)
        return;
    progress->last = now;
    progress->shown = true;
    fputc('\r', stderr);
    fprintf(stderr, _("%s: %d%% taken in"), progress->name, permille / 10);
    fputs("\033[K", stderr);
    fflush(stderr);
}

void progress_end(struct progress *progress)
{
    if (!progress->shown)
        return;
    progress->shown = false;
    fputs("\r\033[K", stderr);
    fflush(stderr);
}
