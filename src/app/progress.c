#include "app/progress.h"

#include <stdio.h>
#include <unistd.h>

#include "app/output.h"
#include "duban/clock.h"
#include "duban/i18n.h"
#include "duban/text.h"

enum { FIRST_MS = 1000, EVERY_MS = 100, SECOND_MS = 1000, NAME_SIZE = 256 };

struct progress progress_begin(const char *name, struct onlooker *onlooker)
{
    int64_t now = clock_ms();
    return (struct progress){.name = name,
                             .onlooker = onlooker,
                             .watched = onlooker || isatty(STDERR_FILENO),
                             .since = now,
                             .last = now};
}

/* On the terminal, over what stands there. */
static void show_line(struct progress *progress, struct sv line)
{
    struct sv shown = text_clip(line, output_columns() - 1);
    progress->shown = true;
    fprintf(stderr, "\r%.*s\033[K", SV_ARG(shown));
    fflush(stderr);
}

void progress_show(struct progress *progress, int permille, int64_t rows)
{
    if (!progress->watched)
        return;
    int64_t now = clock_ms(), took = now - progress->since;
    if (took < FIRST_MS || now - progress->last < EVERY_MS)
        return;
    progress->last = now;
    /* A file's name may be hostile, or longer than the line, which could not be taken back then. */
    char name[NAME_SIZE];
    struct buf line = {0};
    text_clean_into(name, sizeof(name), sv_from(progress->name));
    buf_printf(&line, _("%s: %d%% taken in, %lld rows, %lld a second"), name, permille / 10,
               (long long)rows, (long long)(rows * SECOND_MS / took));
    if (progress->onlooker)
        onlooker_tell(progress->onlooker, buf_text(&line));
    else
        show_line(progress, buf_sv(&line));
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
