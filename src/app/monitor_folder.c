#include "app/monitor_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "duban/i18n.h"

enum { SECONDS_A_DAY = 86400 };

static int is_shown(const struct dirent *entry)
{
    return entry->d_name[0] != '.' || strcmp(entry->d_name, "..") == 0;
}

static bool read_entry(DIR *dir, const char *name, struct arena *arena, struct ui_entry *out)
{
    struct stat info;
    if (fstatat(dirfd(dir), name, &info, 0) != 0 ||
        (!S_ISDIR(info.st_mode) && !S_ISREG(info.st_mode)))
        return false;
    *out = (struct ui_entry){
        .name = arena_text(arena, sv_from(name)),
        .folder = S_ISDIR(info.st_mode),
        .size = info.st_size,
        .changed = (daynum)(info.st_mtim.tv_sec / SECONDS_A_DAY),
    };
    return true;
}

static int by_name(const void *left, const void *right)
{
    const struct ui_entry *a = left, *b = right;
    if (a->folder != b->folder)
        return a->folder ? -1 : 1;
    return strcmp(a->name, b->name);
}

bool monitor_folder(const char *path, struct arena *arena, struct ui_answer *answer,
                    struct err *err)
{
    char absolute[PATH_MAX];
    DIR *dir = realpath(path[0] ? path : ".", absolute) ? opendir(absolute) : NULL;
    if (!dir)
        return err_at(err, ERR_NO_FILE, path, 0, 0,
                      _("cannot read this folder: %s; check its permissions"), strerror(errno));
    size_t room = 0;
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;)
        room += (size_t)is_shown(entry);
    rewinddir(dir);
    struct ui_entry *entries = arena_array(arena, room, sizeof(*entries));
    size_t count = 0;
    for (struct dirent *entry; count < room && (entry = readdir(dir)) != NULL;) {
        if (is_shown(entry) && read_entry(dir, entry->d_name, arena, &entries[count]))
            count++;
    }
    closedir(dir);
    if (count > 1)
        qsort(entries, count, sizeof(*entries), by_name);
    answer->entries = entries;
    answer->count = count;
    answer->folder = arena_text(arena, sv_from(absolute));
    return true;
}
