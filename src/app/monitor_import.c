#include "app/monitor_import.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <time.h>

#include "duban/i18n.h"
#include "duban/text.h"

enum { STEP_MS = 40 };

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

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

static bool choose(struct monitor_import *import, const char *path, struct err *err)
{
    monitor_import_free(import);
    if (!list_paths(import, path, err)) {
        monitor_import_free(import);
        return false;
    }
    import->shown.path = clean_name(&import->arena, path);
    return true;
}

bool monitor_import_look(struct monitor_import *import, const char *path, daynum date,
                         bool allow_decrease, struct err *err)
{
    if (path[0] != '\0' && !choose(import, path, err))
        return false;
    import->shown.date = date;
    import->shown.allow_decrease = allow_decrease;
    begin(import, UI_INTAKE_LOOKING);
    return true;
}

void monitor_import_take(struct monitor_import *import)
{
    begin(import, UI_INTAKE_TAKING);
}

static void close_file(struct monitor_import *import)
{
    takein_close(import->work);
    import->work = NULL;
    if (import->open)
        import_input_close(&import->input);
    import->open = false;
}

static bool open_next(struct monitor_import *import, struct session *session, struct err *err)
{
    size_t at = import->shown.count;
    struct takein_options options;
    struct taken_file *file = &import->files[at];
    *file = takein_nothing(clean_name(&import->arena, import->paths[at]));
    import->shown.file = (int)at + 1;
    import->shown.permille = 0;
    import->began_ms = now_ms();
    if (!import_input_open(import->paths[at], &import->input, err))
        return false;
    import->open = true;
    if (!takein_read_options(session, file->name, &options, err))
        return false;
    options.issues_max = takein_issues_left(import->files, at);
    options.dry_run = import->shown.phase == UI_INTAKE_LOOKING;
    options.import.date = import->shown.date;
    options.import.allow_decrease = import->shown.allow_decrease;
    import->work = takein_open(session, &import->input, &options, &import->arena, file, err);
    return import->work != NULL;
}

static void show(struct monitor_import *import, const struct import_progress *progress)
{
    int64_t took = now_ms() - import->began_ms;
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
