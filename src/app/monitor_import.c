#include "app/monitor_import.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "duban/clock.h"
#include "duban/i18n.h"
#include "duban/text.h"

enum { STEP_MS = 40 };
#define REJECTS_ENDING ".rejects.csv"

bool monitor_import_at_work(const struct monitor_import *import)
{
    return import->shown.phase == UI_INTAKE_LOOKING || import->shown.phase == UI_INTAKE_TAKING;
}

/* ---- which files ---- */

static int is_table(const struct dirent *entry)
{
    const char *dot = strrchr(entry->d_name, '.');
    return entry->d_name[0] != '.' && entry->d_name[0] != '~' && dot &&
           (strcasecmp(dot, ".csv") == 0 || strcasecmp(dot, ".txt") == 0 ||
            strcasecmp(dot, ".tsv") == 0);
}

/* The files of a folder by name; false when it has none. */
static bool list_folder(struct monitor_import *import, const char *path, struct err *err)
{
    struct dirent **entries;
    int count = scandir(path, &entries, is_table, alphasort);
    const char **paths = arena_array(&import->arena, count > 0 ? (size_t)count : 0, sizeof(*paths));
    for (int i = 0; i < count; i++) {
        paths[i] = arena_printf(&import->arena, "%s/%s", path, entries[i]->d_name);
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
    if (count <= 0)
        return err_at(err, ERR_NO_FILE, path, 0, 0,
                      _("no CSV file lies in this folder; choose another"));
    import->paths = paths;
    import->path_count = (size_t)count;
    return true;
}

static bool list_paths(struct monitor_import *import, const char *path, struct err *err)
{
    struct stat info;
    if (stat(path, &info) == 0 && S_ISDIR(info.st_mode))
        return list_folder(import, path, err);
    const char **paths = arena_array(&import->arena, 1, sizeof(*paths));
    paths[0] = arena_text(&import->arena, sv_from(path));
    import->paths = paths;
    import->path_count = 1;
    return true;
}

static const char *clean_name(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    char name[ERR_FILE_MAX];
    text_clean_into(name, sizeof(name), sv_from(slash && slash[1] ? slash + 1 : path));
    return arena_text(arena, sv_from(name));
}

/* ---- one file after the other ---- */

static void close_file(struct monitor_import *import)
{
    takein_close(import->work);
    import->work = NULL;
    if (import->open)
        import_input_close(&import->input);
    import->open = false;
}

static void begin(struct monitor_import *import, enum ui_intake_phase phase)
{
    import->files = arena_array(&import->arena, import->path_count, sizeof(*import->files));
    import->shown.phase = phase;
    import->shown.files = import->files;
    import->shown.count = 0;
    import->shown.total = (int)import->path_count;
    import->shown.file = 1;
    import->shown.permille = 0;
    import->shown.rows = import->shown.rejected = import->shown.rate = 0;
}

/* Where rejected rows may go: beside the file, or into the same folder. */
static const char *suggest_rejects(struct monitor_import *import, const char *path)
{
    if (import->path_count > 1 || strcmp(import->paths[0], path) != 0)
        return arena_text(&import->arena, sv_from(path));
    return arena_printf(&import->arena, "%s" REJECTS_ENDING, path);
}

static bool choose(struct monitor_import *import, const char *path, struct err *err)
{
    monitor_import_free(import);
    if (!list_paths(import, path, err)) {
        monitor_import_free(import);
        return false;
    }
    import->shown.path = clean_name(&import->arena, path);
    import->shown.rejects = suggest_rejects(import, path);
    return true;
}

bool monitor_import_look(struct monitor_import *import, const char *path,
                         const struct ui_given *given, struct err *err)
{
    if (path[0] != '\0' && !choose(import, path, err))
        return false;
    close_file(import); /* one that was being rehearsed with something else said */
    import->shown.given = *given;
    begin(import, UI_INTAKE_LOOKING);
    return true;
}

void monitor_import_take(struct monitor_import *import)
{
    begin(import, UI_INTAKE_TAKING);
}

/* The file for the rejected rows of the file at work: that of a folder is called after it. */
static bool place_rejects(struct monitor_import *import, const char **out, struct err *err)
{
    const char *given = import->shown.given.rejects, *path = import->paths[import->shown.count];
    const char *slash = strrchr(path, '/');
    struct stat info;
    *out = NULL;
    if (given[0] == '\0')
        return true;
    *out = given;
    if (stat(given, &info) == 0 && S_ISDIR(info.st_mode))
        *out =
            arena_printf(&import->arena, "%s/%s" REJECTS_ENDING, given, slash ? slash + 1 : path);
    else if (import->path_count > 1)
        return err_at(err, ERR_NO_FILE, given, 0, 0,
                      _("no such folder; several files need one for their rejected rows"));
    return lstat(*out, &info) != 0 || err_at(err, ERR_CANT_WRITE, *out, 0, 0,
                                             _("this file is there already; choose another name"));
}

static bool read_options(struct monitor_import *import, const struct session *session,
                         struct takein_options *out, struct err *err)
{
    size_t at = import->shown.count;
    const struct ui_given *given = &import->shown.given;
    if (!takein_read_options(session, import->files[at].name, out, err) ||
        !place_rejects(import, &out->rejects, err))
        return false;
    out->issues_max = takein_issues_left(import->files, at);
    out->dry_run = import->shown.phase == UI_INTAKE_LOOKING;
    if (out->dry_run)
        out->rejects = NULL;
    out->strict = given->strict;
    out->import.date = given->date;
    out->import.encoding = given->encoding;
    out->import.allow_decrease = given->allow_decrease;
    out->import.fill_down = given->fill_down;
    return true;
}

static bool open_next(struct monitor_import *import, struct session *session, struct err *err)
{
    size_t at = import->shown.count;
    struct takein_options options;
    struct taken_file *file = &import->files[at];
    *file = takein_nothing(clean_name(&import->arena, import->paths[at]));
    import->shown.file = (int)at + 1;
    import->shown.permille = 0;
    import->began_ms = clock_ms();
    if (!import_input_open(import->paths[at], &import->input, err))
        return false;
    import->open = true;
    if (!read_options(import, session, &options, err))
        return false;
    import->work = takein_open(session, &import->input, &options, &import->arena, file, err);
    return import->work != NULL;
}

static void show(struct monitor_import *import, const struct import_progress *progress)
{
    int64_t took = clock_ms() - import->began_ms;
    import->shown.permille = progress->permille;
    import->shown.rows = progress->rows;
    import->shown.rejected = progress->rejected;
    import->shown.rate = took > 0 ? progress->rows * 1000 / took : 0;
}

/* The file is through, well or not. */
static void finish_file(struct monitor_import *import)
{
    import->kept = import->kept || import->files[import->shown.count].as == TAKEN_IN;
    close_file(import);
    import->shown.count++;
    if (import->shown.count == import->path_count)
        import->shown.phase =
            import->shown.phase == UI_INTAKE_LOOKING ? UI_INTAKE_LOOKED : UI_INTAKE_DONE;
}

void monitor_import_step(struct monitor_import *import, struct session *session)
{
    struct err err = {0};
    struct import_progress progress = {0};
    bool ok = import->work || open_next(import, session, &err);
    if (ok) {
        ok = takein_step(import->work, STEP_MS, &progress, &err);
        if (ok)
            show(import, &progress);
    }
    if (!ok)
        import->files[import->shown.count].err = err;
    if (!ok || progress.stage == IMPORT_DONE)
        finish_file(import);
}

void monitor_import_cancel(struct monitor_import *import)
{
    close_file(import);
    import->shown.phase = UI_INTAKE_STOPPED;
}

void monitor_import_free(struct monitor_import *import)
{
    close_file(import);
    arena_free(&import->arena);
    bool kept = import->kept;
    *import = (struct monitor_import){.kept = kept};
}
