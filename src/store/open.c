#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "duban/i18n.h"
#include "store/bulk.h"
#include "store/days.h"

/* "Duba" in ASCII: marks the file as ours. */
enum { APPLICATION_ID = 0x44756261 };

/* *owned: the real uid is the file's owner (of a new one it will be), or root. */
static bool check_file(const char *path, enum store_mode mode, bool *owned, struct err *err)
{
    struct stat info;
    bool there = lstat(path, &info) == 0;
    if (there && S_ISLNK(info.st_mode))
        there = stat(path, &info) == 0;
    uid_t me = getuid();
    *owned = !there || me == 0 || info.st_uid == me;
    if (mode == STORE_CREATE && there)
        return err_at(err, ERR_CANT_WRITE, path, 0, 0,
                      _("this file is there already; choose another name with --db"));
    if (mode != STORE_CREATE && !there)
        return err_at(err, ERR_NO_FILE, path, 0, 0,
                      _("cannot open the database: %s; make one with 'duban init', or name it "
                        "with --db"),
                      strerror(errno));
    if (there && S_ISREG(info.st_mode) && access(path, R_OK) != 0)
        return err_at(err, ERR_NOT_ALLOWED, path, 0, 0,
                      _("you may not read this database; ask who owns it"));
    if (there && !S_ISREG(info.st_mode))
        return err_at(err, ERR_NO_FILE, path, 0, 0,
                      _("this is no regular file; name a database with --db"));
    return true;
}

/* Shuts what a hostile file could use. */
static bool harden(struct store *store, struct err *err)
{
    static const struct {
        int option, value;
    } settings[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_DQS_DML, 0},          {SQLITE_DBCONFIG_DQS_DDL, 0},
        {SQLITE_DBCONFIG_ENABLE_FKEY, 1},      {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
        {SQLITE_DBCONFIG_ENABLE_VIEW, 0},      {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
        {SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1},
    };
    for (size_t i = 0; i < COUNT_OF(settings); i++) {
        if (sqlite3_db_config(store->db, settings[i].option, settings[i].value, NULL) != SQLITE_OK)
            return store_fail(store, err);
    }
    int keep = 1;
    sqlite3_file_control(store->db, "main", SQLITE_FCNTL_PERSIST_WAL, &keep);
    sqlite3_limit(store->db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_busy_timeout(store->db, STORE_BUSY_MS);
    return store_exec(
        store,
        "PRAGMA mmap_size = 0; PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON;"
        "PRAGMA wal_autocheckpoint = 0; PRAGMA temp_store = MEMORY",
        err);
}

static bool pragma_number(struct store *store, const char *sql, int64_t *out, struct err *err)
{
    sqlite3_stmt *stmt;
    if (sqlite3_prepare_v2(store->db, sql, -1, &stmt, NULL) != SQLITE_OK)
        return store_fail(store, err);
    bool ok = sqlite3_step(stmt) == SQLITE_ROW;
    if (ok)
        *out = sqlite3_column_int64(stmt, 0);
    else
        store_fail(store, err);
    sqlite3_finalize(stmt);
    return ok;
}

static bool foreign_schema(const struct store *store, struct err *err)
{
    return err_at(err, ERR_DATA, store->path, 0, 0,
                  _("this database holds foreign tables, views or triggers; use a clean one"));
}

/* Does the schema hold anything that runs by itself? Looked at on every opening. */
static bool check_triggers(struct store *store, struct err *err)
{
    int64_t foreign;
    if (!pragma_number(store,
                       "SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')"
                       " OR (type = 'table' AND sql NOT LIKE 'CREATE TABLE %')",
                       &foreign, err))
        return false;
    return foreign == 0 || foreign_schema(store, err);
}

/* Runs the migrations after `version`, inside the caller's transaction. */
static bool migrate(struct store *store, int64_t version, struct err *err)
{
    struct arena arena = {0};
    bool ok = true;
    for (int64_t next = version; ok && next < SQL_SCHEMA_VERSION; next++)
        ok = store_exec(store, sql_schema[next], err);
    ok = ok && days_make(store, err) &&
         store_exec(store,
                    arena_printf(&arena, "PRAGMA user_version = %d; PRAGMA application_id = %d",
                                 SQL_SCHEMA_VERSION, APPLICATION_ID),
                    err);
    arena_free(&arena);
    return ok && schema_check(store, err);
}

static bool migrate_now(struct store *store, struct err *err)
{
    int64_t version;
    store->schema_known = true;                   /* looked at when it is done */
    if (!write_begin_as(store, USER_VIEWER, err)) /* whoever comes first; it changes no figure */
        return false;
    /* Only now is it certain which version it is: somebody else may have been quicker. */
    bool ok = pragma_number(store, "PRAGMA user_version", &version, err) &&
              (version == SQL_SCHEMA_VERSION || migrate(store, version, err));
    return write_end(store, ok, err);
}

/* Is the file ours, and of a version that we know? */
static bool check_version(struct store *store, int64_t *found, struct err *err)
{
    int64_t application, version;
    if (!pragma_number(store, "PRAGMA application_id", &application, err) ||
        !pragma_number(store, "PRAGMA user_version", &version, err))
        return false;
    if (application != APPLICATION_ID || version < 1)
        return err_at(err, ERR_DATA, store->path, 0, 0,
                      _("this is no duban database; check the name"));
    if (version > SQL_SCHEMA_VERSION)
        return err_at(err, ERR_DATA, store->path, 0, 0,
                      _("made by a newer duban (format %d, this one knows %d); install that"),
                      (int)version, SQL_SCHEMA_VERSION);
    *found = version;
    if (!check_triggers(store, err))
        return false;
    if (version < SQL_SCHEMA_VERSION && store->mode == STORE_READ && !store->older)
        return err_at(err, ERR_NOT_ALLOWED, store->path, 0, 0,
                      _("this database has an older format; run a command that writes once"));
    return true;
}

static bool set_up(struct store *store, struct err *err)
{
    if (!harden(store, err) || !bulk_register(store, err))
        return false;
    wal_watch(store);
    if (store->mode == STORE_CREATE)
        return lock_open(store, err) && store_exec(store, "PRAGMA journal_mode = WAL", err) &&
               migrate_now(store, err);
    int64_t version;
    if (!check_version(store, &version, err))
        return false;
    /* The lock file is made beside what is ours, not beside any file that somebody names. */
    if (store->mode == STORE_WRITE &&
        (!lock_open(store, err) || (version < SQL_SCHEMA_VERSION && !migrate_now(store, err))))
        return false;
    return store->mode != STORE_READ || store_exec(store, "PRAGMA query_only = ON", err);
}

/* Makes the empty file ourselves, so that its mode and its being new are certain. Nothing of
 * SQLite's is open yet, so closing it drops no lock. */
static bool make_empty(const char *path, struct err *err)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0660);
    if (fd < 0)
        return err_at(err, ERR_CANT_WRITE, path, 0, 0,
                      _("cannot make the database: %s; choose another place with --db"),
                      strerror(errno));
    close(fd);
    return true;
}

