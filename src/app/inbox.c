#include "app/inbox.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/progress.h"
#include "app/takein.h"
#include "duban/i18n.h"

/* ---- one run at a time ---- */

static bool open_inbox(struct inbox *inbox, int *lock_fd, struct err *err)
{
    *lock_fd = -1;
    inbox->dir_fd = open(inbox->dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (inbox->dir_fd < 0)
        return err_at(err, ERR_NO_FILE, inbox->dir, 0, 0,
                      _("cannot open this folder: %s; check the name"), strerror(errno));
    struct stat info;
    *lock_fd = openat(inbox->dir_fd, ".duban-inbox.lock",
                      O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666);
    if (*lock_fd < 0 || fstat(*lock_fd, &info) != 0 || !S_ISREG(info.st_mode))
        return err_at(err, ERR_CANT_WRITE, inbox->dir, 0, 0,
                      _("cannot make the inbox's lock in this folder; check its permissions"));
    if (flock(*lock_fd, LOCK_EX | LOCK_NB) != 0)
        return err_at(err, ERR_BUSY, inbox->dir, 0, 0,
                      _("another run has this inbox; it will take the files in"));
    return true;
}

/* ---- one file ---- */

/* A file as it was before it is read; it must not change while it is. */
struct open_file {
    int fd;
    struct stat info;
};

static bool read_at(void *context, int64_t offset, void *out, size_t size, size_t *got,
                    struct err *err)
{
    const struct open_file *file = context;
    for (;;) {
        ssize_t done = pread(file->fd, out, size, offset);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return err_set(err, ERR_IO, _("cannot read: %s; check the file"), strerror(errno));
        *got = (size_t)done;
        return true;
    }
}

static bool has_changed(const struct open_file *file)
{
    struct stat now;
    const struct stat *then = &file->info;
    return fstat(file->fd, &now) != 0 || now.st_size != then->st_size ||
           now.st_mtim.tv_sec != then->st_mtim.tv_sec ||
           now.st_mtim.tv_nsec != then->st_mtim.tv_nsec;
}

/* Did it lie still for long enough? The change time cannot be set back by who sends a file. */
static bool is_settled(const struct stat *info, int settle)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    time_t newest = info->st_mtim.tv_sec > info->st_ctim.tv_sec && info->st_mtim.tv_sec < now.tv_sec
                        ? info->st_mtim.tv_sec
                        : info->st_ctim.tv_sec;
    int64_t age = (int64_t)now.tv_sec - (int64_t)newest;
    return age >= settle || age < -settle;
}

/* Does a process of this machine have it open for writing? Only an owner may ask the kernel; no
 * answer counts as no. */
static bool is_being_written(int fd)
{
    fcntl(fd, F_SETSIG, SIGURG); /* one that is ignored, should a writer come while we ask */
    if (fcntl(fd, F_SETLEASE, F_RDLCK) == 0) {
        fcntl(fd, F_SETLEASE, F_UNLCK);
        return false;
    }
    return errno == EAGAIN;
}

static struct taken_file *new_file(struct inbox *inbox, const char *shown, const char *school)
{
    if (inbox->count == inbox->size) {
        inbox->size = inbox->size ? inbox->size * 2 : 16;
        inbox->files = xrealloc(inbox->files, inbox->size, sizeof(*inbox->files));
    }
    struct taken_file *file = &inbox->files[inbox->count++];
    *file = takein_nothing(shown);
    file->school = school;
    return file;
}

