#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "duban/buf.h"
#include "duban/i18n.h"
#include "duban/plan_files.h"

enum { FILE_MAX = 64 * 1024 * 1024, FILES_MAX = 64 };

static int only_csv(const struct dirent *entry)
{
    const char *dot = strrchr(entry->d_name, '.');
    return entry->d_name[0] != '.' && dot && strcmp(dot, ".csv") == 0;
}

static bool read_all(FILE *stream, const char *path, struct buf *bytes, struct err *err)
{
    char block[64 * 1024];
    size_t got;
    while ((got = fread(block, 1, sizeof(block), stream)) > 0) {
        if (bytes->len + got > FILE_MAX)
            return err_at(err, ERR_DATA, path, 0, 0,
                          _("the file is larger than 64 MiB; no plan is, check the name"));
        buf_add(bytes, (struct sv){block, got});
    }
    if (ferror(stream))
        return err_at(err, ERR_IO, path, 0, 0, _("cannot read the file: %s; try again"),
                      strerror(errno));
    return true;
}

static bool read_file(const char *path, struct arena *arena, struct plan_file *out, struct err *err)
{
    FILE *stream = fopen(path, "rbe");
    if (!stream)
        return err_at(err, ERR_NO_FILE, path, 0, 0,
                      _("cannot open the file: %s; check its permissions"), strerror(errno));
    struct buf bytes = {0};
    bool ok = read_all(stream, path, &bytes, err);
    if (fclose(stream) != 0 && ok)
        ok = err_at(err, ERR_IO, path, 0, 0, _("cannot read the file: %s; try again"),
                    strerror(errno));
    if (ok) {
        out->name = arena_text(arena, sv_from(path));
        out->bytes = (struct sv){arena_text(arena, buf_sv(&bytes)), bytes.len};
    }
    buf_free(&bytes);
    return ok;
}

static bool read_files(const char *dir, struct dirent **entries, size_t count, struct arena *arena,
                       struct plan_file *files, struct err *err)
{
    if (count > FILES_MAX)
        return err_at(err, ERR_DATA, dir, 0, 0,
                      _("the directory holds %zu CSV files; a plan has far fewer, check the name"),
                      count);
    for (size_t i = 0; i < count; i++) {
        const char *path = arena_printf(arena, "%s/%s", dir, entries[i]->d_name);
        if (!read_file(path, arena, &files[i], err))
            return false;
    }
    return true;
}

bool plan_files_read_dir(const char *dir, struct arena *arena, struct plan *out, struct err *err)
{
    return plan_files_check_dir(dir, arena, out, NULL, NULL, err);
}

bool plan_files_check_dir(const char *dir, struct arena *arena, struct plan *out,
                          plan_fault_fn *each, void *context, struct err *err)
{
    struct dirent **entries;
    int found = scandir(dir, &entries, only_csv, alphasort);
    if (found < 0)
        return err_at(err, ERR_NO_FILE, dir, 0, 0,
                      _("cannot open the plan's directory: %s; check the name"), strerror(errno));
    size_t count = (size_t)found;
    struct plan_file *files = arena_array(arena, count, sizeof(*files));
    bool ok = read_files(dir, entries, count, arena, files, err);
    for (size_t i = 0; i < count; i++)
        free(entries[i]);
    free(entries);
    return ok && plan_files_check(files, count, arena, out, each, context, err);
}