static void remove_new(const char *path)
{
    static const char *const endings[] = {"", "-wal", "-shm", "-lock"};
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT_OF(endings); i++)
        unlink(arena_printf(&arena, "%s%s", path, endings[i]));
    arena_free(&arena);
}

/* All who use one file must meet in one lock, so a link gives way to what it leads to. */
static char *real_name(const char *path)
{
    struct stat info;
    char *real = lstat(path, &info) == 0 && S_ISLNK(info.st_mode) ? realpath(path, NULL) : NULL;
    return real ? real : xstrdup(path);
}

static bool open_file(struct store *store, struct err *err)
{
    int flags = store->mode == STORE_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    return (store->anywhere || place_check(store->path, err)) &&
           (sqlite3_open_v2(store->path, &store->db, flags | SQLITE_OPEN_NOMUTEX, NULL) ==
                SQLITE_OK ||
            store_fail(store, err));
}

/* One thread uses SQLite, and nobody asks how much memory it has: no mutexes. Refused, which is all
 * right, when it was used before. */
static void configure(void)
{
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

bool store_open(const char *path, enum store_mode asked, struct store **out, struct err *err)
{
    bool owned;
    enum store_mode mode = asked & ~(unsigned)(STORE_ANYWHERE | STORE_OLDER);
    if (!check_file(path, mode, &owned, err) || (mode == STORE_CREATE && !make_empty(path, err)))
        return false;
    configure();
    struct store *store = xcalloc(1, sizeof(*store));
    store->path = real_name(path);
    store->mode = mode;
    store->anywhere = asked & STORE_ANYWHERE;
    store->older = asked & STORE_OLDER;
    store->owns_file = owned;
    store->lock_fd = -1;
    store->wait_ms = STORE_WAIT_MS;
    store->data_version = -1;
    bool changed;
    bool ok = open_file(store, err) && set_up(store, err) && store_changed(store, &changed, err);
    if (ok) {
        *out = store;
        return true;
    }
    store_close(store);
    if (mode == STORE_CREATE)
        remove_new(path);
    return false;
}

void store_close(struct store *store)
{
    if (!store)
        return;
    for (int i = 0; i < SQL_TOTAL; i++)
        sqlite3_finalize(store->stmts[i]);
    if (store->lock_fd >= 0)
        wal_empty(store);
    sqlite3_close(store->db);
    if (store->lock_fd >= 0)
        close(store->lock_fd);
    free(store->watch.path);
    free(store->path);
    free(store);
}

void store_rest(struct store *store)
{
    sqlite3_db_release_memory(store->db);
    malloc_trim(0);
}

bool store_changed(struct store *store, bool *changed, struct err *err)
{
    int64_t version;
    *changed = false;
    if (watch_is_quiet(store))
        return true; /* looked at before SQLite is: what comes between is seen next time */
    if (!edition_in_place(store, err) ||
        !pragma_number(store, "PRAGMA data_version", &version, err))
        return false;
    *changed = store->data_version >= 0 && version != store->data_version;
    store->data_version = version;
    return true;
}
