#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/inbox.h"
#include "app/output.h"
#include "duban/i18n.h"
#include "duban/text.h"

enum { STEM_MAX = 180, TRIES_MAX = 10000 }; /* bytes; room for what is put behind a name */

static const char *folder_of(const struct taken_file *file)
{
    switch (file->as) {
    case TAKEN_IN:
    case TAKEN_DRY:
    case TAKEN_SEEN:
        return "done";
    case TAKEN_QUARANTINED:
        return "quarantine";
    case TAKEN_NOTHING:
        return file->rejected == 0 ? "done" : "rejected";
    case TAKEN_REFUSED:
    case TAKEN_UNUSABLE:
        break;
    }
    return "rejected";
}

/* Opens the folder `name` below `at`, and makes it first. No link is followed. */
static int make_folder(int at, const char *name)
{
    if (mkdirat(at, name, 0777) != 0 && errno != EEXIST)
        return -1;
    return openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

static bool is_free(int folder, const char *name)
{
    struct stat info;
    return fstatat(folder, name, &info, AT_SYMLINK_NOFOLLOW) != 0 && errno == ENOENT;
}

/* The name under which the file and all that belongs to it can lie in `folder`. */
static const char *free_name(struct arena *arena, int folder, const char *name)
{
    const char *dot = strrchr(name, '.');
    if (!dot || dot == name || strlen(dot) > 16)
        dot = name + strlen(name);
    struct sv stem = {name, (size_t)(dot - name)};
    if (stem.len > STEM_MAX)
        stem = text_whole((struct sv){name, STEM_MAX});
    for (int n = 1; n < TRIES_MAX; n++) {
        const char *tried = n == 1 ? arena_printf(arena, "%.*s%s", SV_ARG(stem), dot)
                                   : arena_printf(arena, "%.*s.%d%s", SV_ARG(stem), n, dot);
        if (is_free(folder, tried) &&
            is_free(folder, arena_printf(arena, "%s.report.txt", tried)) &&
            is_free(folder, arena_printf(arena, "%s.report.json", tried)) &&
            is_free(folder, arena_printf(arena, "%s.rejects.csv", tried)))
            return tried;
    }
    return NULL;
}

/* Never over another file, also where the file system cannot promise that. */
static bool move_one(int from, const char *name, int to, const char *new_name)
{
    if (renameat2(from, name, to, new_name, RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    return is_free(to, new_name) && renameat(from, name, to, new_name) == 0;
}

static bool cannot(struct err *err, const struct taken_file *file)
{
    return err_at(err, ERR_CANT_WRITE, file->name, 0, 0,
                  _("cannot move this file out of the inbox: %s; check the folder's permissions"),
                  strerror(errno));
}

static bool write_report(struct inbox *inbox, const struct plan *plan, daynum as_of,
                         const char *folder, const char *name, const struct taken_file *file,
                         struct err *err)
{
    struct buf out = {0};
    if (inbox->json)
        report_import_json(&out, plan, as_of, file, 1);
    else
        report_taken_full(&out, plan, file, &inbox->filter);
    bool ok = output_file(
        folder, arena_printf(&inbox->arena, "%s.report.%s", name, inbox->json ? "json" : "txt"),
        buf_sv(&out), err);
    buf_free(&out);
    return ok;
}

bool inbox_move(struct inbox *inbox, const struct plan *plan, daynum as_of, int folder_fd,
                const struct candidate *candidate, const char *rejects, struct taken_file *file,
                struct err *err)
{
    const char *kind = folder_of(file), *below = kind;
    int to = make_folder(inbox->dir_fd, kind);
    if (to >= 0 && candidate->school >= 0) {
        const char *code = plan->schools[candidate->school].code;
        int inner = make_folder(to, code);
        close(to);
        to = inner;
        below = arena_printf(&inbox->arena, "%s/%s", kind, code);
    }
    if (to < 0)
        return cannot(err, file);
    const char *name = free_name(&inbox->arena, to, candidate->name);
    const char *rejects_name =
        name && rejects ? arena_printf(&inbox->arena, "%s.rejects.csv", name) : NULL;
    bool ok = name && (!rejects_name || move_one(inbox->dir_fd, rejects, to, rejects_name)) &&
              move_one(folder_fd, candidate->name, to, name);
    if (!ok)
        cannot(err, file);
    close(to);
    if (!ok)
        return false;
    char clean[ERR_FILE_MAX];
    text_clean_into(clean, sizeof(clean), sv_from(name));
    file->moved = arena_printf(&inbox->arena, "%s/%s", below, clean);
    if (rejects_name)
        file->rejects = arena_printf(&inbox->arena, "%s/%s.rejects.csv", below, clean);
    return write_report(inbox, plan, as_of, arena_printf(&inbox->arena, "%s/%s", inbox->dir, below),
                        name, file, err);
}
