#include "ui/term_signals.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "duban/mem.h"

/* What a signal handler needs: the terminal as it was, where it is, and whether we are to leave. */
static struct {
    struct termios modes;
    int fd;
    volatile sig_atomic_t hung_up, resized;
    void (*resize)(int); /* what curses does on a new size */
} state;

static const int fatal_signals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGQUIT};

void signals_say(const char *bytes)
{
    if (write(state.fd, bytes, strlen(bytes)) < 0)
        return; /* the terminal is gone; there is nobody to tell */
}

/* With nothing but what a signal handler may call. */
static void restore(void)
{
    signals_say("\033[?2004l\033[?1006l\033[?1000l\033[0m\033[?1049l\033[?25h\r\n");
    tcsetattr(state.fd, TCSANOW, &state.modes);
}

static void on_fatal(int number)
{
    restore();
    signal(number, SIG_DFL);
    raise(number);
}

static void on_leave(int number)
{
    (void)number;
    state.hung_up = 1;
}

static void on_resize(int number)
{
    state.resized = 1;
    if (state.resize && state.resize != SIG_IGN)
        state.resize(number);
}

bool signals_resized(void)
{
    bool resized = state.resized != 0;
    state.resized = 0;
    return resized;
}

bool signals_hung_up(void)
{
    return state.hung_up != 0;
}

void signals_catch(int fd, const struct termios *modes)
{
    struct sigaction fatal = {.sa_handler = on_fatal, .sa_flags = (int)SA_RESETHAND};
    struct sigaction leave = {.sa_handler = on_leave};
    state.fd = fd;
    state.modes = *modes;
    for (size_t i = 0; i < COUNT_OF(fatal_signals); i++)
        sigaction(fatal_signals[i], &fatal, NULL);
    sigaction(SIGHUP, &leave, NULL);
    sigaction(SIGTERM, &leave, NULL);
    sigaction(SIGINT, &leave, NULL);
    struct sigaction resize;
    sigaction(SIGWINCH, NULL, &resize);
    state.resize = resize.sa_handler;
    resize.sa_handler = on_resize;
    sigaction(SIGWINCH, &resize, NULL);
    mem_on_fatal(restore);
}
