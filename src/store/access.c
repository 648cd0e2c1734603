/* access.c - who may write what: looked up inside every write, whatever called it. */
#include <stdio.h>
#include <string.h>

#include "duban/i18n.h"
#include "store/store.h"

static const char *const role_words[USER_ROLE_TOTAL] = {
#define X(id, word) [USER_##id] = word,
    USER_ROLE_LIST(X)
#undef X
};

const char *user_role_word(enum user_role role)
{
    return role_words[role];
}

bool user_role_parse(const char *word, enum user_role *out)
{
    for (enum user_role role = 0; role < USER_ROLE_TOTAL; role++) {
        if (strcmp(role_words[role], word) == 0) {
            *out = role;
            return true;
        }
    }
    return false;
}

bool store_act_as(struct store *store, const char *who, bool named, struct err *err)
{
    if (named && !store->owns_file)
        return err_at(err, ERR_NOT_ALLOWED, store->path, 0, 0,
                      _("--as is for forced commands of the account that owns the database; run "
                        "without it"));
    snprintf(store->who, sizeof(store->who), "%s", who);
    store->named = named;
    return true;
}

bool store_role(struct store *store, enum user_role *role, int64_t *school_id, struct err *err)
{
    *role = USER_OWNER;
    *school_id = 0;
    if (store->owns_file && !store->named)
        return true;
    bool row;
    sqlite3_stmt *stmt = stmt_get(store, SQL_USER_RIGHTS, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "t", store->who);
    if (!stmt_step(store, stmt, &row, err))
        return false;
    const char *word = row ? (const char *)sqlite3_column_text(stmt, 0) : NULL;
    bool anybody = row && sqlite3_column_int(stmt, 2) != 0;
    if (!word)
        *role = anybody || store->named ? USER_VIEWER : USER_OWNER;
    else if (!user_role_parse(word, role))
        return store_damaged(store, "user", err);
    if (*role == USER_CLERK)
        *school_id = sqlite3_column_int64(stmt, 1);
    sqlite3_reset(stmt);
    return true;
}

static bool refuse(const struct store *store, enum user_role role, enum user_role least,
                   struct err *err)
{
    if (role == USER_VIEWER)
        return err_at(err, ERR_NOT_ALLOWED, store->path, 0, 0,
                      _("%s may only look; ask an owner for more ('duban users' lists them)"),
                      store->who);
    if (least == USER_OWNER)
        return err_at(
            err, ERR_NOT_ALLOWED, store->path, 0, 0,
            _("only an owner may say who may do what; ask one ('duban users' lists them)"));
    return err_at(err, ERR_NOT_ALLOWED, store->path, 0, 0,
                  _("%s may only enter the values of one school; ask an editor to do this"),
                  store->who);
}

bool access_check(struct store *store, enum user_role least, struct err *err)
{
    enum user_role role;
    store->own_school = 0;
    if (least == USER_VIEWER)
        return true;
    if (!store_role(store, &role, &store->own_school, err))
        return false;
    return role >= least || refuse(store, role, least, err);
}

bool may_write_school(struct store *store, int64_t school_id, struct err *err)
{
    if (store->own_school == 0 || store->own_school == school_id)
        return true;
    return err_at(err, ERR_NOT_ALLOWED, store->path, 0, 0,
                  _("%s may only change the values of the own school; leave the others out"),
                  store->who);
}
