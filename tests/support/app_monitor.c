#include "app_monitor.h"

#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "app/output.h"
#include "app/run_line.h"
#include "app/sample.h"
#include "app/setup.h"
#include "duban/mem.h"
#include "lang_speak.h"
#include "store/store.h"
#include "ui_keys.h"

/* The test program's own directory, and the database in it that is copied. */
#define TEMPLATE "original.db"
#define FILES    "files"

static const struct {
    const char *name, *text;
} files[] = {
    {FILES "/a.csv", "school,target,date,value,note\n"
                     "WJ-K001,5.2,2021-09-14,1,two new classrooms\n"
                     "WJ-K002,5.2,44452,0,\n"
                     "WJ-K003,5.2,2021-09-14,lots,\n"
                     "NOBODY,5.2,2021-09-14,1,\n"
                     "WJ-P003,5.1,2021-09-14,4,\n"
                     "WJ-K001,5.2,2021-09-14,0,\n"},
    {FILES "/b.csv", "\xD1\xA7\xD0\xA3,\xC8\xD5\xC6\xDA,5.2\n" /* school, date */
                     "WJ-K001,2021-09-14,1\nWJ-K002,2021-09-14,1\n"},
};

static void expect(bool ok, const struct err *err)
{
    if (!ok)
        fail_msg("%s", err->text);
}

static void fix_time(struct session *session)
{
    snprintf(session->now, sizeof(session->now), "2021-09-15T08:00:00Z");
}

/* Who and when, fixed. */
static void start_session(struct session *session, const struct options *options)
{
    struct err err = {0};
    expect(session_start(session, options, &err), &err);
    snprintf(session->who, sizeof(session->who), "tester");
    fix_time(session);
}

static bool make_files(void)
{
    struct err err = {0};
    bool ok = mkdir(FILES, 0700) == 0;
    for (size_t i = 0; ok && i < COUNT_OF(files); i++)
        ok = output_replace(files[i].name, sv_from(files[i].text), &err);
    return ok;
}

static void remove_files(void)
{
    for (size_t i = 0; i < COUNT_OF(files); i++)
        unlink(files[i].name);
    rmdir(FILES);
}

int monitor_group_setup_bare(void **state)
{
    sqlite3 *db;
    if (monitor_group_setup(state) != 0 || sqlite3_open(TEMPLATE, &db) != SQLITE_OK)
        return -1;
    int result = sqlite3_exec(db,
                              "DELETE FROM reopening; DELETE FROM problem;"
                              "DELETE FROM change WHERE what = 'problem'",
                              NULL, NULL, NULL);
    return sqlite3_close(db) == SQLITE_OK ? result : -1;
}

int monitor_group_setup(void **state)
{
    char dir[] = "/tmp/duban-monitor.XXXXXX";
    struct options options = {.value = {[OPTION_DB] = TEMPLATE}};
    struct session session;
    struct plan plan;
    struct err err = {0};
    if (!mkdtemp(dir) || chdir(dir) != 0 || !make_files())
        return -1;
    *state = xstrdup(dir);
    lang_speak(LANG_EN);
    start_session(&session, &options);
    expect(setup_read_plan(SETUP_PLAN, &session.arena, &plan, &err) &&
               sample_name_owners(&plan, &session.arena, &err) &&
               setup_make(&session, TEMPLATE, &plan, sample_fill, NULL, &err),
           &err);
    session_close(&session);
    return 0;
}

static void remove_database(const char *path)
{
    static const char *const endings[] = {"", "-wal", "-shm", "-lock"};
    for (size_t i = 0; i < COUNT_OF(endings); i++) {
        struct buf name = {0};
        buf_printf(&name, "%s%s", path, endings[i]);
        unlink(buf_text(&name));
        buf_free(&name);
    }
}

int monitor_group_teardown(void **state)
{
    remove_database(TEMPLATE);
    remove_files();
    int result = chdir("/") == 0 && rmdir(*state) == 0 ? 0 : -1;
    free(*state);
    return result;
}

static void copy_database(const char *path)
{
    struct buf bytes = {0};
    struct err err = {0};
    expect(input_file(TEMPLATE, 1 << 28, &bytes, &err) &&
               output_replace(path, buf_sv(&bytes), &err),
           &err);
    buf_free(&bytes);
}

static void draw(struct test_monitor *monitor)
{
    machine_draw(&monitor->machine, monitor->canvas);
    buf_clear(&monitor->screen);
    canvas_dump(monitor->canvas, false, &monitor->screen);
}

static const char shown[] = "shown.db";

