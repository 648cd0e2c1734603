/* term.c - the one file that knows curses: takes the terminal over, reads keys, shows canvases. */
#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

#include "duban/i18n.h"
#include "duban/mem.h"
#include "ui/canvas.h"

/* curses would pull its macros over ours. */
enum { ESC_DELAY_MS = 25, PASTE_BEGIN = KEY_MAX + 1, PASTE_END = KEY_MAX + 2 };

/* Files of our own on the terminal: standard output may be caught for a while (run_line.h). */
struct term {
    SCREEN *screen;
    FILE *in, *out;
    enum theme theme;
};

/* What a signal handler needs: the terminal as it was, where it is, and whether we are to leave. */
static struct {
    struct termios modes;
    int fd;
} before;
static volatile sig_atomic_t hung_up;

static const int fatal_signals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGQUIT};

/* ncurses asks libc for widths; it must get the same answer as the canvas. */
int wcwidth(wchar_t c)
{
    if (c == 0)
        return 0;
    return c < 0x20 || (c >= 0x7F && c < 0xA0) ? -1 : text_char_width((int32_t)c);
}

static void say(const char *bytes)
{
    if (write(before.fd, bytes, strlen(bytes)) < 0)
        return; /* the terminal is gone; there is nobody to tell */
}

/* Puts the screen back with nothing but what a signal handler may call. */
static void restore(void)
{
    say("\033[?2004l\033[0m\033[?1049l\033[?25h\r\n");
    tcsetattr(before.fd, TCSANOW, &before.modes);
}

static void on_fatal(int number)
{
    restore();
    signal(number, SIG_DFL);
    raise(number);
}

static void on_hangup(int number)
{
    (void)number;
    hung_up = 1;
}

static void catch_signals(void)
{
    struct sigaction action = {.sa_handler = on_fatal, .sa_flags = (int)SA_RESETHAND};
    for (size_t i = 0; i < COUNT_OF(fatal_signals); i++)
        sigaction(fatal_signals[i], &action, NULL);
    struct sigaction leave = {.sa_handler = on_hangup};
    sigaction(SIGHUP, &leave, NULL);
    sigaction(SIGTERM, &leave, NULL);
    sigaction(SIGINT, &leave, NULL);
}

/* The attributes of a role, with its colours where the terminal has them. */
static attr_t attributes(unsigned look)
{
    attr_t attr = A_NORMAL;
    if (look & BOLD)
        attr |= A_BOLD;
    if (look & REVERSE)
        attr |= A_REVERSE;
    if (look & UNDERLINE)
        attr |= A_UNDERLINE;
    if (look & DIM)
        attr |= A_DIM;
    return attr;
}

static void start_colours(struct term *term)
{
    if (!has_colors() || start_color() == ERR || use_default_colors() == ERR) {
        term->theme = THEME_MONO;
        return;
    }
    for (int role = 0; role < ROLE_TOTAL; role++) {
        struct style style = theme_style(term->theme, (enum role)role);
        init_pair((short)(role + 1), (short)style.front, (short)style.back);
    }
}

/* A file of our own on the same terminal. */
static FILE *open_own(int fd, const char *mode)
{
    int own = fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    FILE *file = own >= 0 ? fdopen(own, mode) : NULL;
    if (!file && own >= 0)
        close(own);
    return file;
}

static SCREEN *open_screen(const struct term *term)
{
    SCREEN *screen = newterm(NULL, term->out, term->in);
    if (!screen) /* an unknown TERM: what nearly every terminal understands */
        screen = newterm("vt100", term->out, term->in);
    return screen;
}

static void drop(struct term *term)
{
    if (term->in)
        fclose(term->in);
    if (term->out)
        fclose(term->out);
    free(term);
}

bool term_open(enum theme theme, struct term **out, struct err *err)
{
    if (tcgetattr(STDIN_FILENO, &before.modes) != 0)
        return err_set(err, ERR_IO, _("this is no terminal; use 'duban status' instead"));
    struct term *term = xcalloc(1, sizeof(*term));
    term->in = open_own(STDIN_FILENO, "r");
    term->out = open_own(STDOUT_FILENO, "w");
    term->theme = theme;
    set_escdelay(ESC_DELAY_MS);
    term->screen = term->in && term->out ? open_screen(term) : NULL;
    if (!term->screen) {
        drop(term);
        return err_set(err, ERR_IO, _("this terminal is unknown; set TERM, for example to xterm"));
    }
    before.fd = fileno(term->out);
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    curs_set(0);
    start_colours(term);
    define_key("\033[200~", PASTE_BEGIN);
    define_key("\033[201~", PASTE_END);
    catch_signals();
    mem_on_fatal(restore);
    say("\033[?2004h");
    *out = term;
    return true;
}

void term_close(struct term *term)
{
    if (!term)
        return;
    mem_on_fatal(NULL);
    say("\033[?2004l");
    endwin();
    delscreen(term->screen);
    drop(term);
}

