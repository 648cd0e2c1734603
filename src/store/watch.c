/* watch.c - has anybody committed? Asked all day by every idle monitor, so asked cheaply.
 *
 * A commit writes to the -wal file, and a checkpoint cuts it; stat() sees that without opening
 * anything (closing a file of the database would drop SQLite's locks). Only when it is different, and
 * now and then whatever it says, is SQLite asked itself.
 */
#include <sys/stat.h>

#include "store/store.h"

/* So often in a row stat() is believed; and so often SQLite is asked after a change: who writes may
 * have been in the midst of it, and what is in the file already is not committed yet. */
enum { LOOKS_BETWEEN = 20, LOOKS_AFTER = 3 };

/* What of a file changes when it is written; all 0 where it is not there. */
static struct file_sign sign_of(const char *path)
{
    struct stat info;
    if (stat(path, &info) != 0)
        return (struct file_sign){0};
    return (struct file_sign){info.st_size, info.st_mtim.tv_sec, info.st_mtim.tv_nsec,
                              (int64_t)info.st_ino};
}

static bool same_sign(const struct file_sign *a, const struct file_sign *b)
{
    return a->size == b->size && a->seconds == b->seconds && a->nanoseconds == b->nanoseconds &&
           a->inode == b->inode;
}

bool watch_is_quiet(struct store *store)
{
    struct watch *watch = &store->watch;
    if (!watch->path) {
        struct buf path = {0};
        buf_printf(&path, "%s-wal", store->path);
        watch->path = xstrdup(buf_text(&path));
        buf_free(&path);
    }
    struct file_sign log = sign_of(watch->path);
    bool same = same_sign(&log, &watch->log);
    watch->log = log;
    if (!same)
        watch->asks = LOOKS_AFTER;
    else if (watch->asks == 0 && ++watch->looks >= LOOKS_BETWEEN)
        watch->asks = 1;
    if (watch->asks == 0)
        return true;
    watch->asks--;
    watch->looks = 0;
    return false;
}
