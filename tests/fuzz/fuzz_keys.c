/* Whatever bytes a terminal sends, the monitor stays whole: through the real decoder of keys, on a
 * pty, into the real machine, which draws after each key. Colons are left out: a command line may
 * write files anywhere. */
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "../support/app_monitor.h"
#include "duban/mem.h"
#include "duban/text.h"
#include "store/store.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { BYTES_MOST = 256, PIECE = 64, ROWS = 24, COLUMNS = 80 };

/* The terminal's end of the line, and ours; and where the monitor's database lies and inputs do. */
struct line {
    int master;
    struct term *term;
    int work, home;
};

static struct test_monitor *monitor; /* one for all inputs that write nothing */

static void remove_all(void)
{
    const char *dir = getenv("FUZZ_KEYS_DIR");
    void *state = dir ? xstrdup(dir) : NULL; /* the tests' group keeps its directory there */
    bool there = dir && chdir(dir) == 0;
    if (there && monitor)
        monitor_end(monitor);
    if (!there || monitor_group_teardown(&state) != 0)
        perror("fuzz_keys");
}

/* A pty becomes standard input and output, as curses wants it. */
static struct line open_line(void)
{
    struct line line;
    struct winsize size = {.ws_row = ROWS, .ws_col = COLUMNS};
    const struct term_options options = {.theme = THEME_DARK, .mouse = true};
    struct err err = {0};
    void *state;
    int slave;
    if (openpty(&line.master, &slave, NULL, NULL, &size) != 0 || dup2(slave, STDIN_FILENO) < 0 ||
        dup2(slave, STDOUT_FILENO) < 0 || setenv("TERM", "xterm-256color", 1) != 0)
        BUG("no pty");
    fcntl(line.master, F_SETFL, O_NONBLOCK);
    line.home = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (monitor_group_setup(&state) != 0 || !term_open(&options, &line.term, &err))
        BUG("no monitor");
    line.work = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    setenv("FUZZ_KEYS_DIR", state, 1);
    free(state);
    atexit(remove_all);
    return line;
}

/* What the monitor draws goes nowhere, but it has to go. */
static void drain(const struct line *line)
{
    char piece[8192];
    while (read(line->master, piece, sizeof(piece)) > 0)
        continue;
}

static void show(const struct line *line)
{
    machine_draw(&monitor->machine, monitor->canvas);
    term_show(line->term, monitor->canvas);
    drain(line);
}

/* Presses all keys that are there. Returns false when one left. */
static bool press_all(const struct line *line)
{
    struct key key;
    while ((key = term_read(line->term, 0)).code != KEYCODE_NONE) {
        if (key.code == KEYCODE_HANGUP)
            BUG("a hang-up that nobody sent");
        enum ui_request_type left = machine_key(&monitor->machine, key);
        if (left == UI_QUIT)
            return false;
        while (machine_at_work(&monitor->machine))
            machine_step(&monitor->machine);
        if (left == UI_REDRAW)
            term_redraw(line->term);
        show(line);
    }
    return true;
}

/* As if it had just been started on the sample. An input that writes nothing leaves the database to
 * the next one: to copy it takes a hundred times as long as to press a key. */
static void start(void)
{
    if (monitor && sqlite3_total_changes(monitor->session.store->db) == 0) {
        monitor_again(monitor);
        return;
    }
    if (monitor)
        monitor_end(monitor);
    monitor = monitor_start(LANG_ZH_CN, COLUMNS, ROWS, false);
    /* Its undo takes back what it did, not the sample's thousands of reports. */
    snprintf(monitor->session.who, sizeof(monitor->session.who), "fuzzer");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct line line; /* one terminal for all inputs: curses has but one */
    if (!line.term)
        line = open_line();
    if (fchdir(line.work) != 0)
        BUG("no directory");
    text_ambiguous_width(1); /* an input may answer otherwise */
    start();
    bool stays = true;
    if (size > BYTES_MOST)
        size = BYTES_MOST;
    for (size_t from = 0; stays && from < size; from += PIECE) {
        char piece[PIECE];
        size_t len = 0;
        for (size_t i = from; i < size && i < from + PIECE; i++) {
            if (data[i] != ':')
                piece[len++] = (char)data[i];
        }
        if (len > 0 && write(line.master, piece, len) != (ssize_t)len)
            BUG("the line takes no bytes");
        stays = press_all(&line);
    }
    return fchdir(line.home) == 0 ? 0 : -1;
}
