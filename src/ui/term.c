/* term.c - the one file that knows curses: takes the terminal over, reads keys, shows canvases. */
#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include "duban/clock.h"
#include "duban/i18n.h"
#include "duban/mem.h"
#include "duban/text.h"
#include "ui/canvas.h"
#include "ui/term_sheet.h"
#include "ui/term_signals.h"

/* curses would pull its macros over ours. */
enum {
    ESC_DELAY_MS = 25,
    PASTE_BEGIN = KEY_MAX + 1,
    PASTE_END,
    IS_NARROW, /* the terminal's answer: an ambiguous character has one column */
    IS_WIDE,
    AHEAD_MAX = 64
};

/* Files of our own on the terminal: standard output may be caught for a while (run_line.h). */
struct term {
    SCREEN *screen;
    WINDOW *keyboard; /* a pad: before it reads a key of stdscr, curses would draw that */
    FILE *in, *out;
    struct sheet sheet; /* what a screen is painted on before it goes out */
    enum theme theme;
    bool mouse, unknown;         /* unknown: TERM names no terminal that is known here */
    struct canvas *shown;        /* what curses has by now; NULL: nothing */
    cchar_t *row;                /* as many as `shown` has columns */
    struct key ahead[AHEAD_MAX]; /* typed ahead while work was going on, the oldest first */
    int ahead_count;
};

