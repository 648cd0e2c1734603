/* Memory that runs out at every call: once, and from then on. Ours is met in mem.c, SQLite's by its
 * own errors; the allocator is put in at the link and through sqlite3_config(). */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "inside.h"

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void *__real_reallocarray(void *memory, size_t count, size_t size);
char *__real_strdup(const char *text);
char *__real_strndup(const char *text, size_t len);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);
void *__wrap_reallocarray(void *memory, size_t count, size_t size);
char *__wrap_strdup(const char *text);
char *__wrap_strndup(const char *text, size_t len);

static struct {
    bool armed, for_good;
    long fail_at; /* from 1; 0: only count */
} fault;
static long *calls; /* shared with the child, which does the calling */

static bool runs_out(void)
{
    if (!fault.armed || inside_over)
        return false;
    long call = ++*calls;
    return fault.fail_at > 0 && (fault.for_good ? call >= fault.fail_at : call == fault.fail_at);
}

void *__wrap_malloc(size_t size)
{
    return runs_out() ? NULL : __real_malloc(size);
}
void *__wrap_calloc(size_t count, size_t size)
{
    return runs_out() ? NULL : __real_calloc(count, size);
}
void *__wrap_realloc(void *memory, size_t size)
{
    return runs_out() ? NULL : __real_realloc(memory, size);
}
void *__wrap_reallocarray(void *memory, size_t count, size_t size)
{
    return runs_out() ? NULL : __real_reallocarray(memory, count, size);
}
char *__wrap_strdup(const char *text)
{
    return runs_out() ? NULL : __real_strdup(text);
}
char *__wrap_strndup(const char *text, size_t len)
{
    return runs_out() ? NULL : __real_strndup(text, len);
}

/* ---- SQLite's own allocator, with the same shortage ---- */

static sqlite3_mem_methods plain;

static void *sqlite_malloc(int size)
{
    return runs_out() ? NULL : plain.xMalloc(size);
}
static void *sqlite_realloc(void *memory, int size)
{
    return runs_out() ? NULL : plain.xRealloc(memory, size);
}

static void arm(void *context)
{
    (void)context;
    sqlite3_shutdown();
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &plain);
    sqlite3_mem_methods scarce = plain;
    scarce.xMalloc = sqlite_malloc;
    scarce.xRealloc = sqlite_realloc;
    sqlite3_config(SQLITE_CONFIG_MALLOC, &scarce);
    fault.armed = true;
}

static void try_operation(const struct operation *operation, int tries)
{
    *calls = 0;
    fault.fail_at = 0;
    inside_try(operation, arm, NULL, NULL, "nothing fails");
    long all = *calls, absorbed = 0, done = 0, step = all / tries > 1 ? all / tries : 1;
    for (int for_good = 0; for_good < 2; for_good++) {
        for (long at = 1 + faults_random((uint32_t)step); at <= all; at += step, done++) {
            char what[64];
            fault.for_good = for_good;
            fault.fail_at = at;
            *calls = 0;
            snprintf(what, sizeof(what), "allocation %ld fails%s", at,
                     for_good ? " and all after it" : "");
            absorbed += inside_try(operation, arm, NULL, NULL, what).status == 0;
        }
    }
    faults_say("  %-7s %6ld allocations, %5ld failed in turn, %4ld did without, the rest said so",
               operation->name, all, done, absorbed);
}

int main(void)
{
    faults_start("out of memory");
    calls = mmap(NULL, sizeof(*calls), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    inside_prepare(inside_operation_count);
    const char *only = getenv("FAULTS_ONLY"); /* an operation's name */
    for (int i = 0; i < inside_operation_count; i++) {
        if (!only || strcmp(only, inside_operations[i].name) == 0)
            try_operation(&inside_operations[i], faults_rounds(40, 10000));
    }
    return faults_end();
}
