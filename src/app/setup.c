#include "app/setup.h"

#include "app/builtin.h"
#include "app/database_file.h"
#include "app/output.h"

/* What a new database is made from. */
struct setup {
    struct session *session;
    const struct plan *plan;
    setup_fill_fn *fill;
    void *fill_context;
};

bool setup_read_plan(const char *name, struct arena *arena, struct plan *plan, struct err *err)
{
    struct plan_file files[SETUP_FILES_MAX];
    size_t count = asset_plan(name, files, COUNT_OF(files));
    bool ok = count > 0 ? plan_files_read(files, count, arena, plan, err)
                        : plan_files_read_dir(name, arena, plan, err);
    if (ok)
        i18n_call_units(plan->units);
    return ok;
}

static bool fill_new(void *context, const char *path, struct err *err)
{
    const struct setup *setup = context;
    struct session *session = setup->session;
    struct actor actor = session_actor(session);
    bool ok = store_open(path, session_mode(session, STORE_CREATE), &session->store, err) &&
              session_act(session, err) &&
              store_save_plan(session->store, setup->plan, &actor, err) &&
              (!setup->fill || setup->fill(session, setup->fill_context, err)) && store_settle(session->store, err);
    store_close(session->store);
    session->store = NULL;
    return ok;
}

bool setup_make(struct session *session, const char *path, const struct plan *plan,
                setup_fill_fn *fill, void *context, struct err *err)
{
    struct setup setup = {session, plan, fill, context};
    return output_parent(path, err) && database_appear(path, fill_new, &setup, err);
}
