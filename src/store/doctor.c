/* doctor.c - looking a database over, and copying it while others write. */
#include <string.h>

#include "duban/buf.h"
#include "duban/i18n.h"
#include "duban/text.h"
#include "store/journal.h"
#include "store/jumps.h"

/* Findings on their way to the caller. */
struct examination {
    struct store *store;
    store_finding_fn *finding;
    void *context;
    struct err *err;
};

static void find(const struct examination *exam, const char *format, const char *what)
{
    struct buf raw = {0}, clean = {0};
    buf_printf(&raw, format, what);
    text_clean(&clean, buf_sv(&raw));
    exam->finding(exam->context, buf_text(&clean));
    buf_free(&raw);
    buf_free(&clean);
}

/* Runs a statement whose rows say what is wrong in `column`; "ok" is nothing. */
static bool look(const struct examination *exam, enum sql sql, int column, const char *format)
{
    sqlite3_stmt *stmt = stmt_get(exam->store, sql, exam->err);
    if (!stmt)
        return false;
    for (bool row;;) {
        if (!stmt_step(exam->store, stmt, &row, exam->err))
            return false;
        if (!row)
            return true;
        const char *text = (const char *)sqlite3_column_text(stmt, column);
        if (text && strcmp(text, "ok") != 0)
            find(exam, format, text);
    }
}

/* Do the kept totals match the reports? */
static bool look_at_totals(const struct examination *exam)
{
    bool row;
    sqlite3_stmt *stmt = stmt_get(exam->store, SQL_DAY_DRIFT, exam->err);
    if (!stmt || !stmt_step(exam->store, stmt, &row, exam->err))
        return false;
    if (sqlite3_column_int64(stmt, 0) > 0)
        find(exam,
             _("the kept totals of %s days differ from the reports; export everything and load it "
               "into a new database"),
             (const char *)sqlite3_column_text(stmt, 0));
    sqlite3_reset(stmt);
    return true;
}

/* Does what is kept of the reports, apart from totals, match them? */
static bool look_at_kept(const struct examination *exam,
                         bool examine(struct store *store, bool *sound, struct err *err),
                         const char *what)
{
    bool sound;
    if (!examine(exam->store, &sound, exam->err))
        return false;
    if (!sound)
        find(exam, "%s", what);
    return true;
}

/* Reads see nothing of a foreign table or column; the doctor does. */
static bool look_at_schema(const struct examination *exam)
{
    struct err fault = {0};
    if (schema_check(exam->store, &fault))
        return true;
    if (fault.code == ERR_DATA)
        find(exam, "%s", fault.text);
    else
        *exam->err = fault;
    return fault.code == ERR_DATA;
}

bool store_examine(struct store *store, store_finding_fn *finding, void *context, struct err *err)
{
    const struct examination exam = {store, finding, context, err};
    if (!read_begin(store, err))
        return false;
    bool ok = look_at_schema(&exam) &&
              look(&exam, SQL_DOCTOR_INTEGRITY, 0,
                   _("the file is damaged (%s); restore it from a backup")) &&
              look(&exam, SQL_DOCTOR_REFERENCES, 0,
                   _("a row of %s points to nothing; restore the file from a backup")) &&
              look(&exam, SQL_DOCTOR_REOPENINGS, 0,
                   _("problem %s was closed before it was noted; restore the file from a "
                     "backup")) &&
              look(&exam, SQL_DOCTOR_REOPENINGS, 1,
                   _("problem %s was closed while it was closed already; restore the file from a "
                     "backup")) &&
              look_at_totals(&exam) &&
              look_at_kept(&exam, days_examine,
                           _("the kept days of reporting differ from the reports; export "
                             "everything and load it into a new database")) &&
              look_at_kept(&exam, jumps_examine,
                           _("the kept jumps differ from the reports; export everything and load "
                             "it into a new database"));
    read_end(store);
    return ok;
}

static bool copy_into(struct store *store, sqlite3 *copy, const char *path, struct err *err)
{
    sqlite3_backup *backup = sqlite3_backup_init(copy, "main", store->db, "main");
    int result = backup ? look_on_copy(store, backup) : SQLITE_ERROR;
    bool ok = result == SQLITE_DONE;
    if (backup && sqlite3_backup_finish(backup) != SQLITE_OK)
        ok = false;
    if (result == SQLITE_INTERRUPT)
        return look_on_stopped(err);
    return ok || err_at(err, ERR_IO, path, 0, 0, _("cannot copy: %s; make room and try again"),
                        sqlite3_errmsg(copy));
}

bool store_backup(struct store *store, const char *path, struct err *err)
{
    sqlite3 *copy;
    if (sqlite3_open_v2(path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) !=
        SQLITE_OK) {
        err_at(err, ERR_CANT_WRITE, path, 0, 0, _("cannot make the copy: %s; choose another place"),
               sqlite3_errmsg(copy));
        sqlite3_close(copy);
        return false;
    }
    bool ok = read_begin(store, err); /* another's commit would make it begin again */
    if (ok)
        ok = copy_into(store, copy, path, err);
    read_end(store);
    sqlite3_close(copy);
    return ok;
}

static void forget_statements(struct store *store)
{
    for (int i = 0; i < SQL_TOTAL; i++) {
        sqlite3_finalize(store->stmts[i]);
        store->stmts[i] = NULL;
    }
}

/* Copies over the lock's head: the caller has it. */
static bool copy_over(struct store *store, struct store *from, struct err *err)
{
    forget_statements(store); /* the copy needs the connection to itself */
    sqlite3_backup *backup = sqlite3_backup_init(store->db, "main", from->db, "main");
    int result = backup ? look_on_copy(store, backup) : SQLITE_ERROR;
    if (backup && sqlite3_backup_finish(backup) != SQLITE_OK && result == SQLITE_DONE)
        result = SQLITE_ERROR;
    if (result == SQLITE_INTERRUPT)
        return look_on_stopped(err);
    return result == SQLITE_DONE || store_fail(store, err);
}

/* In what is copied, so that the copy comes with it or not at all. */
static bool note_restore(struct store *from, const struct actor *actor, struct err *err)
{
    const struct entry entry = {.what = "restore", .date = DAY_NONE};
    if (!write_begin_as(from, USER_VIEWER, err)) /* whatever he is in there, he owns what is here */
        return false;
    return write_end(from, journal_put(from, actor, &entry, err), err);
}

static bool may_restore(struct store *store, struct err *err)
{
    return write_begin_as(store, USER_OWNER, err) && write_end(store, true, err);
}

bool store_restore(struct store *store, struct store *from, const struct store_keeper *keeper,
                   const struct actor *actor, struct err *err)
{
    if (!may_restore(store, err) || !note_restore(from, actor, err) ||
        !lock_take(store, store->wait_ms, err))
        return false;
    bool ok = keeper->keep(keeper->context, err) && copy_over(store, from, err);
    lock_drop(store);
    store->schema_known = false;
    return ok;
}

const char *store_library(void)
{
    return sqlite3_libversion();
}

bool store_library_can_lose_rows(void)
{
    enum { FIXED_IN = 3051003 };
    return sqlite3_libversion_number() < FIXED_IN;
}