void term_size(struct term *term, int *rows, int *columns)
{
    (void)term;
    getmaxyx(stdscr, *rows, *columns);
}

/* ---- keys ---- */

static const struct {
    int curses;
    enum key_code code;
} special[] = {
    {KEY_UP, KEYCODE_UP},
    {KEY_DOWN, KEYCODE_DOWN},
    {KEY_LEFT, KEYCODE_LEFT},
    {KEY_RIGHT, KEYCODE_RIGHT},
    {KEY_PPAGE, KEYCODE_PAGE_UP},
    {KEY_NPAGE, KEYCODE_PAGE_DOWN},
    {KEY_HOME, KEYCODE_HOME},
    {KEY_END, KEYCODE_END},
    {KEY_ENTER, KEYCODE_ENTER},
    {KEY_BTAB, KEYCODE_BACK_TAB},
    {KEY_BACKSPACE, KEYCODE_BACKSPACE},
    {KEY_DC, KEYCODE_DELETE},
    {KEY_RESIZE, KEYCODE_RESIZE},
    {PASTE_BEGIN, KEYCODE_PASTE_BEGIN},
    {PASTE_END, KEYCODE_PASTE_END},
};

static struct key key_of_code(wint_t code)
{
    for (size_t i = 0; i < COUNT_OF(special); i++) {
        if (special[i].curses == (int)code)
            return (struct key){.code = special[i].code};
    }
    return (struct key){.code = KEYCODE_NONE};
}

static struct key key_of_character(wint_t c)
{
    switch (c) {
    case '\r':
    case '\n':
        return (struct key){.code = KEYCODE_ENTER};
    case '\t':
        return (struct key){.code = KEYCODE_TAB};
    case 27:
        return (struct key){.code = KEYCODE_ESCAPE};
    case 8:
    case 127:
        return (struct key){.code = KEYCODE_BACKSPACE};
    default:
        return (struct key){.code = KEYCODE_CHAR, .character = (int32_t)c};
    }
}

/* A key that is there already. Returns false when there is none. */
static bool take_key(struct key *key)
{
    wint_t c;
    int got = get_wch(&c);
    if (got == ERR)
        return false;
    *key = got == KEY_CODE_YES ? key_of_code(c) : key_of_character(c);
    return key->code != KEYCODE_NONE;
}

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Waits for input. Returns false when the terminal is gone. */
static bool wait_input(const struct term *term, int64_t timeout_ms)
{
    struct pollfd input = {.fd = fileno(term->in), .events = POLLIN};
    int ready = poll(&input, 1, timeout_ms > 0 ? (int)timeout_ms : 0);
    if (ready < 0)
        return errno == EINTR;
    if (ready == 0)
        return true;
    int waiting = 0;
    bool readable = (input.revents & POLLIN) && ioctl(fileno(term->in), FIONREAD, &waiting) == 0;
    return readable && waiting > 0;
}

struct key term_read(struct term *term, int timeout_ms)
{
    struct key key = {.code = KEYCODE_NONE};
    for (int64_t end = now_ms() + timeout_ms;;) {
        if (hung_up)
            return (struct key){.code = KEYCODE_HANGUP};
        if (take_key(&key))
            return key;
        int64_t left = end - now_ms();
        if (!wait_input(term, left))
            return (struct key){.code = KEYCODE_HANGUP};
        if (left <= 0)
            return take_key(&key) ? key : (struct key){.code = KEYCODE_NONE};
    }
}

/* ---- the screen ---- */

static void show_cell(const struct term *term, const struct cell *cell, int y, int x)
{
    wchar_t text[2 + TEXT_MARKS_MAX] = {0};
    for (int i = 0; i <= TEXT_MARKS_MAX && cell->text[i] != 0; i++)
        text[i] = (wchar_t)cell->text[i];
    cchar_t shown;
    struct style style = theme_style(term->theme, (enum role)cell->role);
    short pair = term->theme == THEME_MONO ? 0 : (short)(cell->role + 1);
    if (setcchar(&shown, text, attributes(style.look), pair, NULL) == OK)
        mvadd_wch(y, x, &shown);
}

void term_show(struct term *term, const struct canvas *canvas)
{
    int rows, columns;
    getmaxyx(stdscr, rows, columns);
    for (int y = 0; y < canvas_rows(canvas) && y < rows; y++) {
        for (int x = 0; x < canvas_columns(canvas) && x < columns; x++) {
            const struct cell *cell = canvas_cell(canvas, y, x);
            if (cell->width > 0)
                show_cell(term, cell, y, x);
        }
    }
    refresh();
}

void term_redraw(struct term *term)
{
    (void)term;
    clearok(curscr, TRUE);
}

void term_suspend(struct term *term)
{
    (void)term;
    say("\033[?2004l");
    def_prog_mode();
    endwin();
    raise(SIGSTOP);
    reset_prog_mode();
    say("\033[?2004h");
    clearok(curscr, TRUE);
    refresh();
}

const char *term_library(void)
{
    return curses_version();
}
