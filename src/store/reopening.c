#include "store/reopening.h"

#include "duban/i18n.h"

bool reopening_put(struct store *store, const struct problem *problem, daynum day, struct err *err)
{
    char date[DATE_TEXT_MAX];
    if (day < problem->closed)
        return err_set(err, ERR_DATA, _("problem %lld was closed on %s; reopen it on a later day"),
                       (long long)problem->id, date_format(problem->closed, date));
    if (day == problem->closed)
        return true;
    sqlite3_stmt *stmt = stmt_get(store, SQL_REOPENING_PUT, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "iiit", problem->id, (int64_t)problem->closed, (int64_t)day, problem->remedy);
    return stmt_run(store, stmt, err);
}

bool reopening_drop(struct store *store, int64_t id, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_REOPENING_DROP, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "i", id);
    return stmt_run(store, stmt, err);
}

bool reopening_restore(struct store *store, const char *json, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_REOPENING_RESTORE, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "t", json);
    return stmt_run(store, stmt, err);
}
