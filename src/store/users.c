/* users.c - the table of who may what. Only an owner changes it, and it is journaled. */
#include "duban/i18n.h"
#include "store/journal.h"

bool store_load_users(struct store *store, struct arena *arena, const struct user **out,
                      size_t *count, struct err *err)
{
    size_t size = 0;
    struct user *users = NULL;
    sqlite3_stmt *stmt = stmt_get(store, SQL_USER_ALL, err);
    if (!stmt)
        return false;
    *count = 0;
    for (bool row;;) {
        if (!stmt_step(store, stmt, &row, err))
            return false;
        if (!row)
            break;
        users = arena_room(arena, users, *count, &size, sizeof(*users));
        struct user *user = &users[(*count)++];
        user->name = column_text(stmt, 0, arena);
        user->school = column_text(stmt, 2, arena);
        if (!user_role_parse(column_text(stmt, 1, arena), &user->role))
            return store_damaged(store, "user", err);
    }
    *out = users;
    return true;
}

static bool write_user(struct store *store, const char *name, enum user_role role,
                       int64_t school_id, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_USER_PUT, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "ttk", name, user_role_word(role), school_id);
    return stmt_run(store, stmt, err);
}

static bool drop_user(struct store *store, const char *name, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_USER_DROP, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "t", name);
    return stmt_run(store, stmt, err);
}

bool store_set_user(struct store *store, const char *name, enum user_role role, int64_t school_id,
                    const struct actor *actor, struct err *err)
{
    if (!write_begin_as(store, USER_OWNER, err))
        return false;
    struct arena arena = {0};
    struct entry entry = {.what = "user", .school_id = school_id, .date = DAY_NONE};
    bool ok = journal_user_json(store, name, &arena, &entry.before, err) &&
              write_user(store, name, role, school_id, err) &&
              journal_user_json(store, name, &arena, &entry.after, err) &&
              journal_put(store, actor, &entry, err);
    arena_free(&arena);
    return write_end(store, ok, err);
}

static bool remove_user(struct store *store, const char *name, const struct actor *actor,
                        struct arena *arena, struct err *err)
{
    struct entry entry = {.what = "user", .date = DAY_NONE};
    if (!journal_user_json(store, name, arena, &entry.before, err))
        return false;
    if (!entry.before)
        return err_set(err, ERR_DATA, _("no user %s; 'duban users' lists them"), name);
    return drop_user(store, name, err) && journal_put(store, actor, &entry, err);
}

bool store_remove_user(struct store *store, const char *name, const struct actor *actor,
                       struct err *err)
{
    if (!write_begin_as(store, USER_OWNER, err))
        return false;
    struct arena arena = {0};
    bool ok = remove_user(store, name, actor, &arena, err);
    arena_free(&arena);
    return write_end(store, ok, err);
}
