#include "app/onlooker.h"

#include "duban/buf.h"
#include "duban/clock.h"
#include "duban/i18n.h"

enum { ASK_MS = 50, FIRST_MS = 1000, TELL_MS = 200, SECOND_MS = 1000 };

struct onlooker onlooker_begin(void *context, bool (*go_on)(void *context),
                               void (*tell)(void *context, const char *said))
{
    int64_t now = clock_ms();
    return (struct onlooker){
        .context = context, .go_on = go_on, .tell = tell, .since = now, .asked = now, .told = now};
}

void onlooker_tell(struct onlooker *onlooker, const char *said)
{
    int64_t now = clock_ms();
    if (!onlooker || now - onlooker->since < FIRST_MS || now - onlooker->told < TELL_MS)
        return;
    onlooker->told = now;
    onlooker->tell(onlooker->context, said);
}

/* Of work that does not tell how far it is: for how long it has been going on. */
static void tell_time(struct onlooker *onlooker, int64_t now)
{
    struct buf said = {0};
    if (now - onlooker->told < SECOND_MS)
        return;
    buf_printf(&said, _("at work for %lld s"), (long long)(now - onlooker->since) / SECOND_MS);
    onlooker_tell(onlooker, buf_text(&said));
    buf_free(&said);
}

bool onlooker_asked(void *context)
{
    struct onlooker *onlooker = context;
    int64_t now = clock_ms();
    if (onlooker->stopped || now - onlooker->asked < ASK_MS)
        return true;
    onlooker->asked = now;
    onlooker->stopped = !onlooker->go_on(onlooker->context);
    if (!onlooker->stopped)
        tell_time(onlooker, now);
    return !onlooker->stopped;
}

bool onlooker_allows(struct onlooker *onlooker, struct err *err)
{
    if (!onlooker || (onlooker_asked(onlooker) && !onlooker->stopped))
        return true;
    return err_set(err, ERR_BUSY, _("stopped; nothing of it was kept"));
}
