#include "duban/ahead.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

#include "duban/mem.h"

struct ahead {
    size_t places;
    ahead_fill_fn *fill;
    void *context;
    pthread_t thread;

    pthread_mutex_t lock; /* of all below */
    pthread_cond_t changed;
    size_t filled, emptied; /* how often a place was, in all */
    bool handed;            /* the caller has the place of number `emptied` */
    bool ended;             /* nothing more will be filled */
    bool stopped;           /* nobody wants more */
};

/* Each is woken when half the places wait for it, not for every one: to sleep and to wake take longer
 * than to fill a place. */
static bool worth_filling(const struct ahead *ahead)
{
    return ahead->filled - ahead->emptied <= ahead->places / 2;
}

/* Waits until a place is free. Returns false when nobody wants it. */
static bool wait_for_room(struct ahead *ahead, size_t *place)
{
    pthread_mutex_lock(&ahead->lock);
    while (ahead->filled - ahead->emptied == ahead->places && !ahead->stopped)
        pthread_cond_wait(&ahead->changed, &ahead->lock);
    *place = ahead->filled % ahead->places;
    bool wanted = !ahead->stopped;
    pthread_mutex_unlock(&ahead->lock);
    return wanted;
}

static void *work(void *context)
{
    struct ahead *ahead = context;
    bool more = true;
    for (size_t place; more && wait_for_room(ahead, &place);) {
        more = ahead->fill(ahead->context, place);
        pthread_mutex_lock(&ahead->lock);
        ahead->filled++;
        ahead->ended = !more;
        if (ahead->ended || !worth_filling(ahead))
            pthread_cond_signal(&ahead->changed);
        pthread_mutex_unlock(&ahead->lock);
    }
    return NULL;
}

/* The new thread begins with the signal mask of the one that makes it. */
static bool start_thread(struct ahead *ahead)
{
    sigset_t all, before;
    sigfillset(&all);
    if (pthread_sigmask(SIG_SETMASK, &all, &before) != 0)
        return false;
    bool ok = pthread_create(&ahead->thread, NULL, work, ahead) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return ok;
}

static void forget(struct ahead *ahead)
{
    pthread_cond_destroy(&ahead->changed);
    pthread_mutex_destroy(&ahead->lock);
    free(ahead);
}

struct ahead *ahead_start(size_t places, ahead_fill_fn *fill, void *context)
{
    struct ahead *ahead = xcalloc(1, sizeof(*ahead));
    ahead->places = places;
    ahead->fill = fill;
    ahead->context = context;
    pthread_mutex_init(&ahead->lock, NULL);
    pthread_cond_init(&ahead->changed, NULL);
    if (start_thread(ahead))
        return ahead;
    forget(ahead);
    return NULL;
}

bool ahead_next(struct ahead *ahead, size_t *place)
{
    pthread_mutex_lock(&ahead->lock);
    if (ahead->handed) {
        ahead->emptied++;
        if (worth_filling(ahead))
            pthread_cond_signal(&ahead->changed);
    }
    while (ahead->filled == ahead->emptied && !ahead->ended)
        pthread_cond_wait(&ahead->changed, &ahead->lock);
    ahead->handed = ahead->filled > ahead->emptied;
    *place = ahead->emptied % ahead->places;
    bool more = ahead->handed;
    pthread_mutex_unlock(&ahead->lock);
    return more;
}

void ahead_stop(struct ahead *ahead)
{
    pthread_mutex_lock(&ahead->lock);
    ahead->stopped = true;
    pthread_cond_signal(&ahead->changed);
    pthread_mutex_unlock(&ahead->lock);
    pthread_join(ahead->thread, NULL);
    forget(ahead);
}
