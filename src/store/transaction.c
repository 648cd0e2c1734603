#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "duban/i18n.h"
#include "store/store.h"

/* A checkpoint waits a little for readers to be gone, never so long that a viewer which was frozen
 * in the midst of reading holds writers up. */
enum { CHECKPOINT_WAIT_MS = 20 };

/* The lock goes to whoever asks first when it is free: who has waited for PATIENT_MS asks more
 * often, and so comes before those who have just begun to wait. */
enum { POLL_MS = 20, PATIENT_MS = 1000, PATIENT_POLL_MS = 2 };

bool lock_open(struct store *store, struct err *err)
{
    struct arena arena = {0};
    const char *path = arena_printf(&arena, "%s-lock", store->path);
    store->lock_fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0660);
    int why = errno;
    bool ok = store->lock_fd >= 0;
    if (!ok)
        err_at(err, why == EACCES || why == EROFS ? ERR_NOT_ALLOWED : ERR_IO, path, 0, 0,
               _("cannot open the lock file: %s; check the directory's permissions"),
               strerror(why));
    arena_free(&arena);
    return ok;
}

bool lock_take(struct store *store, int wait_ms, struct err *err)
{
    for (int waited = 0, pause_ms = 0;; waited += pause_ms) {
        if (flock(store->lock_fd, LOCK_EX | LOCK_NB) == 0)
            return true;
        if (errno != EWOULDBLOCK && errno != EINTR)
            return err_at(err, ERR_IO, store->path, 0, 0,
                          _("cannot lock: %s; keep the database on a local disk"), strerror(errno));
        if (waited >= wait_ms)
            return err_at(err, ERR_BUSY, store->path, 0, 0,
                          _("somebody else is writing; try again in a moment"));
        if (!look_on(store, err))
            return false;
        pause_ms = waited < PATIENT_MS ? POLL_MS : PATIENT_POLL_MS;
        nanosleep(&(struct timespec){.tv_nsec = pause_ms * 1000000L}, NULL);
    }
}

void store_set_wait(struct store *store, int ms)
{
    store->wait_ms = ms;
}

void lock_drop(struct store *store)
{
    flock(store->lock_fd, LOCK_UN);
}

bool write_begin(struct store *store, struct err *err)
{
    return write_begin_as(store, USER_EDITOR, err);
}

bool write_begin_as(struct store *store, enum user_role least, struct err *err)
{
    if (store->mode == STORE_READ)
        return err_at(err, ERR_NOT_ALLOWED, store->path, 0, 0,
                      _("this database is open for reading only; run without --read-only"));
    if (store->locked)
        BUG("a write inside a write");
    if (!lock_take(store, store->wait_ms, err))
        return false;
    store->locked = store_exec(store, "BEGIN IMMEDIATE", err);
    if (!store->locked) {
        lock_drop(store);
        return false;
    }
    bool ok = (store->schema_known || schema_check(store, err)) && edition_holds(store, err) &&
              access_check(store, least, err);
    return ok || write_end(store, false, err);
}

/* Moves what is in the WAL into the file. Best effort: a reader may hold it up, and the next
 * writer does it then. Only ever called under the lock: two checkpointers can lose rows. */
static void checkpoint(struct store *store)
{
    sqlite3_busy_timeout(store->db, CHECKPOINT_WAIT_MS);
    sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    sqlite3_busy_timeout(store->db, STORE_BUSY_MS);
    store->wal_frames = 0;
}

/* So much may wait in the WAL: many small writes share a checkpoint, and the WAL stays small. */
enum { WAL_FRAMES_MAX = 1000 };

static int count_frames(void *store, sqlite3 *db, const char *name, int frames)
{
    (void)db;
    (void)name;
    ((struct store *)store)->wal_frames = frames;
    return SQLITE_OK;
}

void wal_watch(struct store *store)
{
    sqlite3_wal_hook(store->db, count_frames, store);
}

void wal_empty(struct store *store)
{
    struct err unused;
    if (store->wal_frames == 0 || !lock_take(store, 0, &unused))
        return; /* whoever has the lock does it, or the next writer */
    checkpoint(store);
    lock_drop(store);
}

bool store_settle(struct store *store, struct err *err)
{
    if (!lock_take(store, store->wait_ms, err))
        return false;
    bool ok = sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL) ==
                  SQLITE_OK ||
              store_fail(store, err);
    lock_drop(store);
    return ok;
}

/* Leaves the transaction, if it has not ended by itself: a full disk rolls back already. What is
 * tried again has failed for want of memory; to stay inside would show what is not there. */
static void leave(struct store *store, const char *how)
{
    for (int tries = 0; tries < 3 && !sqlite3_get_autocommit(store->db); tries++)
        sqlite3_exec(store->db, how, NULL, NULL, NULL);
}

bool write_end(struct store *store, bool ok, struct err *err)
{
    if (!store->locked)
        BUG("the end of a write that never began");
    if (ok)
        ok = store_in_write(store, err) && store_exec(store, "COMMIT", err);
    if (!ok)
        leave(store, "ROLLBACK");
    if (ok && store->wal_frames >= WAL_FRAMES_MAX)
        checkpoint(store);
    store->locked = false;
    lock_drop(store);
    return ok;
}

bool read_begin(struct store *store, struct err *err)
{
    return store->frozen || store_exec(store, "BEGIN", err);
}

void read_end(struct store *store)
{
    if (!store->frozen)
        leave(store, "COMMIT");
}

bool store_freeze(struct store *store, struct err *err)
{
    return store->frozen = read_begin(store, err);
}

void store_thaw(struct store *store)
{
    store->frozen = false;
    read_end(store);
}