/* ncurses asks libc for widths; it must get the same answer as the canvas. */
int wcwidth(wchar_t c)
{
    if (c == 0)
        return 0;
    return c < 0x20 || (c >= 0x7F && c < 0xA0) ? -1 : text_char_width((int32_t)c);
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

/* The wheel comes as buttons 4 and 5. */
static void start_mouse(const struct term *term)
{
    if (!term->mouse)
        return;
    mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
    mouseinterval(0); /* no waiting for a second click */
}

/* How wide is an ambiguous character? Nobody waits for the answer: the keyboard brings it
 * (IS_NARROW). Asked on the second line, because one from the first reads like a key with
 * modifiers; what is written there goes when the first screen is drawn. */
static void ask_width(const struct term *term, int ambiguous)
{
    const char *position = tigetstr("u7");
    text_ambiguous_width(ambiguous);
    if (ambiguous != 0 || term->unknown || !position || (intptr_t)position == -1)
        return;
    define_key("\033[2;2R", IS_NARROW);
    define_key("\033[2;3R", IS_WIDE);
    signals_say("\033[2H\xE2\x91\xA0\033[6n"); /* U+2460, a digit in a circle */
}

/* The keyboard, opened anew so that reading it never waits: curses would, in the midst of a mouse's
 * report that breaks off. -1: this user may not. */
static int open_keyboard(void)
{
    return open("/proc/self/fd/0", O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
}

/* A file of our own on the same terminal: `own`, or else `fd` once more. */
static FILE *open_own(int own, int fd, const char *mode)
{
    if (own < 0)
        own = fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    FILE *file = own >= 0 ? fdopen(own, mode) : NULL;
    if (!file && own >= 0)
        close(own);
    return file;
}

static SCREEN *open_screen(struct term *term)
{
    SCREEN *screen = newterm(NULL, term->out, term->in);
    if (!screen) { /* an unknown TERM: what nearly every terminal understands */
        screen = newterm("vt100", term->out, term->in);
        term->unknown = true;
    }
    return screen;
}

static void drop(struct term *term)
{
    if (term->in)
        fclose(term->in);
    if (term->out)
        fclose(term->out);
    sheet_close(&term->sheet);
    free(term);
}

bool term_open(const struct term_options *options, struct term **out, struct err *err)
{
    struct termios before;
    if (tcgetattr(STDIN_FILENO, &before) != 0)
        return err_set(err, ERR_IO, _("this is no terminal; use 'duban status' instead"));
    struct term *term = xcalloc(1, sizeof(*term));
    term->in = open_own(open_keyboard(), STDIN_FILENO, "r");
    term->out = open_own(-1, STDOUT_FILENO, "w");
    term->sheet = sheet_open(STDOUT_FILENO);
    term->theme = options->theme;
    term->mouse = options->mouse;
    set_escdelay(ESC_DELAY_MS);
    term->screen = term->in && term->out && term->sheet.line >= 0 ? open_screen(term) : NULL;
    if (term->screen && !tigetstr("cup")) { /* as "dumb": nothing can be placed on it */
        endwin();
        delscreen(term->screen);
        term->screen = NULL;
    }
    if (!term->screen) {
        drop(term);
        return err_set(
            err, ERR_IO,
            _("this terminal cannot show the monitor; set TERM, for example to xterm, or "
              "use 'duban status'"));
    }
    signals_catch(term->sheet.line, &before);
    raw();
    noecho();
    nonl();
    term->keyboard = newpad(1, 1);
    keypad(term->keyboard, TRUE);
    nodelay(term->keyboard, TRUE);
    typeahead(-1); /* a screen goes out whole, not in pieces between looks at the keyboard */
    curs_set(0);
    start_colours(term);
    start_mouse(term);
    define_key("\033[200~", PASTE_BEGIN);
    define_key("\033[201~", PASTE_END);
    signals_say("\033[?2004h");
    ask_width(term, options->ambiguous);
    *out = term;
    return true;
}

void term_close(struct term *term)
{
    if (!term)
        return;
    mem_on_fatal(NULL);
    signals_say("\033[?2004l");
    delwin(term->keyboard);
    endwin();
    delscreen(term->screen);
    canvas_free(term->shown);
    free(term->row);
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

static struct key key_of_mouse(void)
{
    MEVENT event;
    struct key key = {.code = KEYCODE_NONE};
    if (getmouse(&event) != OK)
        return key;
    if (event.bstate & BUTTON1_PRESSED)
        key = (struct key){.code = KEYCODE_CLICK, .y = event.y, .x = event.x};
    else if (event.bstate & BUTTON4_PRESSED)
        key.code = KEYCODE_WHEEL_UP;
    else if (event.bstate & BUTTON5_PRESSED)
        key.code = KEYCODE_WHEEL_DOWN;
    return key;
}

/* The answer to ask_width(). Where it changes what is shown, everything is drawn again. */
static struct key key_of_width(struct term *term, int width)
{
    if (width == 1) /* as was thought */
        return (struct key){.code = KEYCODE_NONE};
    text_ambiguous_width(width);
    term_redraw(term);
    return (struct key){.code = KEYCODE_RESIZE};
}

static struct key key_of_code(struct term *term, wint_t code)
{
    if (code == KEY_MOUSE)
        return key_of_mouse();
    if (code == IS_NARROW || code == IS_WIDE)
        return key_of_width(term, code == IS_WIDE ? 2 : 1);
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
    case 8:
    case 127:
        return (struct key){.code = KEYCODE_BACKSPACE};
    default:
        return (struct key){.code = KEYCODE_CHAR, .character = (int32_t)c};
    }
}

/* What came behind ESC [ and is no key that the terminal's description names: a late answer, a key
 * with modifiers, or an arrow in the terminal's other mode. Nothing of it is text. */
static struct key key_of_sequence(struct term *term)
{
    static const struct {
        wint_t last;
        enum key_code code;
    } arrows[] = {{'A', KEYCODE_UP},   {'B', KEYCODE_DOWN}, {'C', KEYCODE_RIGHT},
                  {'D', KEYCODE_LEFT}, {'H', KEYCODE_HOME}, {'F', KEYCODE_END}};
    struct key key = {.code = KEYCODE_NONE};
    wint_t c;
    int len = 0;
    while (wget_wch(term->keyboard, &c) == OK && !(c >= 0x40 && c <= 0x7E))
        len++;
    for (size_t i = 0; len == 0 && i < COUNT_OF(arrows); i++) {
        if (arrows[i].last == c)
            key.code = arrows[i].code;
    }
    return key;
}

/* ESC: the key, or the beginning of a sequence that came in one piece. */
static struct key key_of_escape(struct term *term)
{
    wint_t c;
    int got = wget_wch(term->keyboard, &c);
    if (got == OK && c == '[')
        return key_of_sequence(term);
    if (got == OK)
        unget_wch((wchar_t)c);
    else if (got == KEY_CODE_YES)
        ungetch((int)c);
    return (struct key){.code = KEYCODE_ESCAPE};
}

/* The window is another, or was one for a moment: what the terminal shows is not known. */
static struct key resized(struct term *term)
{
    (void)signals_resized(); /* once is enough */
    term_redraw(term);
    return (struct key){.code = KEYCODE_RESIZE};
}

/* A key that is there already, KEYCODE_NONE for one that means nothing. Returns false when nothing
 * is there. */
static bool take_key(struct term *term, struct key *key)
{
    wint_t c;
    int got = wget_wch(term->keyboard, &c);
    if (got == ERR)
        return false;
    *key = got == KEY_CODE_YES ? key_of_code(term, c)
           : c == 27           ? key_of_escape(term)
                               : key_of_character(c);
    if (key->code == KEYCODE_RESIZE)
        *key = resized(term);
    return true;
}

enum waited { WAITED_GONE, WAITED_SILENT, WAITED_READY };

/* Waits for input, a signal, or the end of the line. */
static enum waited wait_input(const struct term *term, int64_t timeout_ms)
{
    struct pollfd input = {.fd = fileno(term->in), .events = POLLIN};
    int ready = poll(&input, 1, (int)timeout_ms);
    if (ready < 0)
        return errno == EINTR ? WAITED_READY : WAITED_GONE;
    if (ready == 0)
        return WAITED_SILENT;
    int waiting = 0;
    bool readable = (input.revents & POLLIN) && ioctl(fileno(term->in), FIONREAD, &waiting) == 0;
    return readable && waiting > 0 ? WAITED_READY : WAITED_GONE;
}

bool term_stops(struct term *term)
{
    enum { CTRL_C = 3 };
    struct key key;
    bool stops = signals_hung_up();
    while (!stops && take_key(term, &key)) {
        stops = key.code == KEYCODE_ESCAPE || (key.code == KEYCODE_CHAR && key.character == CTRL_C);
        if (!stops && key.code != KEYCODE_NONE && term->ahead_count < AHEAD_MAX)
            term->ahead[term->ahead_count++] = key;
    }
    if (stops)
        term->ahead_count = 0; /* what was typed for what is no longer done */
    return stops;
}

static struct key take_ahead(struct term *term)
{
    struct key key = term->ahead[0];
    memmove(term->ahead, term->ahead + 1, (size_t)--term->ahead_count * sizeof(key));
    return key;
}

struct key term_read(struct term *term, int timeout_ms)
{
    struct key key = {.code = KEYCODE_NONE};
    if (term->ahead_count > 0 && !signals_hung_up())
        return take_ahead(term);
    for (int64_t end = clock_ms() + timeout_ms;;) {
        if (signals_hung_up())
            return (struct key){.code = KEYCODE_HANGUP};
        while (take_key(term, &key)) {
            if (key.code != KEYCODE_NONE)
                return key;
        }
        if (signals_resized()) /* and is as large as before: curses has not noticed */
            return resized(term);
        int64_t left = end - clock_ms();
        enum waited waited = left > 0 ? wait_input(term, left) : WAITED_SILENT;
        if (waited == WAITED_GONE)
            return (struct key){.code = KEYCODE_HANGUP};
        if (waited == WAITED_SILENT)
            return (struct key){.code = KEYCODE_NONE};
    }
}

/* ---- the screen ---- */

static void to_curses(const struct term *term, const struct cell *cell, cchar_t *out)
{
    wchar_t text[2 + TEXT_MARKS_MAX] = {0};
    for (int i = 0; i <= TEXT_MARKS_MAX && cell->text[i] != 0; i++)
        text[i] = (wchar_t)cell->text[i];
    struct style style = theme_style(term->theme, (enum role)cell->role);
    short pair = term->theme == THEME_MONO ? 0 : (short)(cell->role + 1);
    if (setcchar(out, text, attributes(style.look), pair, NULL) == ERR)
        setcchar(out, L" ", A_NORMAL, 0, NULL);
}

/* Keeps what curses has now, to hand it only what differs next time. */
static void remember(struct term *term, const struct canvas *canvas)
{
    if (!term->shown)
        term->shown = canvas_new(canvas_rows(canvas), canvas_columns(canvas));
    canvas_copy(term->shown, canvas);
}

static void forget(struct term *term)
{
    canvas_free(term->shown);
    term->shown = NULL;
}

/* Hands curses the cells of a row that are other than those it has, each run of them at once. */
static void show_row(const struct term *term, const struct canvas *canvas, int y, int columns)
{
    for (int x = 0; x < columns;) {
        int first = x, count = 0;
        for (; x < columns; x++) {
            const struct cell *cell = canvas_cell(canvas, y, x);
            if (term->shown && cell_same(cell, canvas_cell(term->shown, y, x)))
                break;
            if (cell->width == 0)
                continue;
            first = count == 0 ? x : first;
            to_curses(term, cell, &term->row[count++]);
        }
        if (count > 0)
            mvadd_wchnstr(y, first, term->row, count);
        x += x == first;
    }
}

/* The cursor is hidden, and need not be moved but to where an input method looks for it. */
static void place_cursor(const struct canvas *canvas)
{
    int y, x;
    bool typed = canvas_typed(canvas, &y, &x);
    leaveok(stdscr, !typed);
    if (typed)
        move(y, x);
}

void term_show(struct term *term, const struct canvas *canvas)
{
    int rows, columns;
    getmaxyx(stdscr, rows, columns);
    bool fits = term->shown && canvas_rows(term->shown) == canvas_rows(canvas) &&
                canvas_columns(term->shown) == canvas_columns(canvas);
    if (!fits) {
        forget(term);
        term->row = xrealloc(term->row, (size_t)canvas_columns(canvas), sizeof(*term->row));
    }
    rows = rows < canvas_rows(canvas) ? rows : canvas_rows(canvas);
    columns = columns < canvas_columns(canvas) ? columns : canvas_columns(canvas);
    for (int y = 0; y < rows; y++)
        show_row(term, canvas, y, columns);
    remember(term, canvas);
    place_cursor(canvas);
    sheet_lay(&term->sheet, fileno(term->out));
    refresh();
    sheet_send(&term->sheet, fileno(term->out));
}

void term_redraw(struct term *term)
{
    forget(term);
    clearok(curscr, TRUE);
}

void term_suspend(struct term *term)
{
    (void)term;
    signals_say("\033[?2004l");
    def_prog_mode();
    endwin();
    raise(SIGSTOP);
    reset_prog_mode();
    signals_say("\033[?2004h");
    clearok(curscr, TRUE);
    refresh();
}

const char *term_library(void)
{
    return curses_version();
}