static struct test_monitor *open_monitor(enum lang lang, int columns, int rows, bool read_only)
{
    struct test_monitor *monitor = xcalloc(1, sizeof(*monitor));
    struct err err = {0};
    monitor->options.value[OPTION_DB] = shown;
    monitor->options.value[OPTION_LANG] = lang_tag(lang);
    if (read_only)
        monitor->options.value[OPTION_READ_ONLY] = "";
    lang_speak(lang);
    start_session(&monitor->session, &monitor->options);
    monitor->session.few = true; /* as `duban` does */
    expect(session_open(&monitor->session, read_only ? STORE_READ : STORE_WRITE, &err) &&
               session_judge(&monitor->session, &err),
           &err);
    machine_start(&monitor->machine, &monitor->session);
    monitor->canvas = canvas_new(rows, columns);
    draw(monitor);
    return monitor;
}

struct test_monitor *monitor_start(enum lang lang, int columns, int rows, bool read_only)
{
    copy_database(shown);
    return open_monitor(lang, columns, rows, read_only);
}

struct test_monitor *monitor_beside(const struct test_monitor *first)
{
    return open_monitor(first->session.lang, canvas_columns(first->canvas),
                        canvas_rows(first->canvas), false);
}

void monitor_end_beside(struct test_monitor *monitor)
{
    machine_end(&monitor->machine);
    session_close(&monitor->session);
    canvas_free(monitor->canvas);
    buf_free(&monitor->screen);
    free(monitor);
}

void monitor_end(struct test_monitor *monitor)
{
    monitor_end_beside(monitor);
    remove_database(shown);
}

void monitor_again(struct test_monitor *monitor)
{
    struct err err = {0};
    machine_end(&monitor->machine);
    monitor->session.as_of = monitor->session.as_of_first;
    expect(session_judge(&monitor->session, &err), &err);
    machine_start(&monitor->machine, &monitor->session);
    monitor->left = UI_NONE;
    draw(monitor);
}

/* Between keys no statement is open: it would hold a read transaction, blind to others' commits. */
static void expect_at_rest(const struct test_monitor *monitor)
{
    sqlite3 *db = monitor->session.store->db;
    if (machine_at_work(&monitor->machine))
        return;
    for (sqlite3_stmt *stmt = sqlite3_next_stmt(db, NULL); stmt;
         stmt = sqlite3_next_stmt(db, stmt)) {
        if (sqlite3_stmt_busy(stmt))
            fail_msg("a statement is still open: %s", sqlite3_sql(stmt));
    }
}

void monitor_type(struct test_monitor *monitor, const char *text)
{
    struct keys keys = keys_of(text);
    for (struct key key; keys_next(&keys, &key);) {
        monitor->left = machine_key(&monitor->machine, key);
        fix_time(&monitor->session);
        draw(monitor);
        if (!monitor->holds)
            monitor_work(monitor);
        expect_at_rest(monitor);
    }
}

void monitor_step(struct test_monitor *monitor)
{
    machine_step(&monitor->machine);
    draw(monitor);
}

void monitor_work(struct test_monitor *monitor)
{
    while (machine_at_work(&monitor->machine))
        monitor_step(monitor);
}

void monitor_resize(struct test_monitor *monitor, int columns, int rows)
{
    canvas_free(monitor->canvas);
    monitor->canvas = canvas_new(rows, columns);
    draw(monitor);
}

bool monitor_poll(struct test_monitor *monitor)
{
    bool changed = machine_poll(&monitor->machine);
    draw(monitor);
    return changed;
}

void monitor_elsewhere(struct test_monitor *monitor, const char *line)
{
    struct buf out = {0};
    if (run_line(&monitor->session, line, 80, &out) != 0)
        fail_msg("%s: %s", line, buf_text(&out));
    buf_free(&out);
}

void monitor_shows(struct test_monitor *monitor, const char *text)
{
    if (!strstr(buf_text(&monitor->screen), text))
        fail_msg("no '%s' on the screen:\n%s", text, buf_text(&monitor->screen));
}

void monitor_lacks(struct test_monitor *monitor, const char *text)
{
    if (strstr(buf_text(&monitor->screen), text))
        fail_msg("'%s' is on the screen:\n%s", text, buf_text(&monitor->screen));
}

void monitor_orders(struct test_monitor *monitor, const char *first, const char *second)
{
    const char *screen = buf_text(&monitor->screen);
    const char *a = strstr(screen, first), *b = strstr(screen, second);
    if (!a || !b || a > b)
        fail_msg("%s is not above %s:\n%s", first, second, screen);
}

void monitor_remove(const char *pattern)
{
    glob_t found = {0};
    if (glob(pattern, 0, NULL, &found) == 0) {
        for (size_t i = 0; i < found.gl_pathc; i++)
            unlink(found.gl_pathv[i]);
    }
    globfree(&found);
}

void monitor_line(const struct test_monitor *monitor, int y, struct buf *out)
{
    struct sv rest = buf_sv(&monitor->screen), line = {0};
    buf_clear(out);
    for (int i = 0; i <= y; i++) {
        if (!sv_split(&rest, '\n', &line))
            return;
    }
    buf_add(out, line);
}

const char *monitor_database(const struct test_monitor *monitor)
{
    return monitor->options.value[OPTION_DB];
}
