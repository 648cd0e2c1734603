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

#include "app/takein_group.h"
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

static struct taken_file *new_file(struct inbox *inbox)
{
    inbox->files = xroom(inbox->files, inbox->count, &inbox->size, sizeof(*inbox->files));
    return &inbox->files[inbox->count++];
}

/* Nothing is known of it but its name and whose it is. */
static struct taken_file file_of(const struct plan *plan, const struct candidate *candidate,
                                 const char *shown)
{
    struct taken_file file = takein_nothing(shown);
    file.school = candidate->school >= 0 ? plan->schools[candidate->school].code : "";
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

/* A candidate that is being taken in. */
struct waiting {
    const struct candidate *candidate;
    int folder_fd;
    struct open_file open;
    struct taken_file file;
    struct arena arena; /* what was found out of it */
    const char *rejects;
};

struct taking {
    struct inbox *inbox;
    struct session *session;
    struct takein_group group;
    struct waiting waiting[TAKEIN_TOGETHER]; /* as the members of the group */
    size_t numbered;                         /* files of rejects that got a name */
};

static void close_waiting(struct waiting *waiting)
{
    if (waiting->open.fd >= 0)
        close(waiting->open.fd);
    if (waiting->folder_fd >= 0)
        close(waiting->folder_fd);
    arena_free(&waiting->arena);
}

/* How the file is to be taken in. */
static bool read_options(struct taking *taking, struct waiting *waiting, struct takein_options *out,
                         struct err *err)
{
    struct inbox *inbox = taking->inbox;
    if (!takein_read_options(taking->session, waiting->file.name, out, err))
        return false;
    if (waiting->candidate->school >= 0)
        out->import.school = waiting->candidate->school;
    waiting->rejects = arena_printf(&waiting->arena, ".duban-inbox.%ld.%zu.rejects", (long)getpid(),
                                    taking->numbered++);
    if (!inbox->dry_run)
        out->rejects = arena_printf(&waiting->arena, "%s/%s", inbox->dir, waiting->rejects);
    return true;
}

/* Reads a file, as the next one of the group; one that changes meanwhile stays where it is. */
static void read_file(struct taking *taking, struct waiting *waiting)
{
    struct takein_group *group = &taking->group;
    struct takein_member *member = takein_group_add(group, &waiting->file, &waiting->arena);
    if (!read_options(taking, waiting, &member->options, &member->err))
        return;
    member->input =
        (struct import_input){&waiting->open, (int64_t)waiting->open.info.st_size, read_at};
    takein_group_read(group, member);
    if (!member->waits || !has_changed(&waiting->open))
        return;
    inbox_leave(taking->inbox, waiting->file.name, LEFT_WRITTEN);
    takein_group_drop(group);
    close_waiting(waiting);
}

/* Moves a file that was taken in, or not; one that could not be tried stays where it is. */
static bool finish_file(struct taking *taking, struct waiting *waiting,
                        const struct takein_member *member, struct err *err)
{
    struct inbox *inbox = taking->inbox;
    struct taken_file *file = &waiting->file;
    if (!member->ok && member->err.code != ERR_DATA) {
        *err = member->err;
        return false; /* the next run sees it again */
    }
    const char *written = file->rejects[0] != '\0' ? waiting->rejects : NULL;
    bool moved =
        inbox->dry_run || inbox_move(inbox, taking->session->plan, taking->session->as_of,
                                     waiting->folder_fd, waiting->candidate, written, file, err);
    takein_keep(file, inbox->json ? takein_issues_left(inbox->files, inbox->count) : 0,
                &inbox->arena);
    *new_file(inbox) = *file;
    return moved;
}

/* Writes what was read, and only then moves it. */
static bool finish_group(struct taking *taking, struct err *err)
{
    struct takein_group *group = &taking->group;
    size_t added = group->count;
    bool ok = true;
    takein_group_write(group);
    for (size_t i = 0; ok && i < group->count; i++)
        ok = finish_file(taking, &taking->waiting[i], &group->members[i], err);
    takein_group_empty(group);
    for (size_t i = 0; i < added; i++)
        close_waiting(&taking->waiting[i]);
    return ok;
}

static bool take_regular(struct taking *taking, const struct waiting *next, struct err *err)
{
    struct takein_group *group = &taking->group;
    bool alone = next->open.info.st_size > TAKEIN_SMALL, ok = true;
    if (alone || takein_group_is_full(group))
        ok = finish_group(taking, err);
    struct waiting *waiting = &taking->waiting[group->count];
    *waiting = *next;
    if (ok)
        read_file(taking, waiting);
    else
        close_waiting(waiting);
    return ok && (!alone || finish_group(taking, err));
}

static bool quarantine(struct taking *taking, const struct waiting *next, struct err *err)
{
    struct inbox *inbox = taking->inbox;
    const struct session *session = taking->session;
    if (!finish_group(taking, err))
        return false; /* the files are told of in their order */
    struct taken_file *file = new_file(inbox);
    *file = next->file;
    file->as = TAKEN_QUARANTINED;
    err_at(&file->err, ERR_DATA, file->name, 0, 0,
           _("this is a link, a pipe or a device and no file; it was not opened, send the file "
             "itself"));
    return inbox->dry_run || inbox_move(inbox, session->plan, session->as_of, next->folder_fd,
                                        next->candidate, NULL, file, err);
}

static bool take(struct taking *taking, const struct candidate *candidate, struct err *err)
{
    struct inbox *inbox = taking->inbox;
    const struct plan *plan = taking->session->plan;
    const char *shown = inbox_shown(inbox, plan, candidate->school, candidate->name), *why = NULL;
    struct waiting next = {
        .candidate = candidate,
        .folder_fd = inbox_folder(inbox, plan, candidate->school),
        .open = {.fd = -1},
        .file = file_of(plan, candidate, shown),
    };
    bool ok = true;
    if (next.folder_fd < 0)
        why = LEFT_UNREADABLE;
    else if (!candidate->regular)
        ok = quarantine(taking, &next, err);
    else if ((why = open_file(inbox, next.folder_fd, candidate->name, &next.open)) == NULL)
        return take_regular(taking, &next, err);
    if (why)
        inbox_leave(inbox, shown, why);
    close_waiting(&next);
    return ok;
}

static bool take_all(struct inbox *inbox, struct session *session,
                     const struct candidates *candidates, struct err *err)
{
    struct taking *taking = xcalloc(1, sizeof(*taking));
    taking->inbox = inbox;
    taking->session = taking->group.session = session;
    bool ok = true;
    for (size_t i = 0; ok && i < candidates->count; i++)
        ok = take(taking, &candidates->rows[i], err);
    ok = ok && finish_group(taking, err);
    free(taking);
    return ok;
}

bool inbox_run(struct inbox *inbox, struct session *session, const char *dir, struct err *err)
{
    struct candidates candidates = {0};
    int lock_fd;
    inbox->dir = dir;
    bool ok =
        open_inbox(inbox, &lock_fd, err) && inbox_scan(inbox, session->plan, &candidates, err);
    ok = ok && take_all(inbox, session, &candidates, err);
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
