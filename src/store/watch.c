/* watch.c - has anybody committed? Asked all day by every idle monitor, so asked cheaply.
 *
 * A commit lengthens the -wal file, a checkpoint changes both files; stat() sees that without opening
 * anything (closing a file of the database would drop SQLite's locks). Only when something is
 * different, and now and then whatever it says, is SQLite asked itself.
 */
#include <sys/stat.h>

#include "store/store.h"

/* So often in a row stat() is believed. */
enum { LOOKS_BETWEEN = 20 };

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
    struct buf wal = {0};
    buf_printf(&wal, "%s-wal", store->path);
    struct file_sign main_file = sign_of(store->path), log = sign_of(buf_text(&wal));
    buf_free(&wal);
    bool same = same_sign(&main_file, &watch->main_file) && same_sign(&log, &watch->log);
    watch->main_file = main_file;
    watch->log = log;
    if (!same || ++watch->looks >= LOOKS_BETWEEN)
        watch->looks = 0;
    return same && watch->looks != 0;
}
