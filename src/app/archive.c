#include "app/archive.h"

#include <stdio.h>
#include <unistd.h>

#include "app/new_file.h"
#include "app/output.h"
#include "app/setup.h"
#include "duban/plan_files.h"
#include "duban/report.h"

/* ---- out ---- */

/* What an archive has so far; taken away again when the rest cannot be written. */
struct made {
    struct arena *arena;
    const char **paths; /* files, and folders before what lies in them */
    size_t count, room;
};

static void note_made(struct made *made, const char *path)
{
    made->paths = arena_room(made->arena, made->paths, made->count, &made->room, sizeof(*made->paths));
    made->paths[made->count++] = path;
}

static void take_away(const struct made *made)
{
    for (size_t i = made->count; i-- > 0;)
        remove(made->paths[i]);
}

/* Makes a folder, where it is not there yet. */
static bool make_folder(struct made *made, const char *path, struct err *err)
{
    bool there = access(path, F_OK) == 0;
    if (!output_directory(path, err))
        return false;
    if (!there)
        note_made(made, path);
    return true;
}

/* A table on its way into its file. */
struct writing {
    enum archive_table table;
    struct new_file file;
    struct buf rows;
};

static bool flush(struct writing *writing, struct err *err)
{
    bool ok = new_file_write(&writing->file, buf_sv(&writing->rows), err);
    buf_clear(&writing->rows);
    return ok;
}

static bool add_row(void *context, const struct archive_cell *cells, struct err *err)
{
    struct writing *writing = context;
    report_archive_row(&writing->rows, writing->table, cells);
    return writing->rows.len < ARCHIVE_PIECE || flush(writing, err);
}

static bool write_table(struct session *session, struct made *made, const char *dir,
                        enum archive_table table, struct err *err)
{
    bool part = session->options->value[OPTION_AS_OF] != NULL;
    struct writing writing = {.table = table};
    const char *path = arena_printf(made->arena, "%s/%s", dir, archive_file(table));
    report_archive_header(&writing.rows, table);
    bool ok = new_file_open(&writing.file, path, false, err) &&
              store_archive_each(session->store, table, part ? session->as_of : DAY_NONE, add_row,
                                 &writing, err) &&
              flush(&writing, err) && new_file_publish(&writing.file, err);
    if (ok)
        note_made(made, path);
    new_file_drop(&writing.file);
    buf_free(&writing.rows);
    return ok;
}

struct plan_folder {
    struct made *made;
    const char *dir;
};

static bool make_file(void *context, const char *name, struct sv content, struct err *err)
{
    const struct plan_folder *folder = context;
    if (!output_file(folder->dir, name, content, err))
        return false;
    note_made(folder->made, arena_printf(folder->made->arena, "%s/%s", folder->dir, name));
    return true;
}

static bool write_plan(const struct plan *plan, struct made *made, const char *dir, struct err *err)
{
    struct plan_folder folder = {made, dir};
    return make_folder(made, dir, err) && report_plan_files(plan, make_file, &folder, err);
}

bool archive_write_plan(const struct plan *plan, const char *dir, struct err *err)
{
    struct arena arena = {0};
    struct made made = {.arena = &arena};
    bool ok = write_plan(plan, &made, dir, err);
    if (!ok)
        take_away(&made);
    arena_free(&arena);
    return ok;
}

static bool write_all(struct session *session, struct made *made, const char *dir, struct err *err)
{
    struct plan plan;
    bool part = session->options->value[OPTION_AS_OF] != NULL;
    if (!store_load_plan(session->store, part ? session->as_of : DAY_NONE, made->arena, &plan, err) ||
        !make_folder(made, dir, err) ||
        !write_plan(&plan, made, arena_printf(made->arena, "%s/plan", dir), err))
        return false;
    for (enum archive_table table = 0; table < ARCHIVE_TOTAL; table++) {
        if (!write_table(session, made, dir, table, err))
            return false;
    }
    return true;
}

bool archive_write(struct session *session, const char *dir, struct err *err)
{
    struct made made = {.arena = &session->arena};
    if (!store_freeze(session->store, err))
        return false;
    bool ok = write_all(session, &made, dir, err);
    store_thaw(session->store);
    if (!ok)
        take_away(&made);
    return ok;
}

/* ---- in ---- */

struct loading {
    struct store_archive *load;
    enum archive_table table;
};

static bool put_row(void *context, const struct archive_cell *cells, struct err *err)
{
    struct loading *loading = context;
    return store_archive_put(loading->load, loading->table, cells, err);
}

static bool load_tables(struct session *session, const char *dir, struct loading *loading,
                        struct err *err)
{
    for (loading->table = 0; loading->table < ARCHIVE_TOTAL; loading->table++) {
        const char *path =
            arena_printf(&session->arena, "%s/%s", dir, archive_file(loading->table));
        if (!archive_read(path, loading->table, put_row, loading, err))
            return false;
    }
    return true;
}

/* Fills the new database; a plan that the tables leave without its terms is found by reading. */
static bool fill(struct session *session, void *context, struct err *err)
{
    const char *dir = context;
    struct loading loading;
    struct plan plan, whole;
    struct actor actor = session_actor(session);
    if (!store_load_plan(session->store, DAY_NONE, &session->arena, &plan, err) ||
        !store_archive_begin(session->store, &plan, &loading.load, err))
        return false;
    bool ok = load_tables(session, dir, &loading, err);
    return store_archive_end(loading.load, ok, &actor, err) &&
           store_load_plan(session->store, DAY_NONE, &session->arena, &whole, err);
}

bool archive_load(struct session *session, const char *dir, struct plan *plan, struct err *err)
{
    char *from = arena_text(&session->arena, sv_from(dir));
    return setup_read_plan(arena_printf(&session->arena, "%s/plan", dir), &session->arena, plan,
                           err) &&
           setup_make(session, session->database, plan, fill, from, err);
}
