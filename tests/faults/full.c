/* A disk that is full, at 64 sizes: on a small tmpfs that is shrunk to what is used and a little
 * more; where mounting is not allowed, with a limit on the size of files. Everything is there or
 * nothing, the message says so, and with room again the next command works. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "inside.h"

enum { SIZES = 64, STEP = 4096, STEP_DB = 4 * STEP, AMPLE = 64 << 20 };

static bool mounted;
static long room; /* bytes that the next command may use */

static void resize(long size)
{
    char options[32];
    snprintf(options, sizeof(options), "size=%ld", size);
    if (mount("none", ".", "tmpfs", MS_REMOUNT, options) != 0)
        CHECK(false, "cannot resize to %s: %s", options, strerror(errno));
}

static void give_room(void)
{
    if (mounted)
        resize(AMPLE);
}

static void take_room(void *context)
{
    (void)context;
    struct statvfs fs;
    if (mounted && statvfs(".", &fs) == 0) {
        resize((long)((fs.f_blocks - fs.f_bfree) * fs.f_frsize) + room);
    } else {
        const struct rlimit limit = {(rlim_t)room, (rlim_t)room};
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &limit);
    }
}

static void heal(const char *what)
{
    struct ran ran =
        faults_db("a.db", "--as-of", "2021-12-01", "set", "5.1", "99", "--school", "WJ-K002", NULL);
    CHECK(ran.status == 0, "with room again after %s: %s", what, ran.err);
    faults_sound("a.db", what);
}

static void try_operation(const struct operation *operation)
{
    bool makes_db = operation->makes && strstr(operation->makes, ".db");
    int refused = 0;
    for (int i = 0; i < SIZES; i++) {
        char what[64];
        room = (long)i * (makes_db ? STEP_DB : STEP);
        snprintf(what, sizeof(what), "%ld bytes of room", room);
        struct ran ran = inside_try(operation, take_room, NULL, NULL, what);
        refused += ran.status != 0;
        CHECK(ran.status == 0 || ran.status == 73 || ran.status == 74, "%s, %s: status %d: %s",
              operation->name, what, ran.status, ran.err);
        heal(what);
    }
    faults_say("  %-7s %d sizes, %d refused, the rest fitted", operation->name, SIZES, refused);
}

int main(void)
{
    faults_start("full disk");
    mkdir("small", 0770);
    mounted = mount("none", "small", "tmpfs", 0, "size=64m") == 0;
    faults_say(mounted ? "on a tmpfs" : "mounting is not allowed: with a limit on files' sizes");
    if (chdir("small") != 0)
        return 1;
    inside_heal = give_room;
    inside_prepare(inside_operation_count);
    for (int i = 0; i < inside_operation_count; i++)
        try_operation(&inside_operations[i]);
    if (chdir("..") == 0 && mounted)
        umount2("small", MNT_DETACH);
    return faults_end();
}
