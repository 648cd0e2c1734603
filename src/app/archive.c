#include "app/archive.h"

#include "app/new_file.h"
#include "app/output.h"
#include "app/setup.h"
#include "duban/plan_files.h"
#include "duban/report.h"

/* ---- out ---- */

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

static bool write_table(struct session *session, const char *dir, enum archive_table table,
                        struct err *err)
{
    bool part = session->options->value[OPTION_AS_OF] != NULL;
    struct writing writing = {.table = table};
    const char *path = arena_printf(&session->arena, "%s/%s", dir, archive_file(table));
    report_archive_header(&writing.rows, table);
    bool ok = new_file_open(&writing.file, path, false, err) &&
              store_archive_each(session->store, table, part ? session->as_of : DAY_NONE, add_row,
                                 &writing, err) &&
              flush(&writing, err) && new_file_publish(&writing.file, err);
    new_file_drop(&writing.file);
    buf_free(&writing.rows);
    return ok;
}

static bool make_file(void *context, const char *name, struct sv content, struct err *err)
{
    return output_file(context, name, content, err);
}

bool archive_write_plan(const struct plan *plan, char *dir, struct err *err)
{
    return output_directory(dir, err) && report_plan_files(plan, make_file, dir, err);
}

static bool write_all(struct session *session, const char *dir, struct err *err)
{
    struct plan plan;
    bool part = session->options->value[OPTION_AS_OF] != NULL;
    if (!store_load_plan(session->store, part ? session->as_of : DAY_NONE, &session->arena, &plan,
                         err) ||
        !archive_write_plan(&plan, arena_printf(&session->arena, "%s/plan", dir), err))
        return false;
    for (enum archive_table table = 0; table < ARCHIVE_TOTAL; table++) {
        if (!write_table(session, dir, table, err))
            return false;
    }
    return true;
}

bool archive_write(struct session *session, const char *dir, struct err *err)
{
    if (!store_freeze(session->store, err))
        return false;
    bool ok = write_all(session, dir, err);
    store_thaw(session->store);
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
