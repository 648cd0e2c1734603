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
#include <time.h>
#include <unistd.h>
#include <wchar.h>

#include "duban/i18n.h"
#include "duban/mem.h"
#include "duban/text.h"
#include "ui/look.h"
#include "ui/paint.h"
#include "ui/term_signals.h"

/* curses would pull its macros over ours. */
enum {
    ESC_DELAY_MS = 25,
    PASTE_BEGIN = KEY_MAX + 1,
    PASTE_END,
    IS_NARROW, /* the terminal's answer: an ambiguous character has one column */
    IS_WIDE
};

/* Files of our own on the terminal: standard output may be caught for a while (run_line.h). */
struct term {
    SCREEN *screen;
    WINDOW *keys; /* a pad: reading from it draws nothing */
    FILE *in, *out;
    enum theme theme;
    bool mouse, unknown; /* unknown: TERM names no terminal that is known here */
    struct paint paint;
    struct buf bytes;
};

/* ---- how this terminal shows things ---- */

/* A capability; "" where the terminal has it not. */
static const char *capability(const char *name)
{
    const char *text = tigetstr(name);
    return text && (intptr_t)text != -1 ? text : "";
}

static void expand(const char *capability, int first, int second, char out[PAINT_MOVE_MAX])
{
    const char *text = capability[0] != '\0' ? tiparm(capability, first, second) : NULL;
    look_clean(text ? text : "", out, PAINT_MOVE_MAX);
}

/* Adds the colours and attributes of a style to a look. What the terminal cannot show together
 * with colours is left out. */
static void add_style(char look[PAINT_LOOK_MAX], const struct style *style)
{
    static const struct {
        unsigned look;
        const char *name;
        int with_no_colour; /* its bit of the terminal's "ncv" */
    } attributes[] = {
        {BOLD, "bold", 32}, {REVERSE, "rev", 4}, {UNDERLINE, "smul", 2}, {DIM, "dim", 16}};
    bool coloured = style->front != THEIRS || style->back != THEIRS;
    int without = coloured && tigetnum("ncv") > 0 ? tigetnum("ncv") : 0;
    char colour[PAINT_MOVE_MAX];
    for (size_t i = 0; i < COUNT_OF(attributes); i++) {
        if ((style->look & attributes[i].look) && !(without & attributes[i].with_no_colour))
            look_add(look, PAINT_LOOK_MAX, capability(attributes[i].name));
    }
    if (style->front != THEIRS) {
        expand(capability("setaf"), style->front, 0, colour);
        look_add(look, PAINT_LOOK_MAX, colour);
    }
    if (style->back != THEIRS) {
        expand(capability("setab"), style->back, 0, colour);
        look_add(look, PAINT_LOOK_MAX, colour);
    }
}

/* Leaves nothing of our looks behind. */
static void say_plain(void)
{
    char plain[PAINT_LOOK_MAX];
    look_clean(capability("sgr0"), plain, sizeof(plain));
    signals_say(plain);
}

/* Blanks look the same when they have the same back and nothing else that is seen on them. */
static int blank_of(const struct style *style, int role)
{
    return style->look & (REVERSE | UNDERLINE) ? 100 + role : (int)style->back;
}

static void learn_looks(struct term *term)
{
    struct paint *paint = &term->paint;
    if (tigetnum("colors") < 8 || !capability("setaf")[0] || !capability("op")[0])
        term->theme = THEME_MONO;
    for (int role = 0; role < ROLE_TOTAL; role++) {
        struct style style = theme_style(term->theme, (enum role)role);
        look_add(paint->looks[role], PAINT_LOOK_MAX, capability("sgr0"));
        add_style(paint->looks[role], &style);
        add_style(paint->adds[role], &style);
        paint->blanks[role] = blank_of(&style, role);
    }
    look_clean(capability("clear"), paint->clear, sizeof(paint->clear));
    look_clean(capability("el"), paint->clear_line, sizeof(paint->clear_line));
    look_clean(capability("ind"), paint->down, sizeof(paint->down));
    look_clean(capability("ri"), paint->up, sizeof(paint->up));
    paint->csr = capability("csr");
    paint->cup = capability("cup");
    paint->cuf = capability("cuf");
    paint->expand = expand;
    paint->erases =
        theme_style(term->theme, ROLE_TEXT).back == THEIRS || tigetflag("bce") > 0;
    paint->scrolls_last = tigetflag("am") > 0 && tigetflag("xenl") <= 0;
    paint_forget(paint);
}

/* The wheel comes as buttons 4 and 5. */
static void start_mouse(const struct term *term)
{
    if (!term->mouse)
        return;
    mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
    mouseinterval(0); /* no waiting for a second click */
}

/* How wide is an ambiguous character? Asked on the second line, because an answer from the first
 * reads like a key with modifiers; nobody waits for it, the keyboard brings it (IS_NARROW). */
static void ask_width(const struct term *term, int ambiguous)
{
    text_ambiguous_width(ambiguous);
    if (ambiguous != 0 || term->unknown || !capability("u7")[0])
        return;
    define_key("\033[2;2R", IS_NARROW);
    define_key("\033[2;3R", IS_WIDE);
    signals_say("\033[2H\xE2\x91\xA0\033[6n"); /* U+2460, a digit in a circle */
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
    free(term);
}