/* Why the file is to be left alone; NULL when it is open and can be read. */
static const char *open_file(const struct inbox *inbox, int folder_fd, const char *name,
                             struct open_file *out)
{
    out->fd = openat(folder_fd, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (out->fd < 0)
        return LEFT_UNREADABLE;
    if (fstat(out->fd, &out->info) != 0 || !S_ISREG(out->info.st_mode))
        return LEFT_UNREADABLE;
    if (!is_settled(&out->info, inbox->settle))
        return LEFT_SETTLING;
    return is_being_written(out->fd) ? LEFT_WRITTEN : NULL;
}

/* Reads and takes in; *changed when the file did so meanwhile, then nothing is kept. */
static bool read_in(struct session *session, struct open_file *open,
                    const struct takein_options *options, struct arena *arena,
                    struct taken_file *file, bool *changed, struct err *err)
{
    const struct import_input input = {open, (int64_t)open->info.st_size, read_at};
    const char *school = file->school;
    struct import_progress progress = {0};
    struct takein *work = takein_open(session, &input, options, arena, file, err);
    struct progress shown = progress_begin(options->import.name);
    bool ok = work != NULL;
    *changed = false;
    file->school = school;
    while (ok && !*changed && progress.stage != IMPORT_DONE) {
        ok = takein_step(work, shown.watched ? PROGRESS_STEP_MS : IMPORT_NO_BUDGET, &progress, err);
        progress_show(&shown, progress.permille);
        *changed = progress.stage == IMPORT_READ && has_changed(open);
    }
    progress_end(&shown);
    takein_close(work);
    return ok;
}

/* How the file at hand is to be taken in. */
static bool read_options(struct inbox *inbox, const struct session *session,
                         const struct candidate *candidate, const char *shown, const char **rejects,
                         struct takein_options *out, struct err *err)
{
    if (!takein_read_options(session, shown, out, err))
        return false;
    if (candidate->school >= 0)
        out->import.school = candidate->school;
    *rejects =
        arena_printf(&inbox->arena, ".duban-inbox.%ld.%zu.rejects", (long)getpid(), inbox->count);
    if (!inbox->dry_run)
        out->rejects = arena_printf(&inbox->arena, "%s/%s", inbox->dir, *rejects);
    return true;
}

/* Takes one file in and moves it; what was found out of it lies in `arena`. */
static bool take_file(struct inbox *inbox, struct session *session,
                      const struct candidate *candidate, int folder_fd, struct open_file *open,
                      struct taken_file *file, struct arena *arena, struct err *err)
{
    struct takein_options options;
    const char *rejects = NULL;
    bool changed = false;
    bool ok = read_options(inbox, session, candidate, file->name, &rejects, &options, err) &&
              read_in(session, open, &options, arena, file, &changed, err);
    if (changed || (!ok && err->code != ERR_DATA)) {
        inbox->count--; /* it stays; the next run sees it again */
        if (changed)
            inbox_leave(inbox, file->name, LEFT_WRITTEN);
        return changed;
    }
    const char *written = file->rejects[0] != '\0' ? rejects : NULL;
    bool moved = inbox->dry_run || inbox_move(inbox, session->plan, session->as_of, folder_fd,
                                              candidate, written, file, err);
    size_t room = inbox->json ? takein_issues_left(inbox->files, inbox->count - 1) : 0;
    takein_keep(file, room, &inbox->arena);
    return moved;
}

static bool take_regular(struct inbox *inbox, struct session *session,
                         const struct candidate *candidate, int folder_fd, struct open_file *open,
                         const char *shown, struct err *err)
{
    const struct plan *plan = session->plan;
    const char *code = candidate->school >= 0 ? plan->schools[candidate->school].code : "";
    struct arena arena = {0};
    bool ok = take_file(inbox, session, candidate, folder_fd, open, new_file(inbox, shown, code),
                        &arena, err);
    arena_free(&arena);
    return ok;
}

static bool quarantine(struct inbox *inbox, struct session *session,
                       const struct candidate *candidate, int folder_fd, const char *shown,
                       struct err *err)
{
    struct taken_file *file = new_file(
        inbox, shown, candidate->school >= 0 ? session->plan->schools[candidate->school].code : "");
    file->as = TAKEN_QUARANTINED;
    err_at(&file->err, ERR_DATA, shown, 0, 0,
           _("this is a link, a pipe or a device and no file; it was not opened, send the file "
             "itself"));
    return inbox->dry_run ||
           inbox_move(inbox, session->plan, session->as_of, folder_fd, candidate, NULL, file, err);
}

static bool take(struct inbox *inbox, struct session *session, const struct candidate *candidate,
                 struct err *err)
{
    const struct plan *plan = session->plan;
    const char *shown = inbox_shown(inbox, plan, candidate->school, candidate->name);
    int folder_fd = inbox_folder(inbox, plan, candidate->school);
    struct open_file open = {.fd = -1};
    bool ok = true;
    if (folder_fd < 0) {
        inbox_leave(inbox, shown, LEFT_UNREADABLE);
    } else if (!candidate->regular) {
        ok = quarantine(inbox, session, candidate, folder_fd, shown, err);
    } else {
        const char *why = open_file(inbox, folder_fd, candidate->name, &open);
        if (why)
            inbox_leave(inbox, shown, why);
        else
            ok = take_regular(inbox, session, candidate, folder_fd, &open, shown, err);
    }
    if (open.fd >= 0)
        close(open.fd);
    if (folder_fd >= 0)
        close(folder_fd);
    return ok;
}

bool inbox_run(struct inbox *inbox, struct session *session, const char *dir, struct err *err)
{
    struct candidates candidates = {0};
    int lock_fd;
    inbox->dir = dir;
    bool ok =
        open_inbox(inbox, &lock_fd, err) && inbox_scan(inbox, session->plan, &candidates, err);
    for (size_t i = 0; ok && i < candidates.count; i++)
        ok = take(inbox, session, &candidates.rows[i], err);
    free(candidates.rows);
    if (lock_fd >= 0)
        close(lock_fd);
    if (inbox->dir_fd >= 0)
        close(inbox->dir_fd);
    return ok;
}

void inbox_free(struct inbox *inbox)
{
    free(inbox->files);
    free(inbox->left);
    arena_free(&inbox->arena);
}
