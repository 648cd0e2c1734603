/* app_monitor.h - the monitor on the demo's database, driven by keys, its screen as text.
 *
 * The database is made once a test program and copied for each monitor; who writes and when is
 * fixed, so a screen is the same on every machine and every day.
 *
 * Example:
 *     struct test_monitor *monitor = monitor_start(LANG_EN, 80, 24, true);
 *     monitor_type(monitor, "2 Enter Enter");
 *     monitor_shows(monitor, "6590");
 *     monitor_end(monitor);
 */
#ifndef SUPPORT_APP_MONITOR_H
#define SUPPORT_APP_MONITOR_H

#include "app/machine.h"
#include "duban/buf.h"

/* In the test program's own directory there are files to take in: "files/a.csv", some of whose rows
 * are good, and "files/b.csv" in GB18030 and wide form, all of whose rows are. */
struct test_monitor {
    struct machine machine;
    struct session session;
    struct options options;
    struct canvas *canvas;
    struct buf screen;         /* as it was drawn last */
    bool holds;                /* files that are being taken in wait for monitor_work() */
    enum ui_request_type left; /* what the last key left to the terminal */
};

/* For cmocka's group: makes the database, removes it. */
int monitor_group_setup(void **state);
int monitor_group_setup_bare(void **state); /* without the problems that the demo brings along */
int monitor_group_teardown(void **state);

struct test_monitor *monitor_start(enum lang lang, int columns, int rows, bool read_only);
void monitor_end(struct test_monitor *monitor);

/* As if it had just been started, on the same database. */
void monitor_again(struct test_monitor *monitor);

/* Presses the keys (ui_keys.h) and draws; files that are taken in are through before the next
 * key. */
void monitor_type(struct test_monitor *monitor, const char *keys);

/* Goes on with files that are being taken in: by one step, or until they are through. */
void monitor_step(struct test_monitor *monitor);
void monitor_work(struct test_monitor *monitor);
void monitor_resize(struct test_monitor *monitor, int columns, int rows);

/* Looks for what others have committed, and draws. Returns whether there was anything. */
bool monitor_poll(struct test_monitor *monitor);

/* A second monitor on the database of another one. End it before that. */
struct test_monitor *monitor_beside(const struct test_monitor *first);
void monitor_end_beside(struct test_monitor *monitor);

/* Runs a command as somebody else would at another terminal; the monitor is not told. */
void monitor_elsewhere(struct test_monitor *monitor, const char *line);

/* Fails unless the text is on the screen, or is not. */
void monitor_shows(struct test_monitor *monitor, const char *text);
void monitor_lacks(struct test_monitor *monitor, const char *text);

/* Fails unless the first text stands before the second one. */
void monitor_orders(struct test_monitor *monitor, const char *first, const char *second);

/* Line `y` of the screen, from 0; "" past its end. In *out. */
void monitor_line(const struct test_monitor *monitor, int y, struct buf *out);

/* Removes the files whose names are like this ("other.db*"), from the test program's directory. */
void monitor_remove(const char *pattern);

/* The path of the database that this monitor shows. */
const char *monitor_database(const struct test_monitor *monitor);

#endif