bool term_open(const struct term_options *options, struct term **out, struct err *err)
{
    struct termios before;
    if (tcgetattr(STDIN_FILENO, &before) != 0)
        return err_set(err, ERR_IO, _("this is no terminal; use 'duban status' instead"));
    struct term *term = xcalloc(1, sizeof(*term));
    term->in = open_own(STDIN_FILENO, "r");
    term->out = open_own(STDOUT_FILENO, "w");
    term->theme = options->theme;
    term->mouse = options->mouse;
    set_escdelay(ESC_DELAY_MS);
    term->screen = term->in && term->out ? open_screen(term) : NULL;
    if (term->screen && !tigetstr("cup")) { /* as "dumb": nothing can be placed on it */
        endwin();
        delscreen(term->screen);
        term->screen = NULL;
    }
    if (!term->screen) {
        drop(term);
        return err_set(err, ERR_IO,
                       _("this terminal cannot show the monitor; set TERM, for example to xterm, or "
                         "use 'duban status'"));
    }
    signals_catch(fileno(term->out), &before);
    raw();
    noecho();
    nonl();
    term->keys = newpad(1, 1);
    keypad(term->keys, TRUE);
    nodelay(term->keys, TRUE);
    curs_set(0);
    learn_looks(term);
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
    say_plain();
    endwin();
    delwin(term->keys);
    paint_forget(&term->paint);
    buf_free(&term->bytes);
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
    text_ambiguous_width(width);
    if (width == 1) /* as was thought */
        return (struct key){.code = KEYCODE_NONE};
    paint_forget(&term->paint);
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
static struct key key_of_sequence(const struct term *term)
{
    static const struct {
        wint_t last;
        enum key_code code;
    } arrows[] = {{'A', KEYCODE_UP},   {'B', KEYCODE_DOWN}, {'C', KEYCODE_RIGHT},
                  {'D', KEYCODE_LEFT}, {'H', KEYCODE_HOME}, {'F', KEYCODE_END}};
    struct key key = {.code = KEYCODE_NONE};
    wint_t c;
    int len = 0;
    while (wget_wch(term->keys, &c) == OK && !(c >= 0x40 && c <= 0x7E))
        len++;
    for (size_t i = 0; len == 0 && i < COUNT_OF(arrows); i++) {
        if (arrows[i].last == c)
            key.code = arrows[i].code;
    }
    return key;
}

/* ESC: the key, or the beginning of a sequence that came in one piece. */
static struct key key_of_escape(const struct term *term)
{
    wint_t c;
    int got = wget_wch(term->keys, &c);
    if (got == OK && c == '[')
        return key_of_sequence(term);
    if (got == OK)
        unget_wch((wchar_t)c);
    else if (got == KEY_CODE_YES)
        ungetch((int)c);
    return (struct key){.code = KEYCODE_ESCAPE};
}

/* A key that is there already, KEYCODE_NONE for one that means nothing. Returns false when nothing is
 * there. */
static bool take_key(struct term *term, struct key *key)
{
    wint_t c;
    int got = wget_wch(term->keys, &c);
    if (got == ERR)
        return false;
    *key = got == KEY_CODE_YES ? key_of_code(term, c)
           : c == 27           ? key_of_escape(term)
                               : key_of_character(c);
    return true;
}

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
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

struct key term_read(struct term *term, int timeout_ms)
{
    struct key key = {.code = KEYCODE_NONE};
    for (int64_t end = now_ms() + timeout_ms;;) {
        if (signals_hung_up())
            return (struct key){.code = KEYCODE_HANGUP};
        while (take_key(term, &key)) {
            if (key.code != KEYCODE_NONE)
                return key;
        }
        int64_t left = end - now_ms();
        enum waited waited = left > 0 ? wait_input(term, left) : WAITED_SILENT;
        if (waited == WAITED_GONE)
            return (struct key){.code = KEYCODE_HANGUP};
        if (waited == WAITED_SILENT)
            return (struct key){.code = KEYCODE_NONE};
    }
}

/* ---- the screen ---- */

/* Sends all of it, in one piece where the line takes that; a line that is gone takes nothing. */
static void send_bytes(const struct term *term)
{
    struct sv left = buf_sv(&term->bytes);
    while (left.len > 0 && !signals_hung_up()) {
        ssize_t sent = write(fileno(term->out), left.data, left.len);
        if (sent < 0 && errno != EINTR)
            return;
        left = sv_skip(left, sent > 0 ? (size_t)sent : 0);
    }
}

void term_show(struct term *term, const struct canvas *canvas)
{
    buf_clear(&term->bytes);
    paint_show(&term->paint, canvas, &term->bytes);
    send_bytes(term);
}

void term_redraw(struct term *term)
{
    paint_forget(&term->paint);
}

void term_suspend(struct term *term)
{
    signals_say("\033[?2004l");
    say_plain();
    def_prog_mode();
    endwin();
    raise(SIGSTOP);
    reset_prog_mode();
    signals_say("\033[?2004h");
    clearok(curscr, TRUE);
    refresh(); /* takes the screen back, which is blank then */
    paint_forget(&term->paint);
}

const char *term_library(void)
{
    return curses_version();
}
