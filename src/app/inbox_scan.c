#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/inbox.h"
#include "duban/i18n.h"
#include "duban/text.h"

enum { SHOWN_MAX = 512 };

void inbox_leave(struct inbox *inbox, const char *path, const char *why)
{
    inbox->left = xroom(inbox->left, inbox->left_count, &inbox->left_size, sizeof(*inbox->left));
    inbox->left[inbox->left_count++] = (struct left_alone){path, why};
}

const char *inbox_shown(struct inbox *inbox, const struct plan *plan, int school, const char *name)
{
    char clean[SHOWN_MAX];
    text_clean_into(clean, sizeof(clean), sv_from(name));
    if (school < 0)
        return arena_text(&inbox->arena, sv_from(clean));
    return arena_printf(&inbox->arena, "%s/%s", plan->schools[school].code, clean);
}

int inbox_folder(const struct inbox *inbox, const struct plan *plan, int school)
{
    const char *name = school >= 0 ? plan->schools[school].code : ".";
    return openat(inbox->dir_fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

/* Names that programs give to files while they write them, and to their locks. */
static bool is_temporary(const char *name)
{
    static const char *const ends[] = {".part",      ".partial", ".filepart", ".crdownload",
                                       ".download",  ".tmp",     ".temp",     ".upload",
                                       ".uploading", ".swp",     ".lock",     "~"};
    size_t len = strlen(name);
    if (name[0] == '~')
        return true;
    for (size_t i = 0; i < COUNT_OF(ends); i++) {
        size_t end = strlen(ends[i]);
        if (len >= end && strcasecmp(name + len - end, ends[i]) == 0)
            return true;
    }
    return false;
}

static bool is_result_folder(const char *name)
{
    return strcmp(name, "done") == 0 || strcmp(name, "rejected") == 0 ||
           strcmp(name, "quarantine") == 0;
}

/* The drop folder, then the folders of schools that it holds. */
struct scan {
    struct inbox *inbox;
    const struct plan *plan;
    struct candidates *out;
    int school; /* whose folder it is; -1: the drop folder */
    int *found; /* schools that have one */
    size_t found_count, found_room;
};

static void add(struct scan *scan, const char *name, const struct stat *info)
{
    struct candidates *out = scan->out;
    out->rows = xroom(out->rows, out->count, &out->size, sizeof(*out->rows));
    out->rows[out->count++] = (struct candidate){
        .name = arena_text(&scan->inbox->arena, sv_from(name)),
        .school = scan->school,
        .changed = info->st_mtim,
        .regular = S_ISREG(info->st_mode),
    };
}

static void look_at_folder(struct scan *scan, const char *name, const char *shown)
{
    int whose = scan->school < 0 ? plan_school(scan->plan, sv_from(name)) : -1;
    if (whose < 0) {
        inbox_leave(scan->inbox, shown, scan->school < 0 ? LEFT_UNKNOWN_SCHOOL : LEFT_DIRECTORY);
        return;
    }
    scan->found = xroom(scan->found, scan->found_count, &scan->found_room, sizeof(*scan->found));
    scan->found[scan->found_count++] = whose;
}

static void look_at(struct scan *scan, int folder_fd, const char *name)
{
    struct stat info;
    if (name[0] == '.' || (scan->school < 0 && is_result_folder(name)))
        return;
    if (fstatat(folder_fd, name, &info, AT_SYMLINK_NOFOLLOW) != 0)
        return; /* gone meanwhile */
    const char *shown = inbox_shown(scan->inbox, scan->plan, scan->school, name);
    if (S_ISDIR(info.st_mode))
        look_at_folder(scan, name, shown);
    else if (is_temporary(name))
        inbox_leave(scan->inbox, shown, LEFT_PARTIAL);
    else
        add(scan, name, &info);
}

/* A school's folder is left alone, and said so; without the drop folder itself nothing can be done.
 */
static bool cannot_read(struct scan *scan, int why, struct err *err)
{
    if (scan->school < 0)
        return err_at(err, ERR_NO_FILE, scan->inbox->dir, 0, 0,
                      _("cannot read this folder: %s; check its permissions"), strerror(why));
    inbox_leave(scan->inbox, scan->plan->schools[scan->school].code, LEFT_UNREADABLE);
    return true;
}

static bool scan_folder(struct scan *scan, struct err *err)
{
    int fd = inbox_folder(scan->inbox, scan->plan, scan->school);
    DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
    if (!dir) {
        int why = errno;
        if (fd >= 0)
            close(fd);
        return cannot_read(scan, why, err);
    }
    struct dirent *entry;
    while ((errno = 0, entry = readdir(dir)) != NULL)
        look_at(scan, fd, entry->d_name);
    bool ok = errno == 0 || cannot_read(scan, errno, err);
    closedir(dir);
    return ok;
}

/* The oldest first, so that a corrected file comes after what it corrects. */
static int by_age(const void *left, const void *right)
{
    const struct candidate *a = left, *b = right;
    if (a->changed.tv_sec != b->changed.tv_sec)
        return a->changed.tv_sec < b->changed.tv_sec ? -1 : 1;
    if (a->changed.tv_nsec != b->changed.tv_nsec)
        return a->changed.tv_nsec < b->changed.tv_nsec ? -1 : 1;
    if (a->school != b->school)
        return a->school < b->school ? -1 : 1;
    return strcmp(a->name, b->name);
}

bool inbox_scan(struct inbox *inbox, const struct plan *plan, struct candidates *out,
                struct err *err)
{
    *out = (struct candidates){0};
    struct scan scan = {.inbox = inbox, .plan = plan, .out = out, .school = -1};
    bool ok = scan_folder(&scan, err);
    for (size_t i = 0; ok && i < scan.found_count; i++) {
        scan.school = scan.found[i];
        ok = scan_folder(&scan, err);
    }
    free(scan.found);
    if (out->count > 1)
        qsort(out->rows, out->count, sizeof(*out->rows), by_age);
    return ok;
}
