#include "app/plan_source.h"

#include <sys/stat.h>

#include "app/setup.h"

static bool read_database(const struct session *session, const char *path, struct arena *arena,
                          struct plan *out, struct err *err)
{
    struct store *store;
    daynum as_of;
    if (!session_date(session, OPTION_AS_OF, DAY_NONE, &as_of, err) ||
        !store_open(path, session_mode(session, STORE_READ), &store, err))
        return false;
    bool ok = store_load_plan(store, as_of, arena, out, err);
    store_close(store);
    return ok;
}

bool plan_source_read(const struct session *session, const char *name, struct arena *arena,
                      struct plan *out, struct err *err)
{
    struct stat info;
    if (stat(name, &info) == 0 && S_ISREG(info.st_mode))
        return read_database(session, name, arena, out, err);
    return setup_read_plan(name, arena, out, err);
}
