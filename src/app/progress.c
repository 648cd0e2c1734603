#include "app/progress.h"

#include <stdio.h>
#include <unistd.h>

#include "app/output.h"
#include "duban/clock.h"
#include "duban/i18n.h"
#include "duban/text.h"

enum { FIRST_MS = 1000, EVERY_MS = 100, NAME_SIZE = 256 };

struct progress progress_begin(const char *name)
{
    int64_t now = clock_ms();
    return (struct progress){
        .name = name, .watched = isatty(STDERR_FILENO), .since = now, .last = now};
}

void progress_show(struct progress *progress, int permille)
{
    if (!progress->watched)
        return;
    int64_t now = clock_ms();
    if (now - progress->since < FIRST_MS || now - progress->last < EVERY_MS)
        return;
    progress->last = now;
    progress->shown = true;
    /* A file's name may be hostile, or longer than the line, which could not be taken back then. */
    char name[NAME_SIZE];
    struct buf line = {0};
    text_clean_into(name, sizeof(name), sv_from(progress->name));
    buf_printf(&line, _("%s: %d%% taken in"), name, permille / 10);
    struct sv shown = text_clip(buf_sv(&line), output_columns() - 1);
    fprintf(stderr, "\r%.*s\033[K", SV_ARG(shown));
    fflush(stderr);
    buf_free(&line);
}

void progress_end(struct progress *progress)
{
    if (!progress->shown)
        return;
    progress->shown = false;
    fputs("\r\033[K", stderr);
    fflush(stderr);
}
