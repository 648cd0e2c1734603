#include "ui/term_probe.h"

#include <poll.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* U+2460, a digit in a circle; then where is the cursor? Then it is wiped. */
#define ASK  "\r\xE2\x91\xA0\033[6n"
#define WIPE "\r  \r"

static void keep_typed(struct probe *probe, const char *bytes, size_t len)
{
    for (size_t i = 0; i < len && probe->typed_len < sizeof(probe->typed); i++)
        probe->typed[probe->typed_len++] = bytes[i];
}

/* Is what came so far the beginning of "ESC [ row ; column R"? */
static bool may_be_reply(const struct probe *probe)
{
    for (size_t i = 0; i < probe->reply_len; i++) {
        char c = probe->reply[i];
        bool fits = i == 0   ? c == '\033'
                    : i == 1 ? c == '['
                             : (c >= '0' && c <= '9') || c == ';' || (c == 'R' && i > 2);
        if (!fits)
            return false;
    }
    return probe->reply_len < sizeof(probe->reply);
}

static int width_of(const struct probe *probe)
{
    const char *semicolon = memchr(probe->reply, ';', probe->reply_len);
    long column = semicolon ? strtol(semicolon + 1, NULL, 10) : 0;
    return column == 2 || column == 3 ? (int)column - 1 : 0;
}

void probe_feed(struct probe *probe, char byte)
{
    probe->reply[probe->reply_len++] = byte;
    if (!may_be_reply(probe)) {
        /* Typed, but the last byte may begin the answer. */
        bool begins = byte == '\033' && probe->reply_len > 1;
        keep_typed(probe, probe->reply, probe->reply_len - (begins ? 1 : 0));
        probe->reply[0] = byte;
        probe->reply_len = begins ? 1 : 0;
    } else if (byte == 'R') {
        probe->width = width_of(probe);
        probe->done = true;
        probe->reply_len = 0;
    }
}

static void send(int out, const char *bytes)
{
    if (write(out, bytes, strlen(bytes)) < 0)
        return; /* then no answer comes either */
}

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void probe_ask(int in, int out, struct probe *probe)
{
    int64_t end = now_ms() + PROBE_WAIT_MS;
    send(out, ASK);
    while (!probe->done) {
        struct pollfd input = {.fd = in, .events = POLLIN};
        int64_t left = end - now_ms();
        char byte;
        if (left <= 0 || poll(&input, 1, (int)left) <= 0 || read(in, &byte, 1) != 1)
            break;
        probe_feed(probe, byte);
    }
    keep_typed(probe, probe->reply, probe->reply_len);
    send(out, WIPE);
}
