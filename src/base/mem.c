#include "duban/mem.h"

#include <signal.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "duban/i18n.h"

enum { EXIT_OUT_OF_MEMORY = 71, BLOCK_FIRST = 4 * 1024, BLOCK_MAX = 64 * 1024 };

static void (*fatal_restore)(void);

void mem_on_fatal(void (*restore)(void))
{
    fatal_restore = restore;
}

/* Writes without stdio, which may want memory that is not there. */
static void say(const char *text)
{
    if (write(STDERR_FILENO, text, strlen(text)) < 0)
        return; /* nobody is left to tell */
}

/* Once at most: when the restore function itself fails, it must not be called again. */
static void restore_terminal(void)
{
    void (*restore)(void) = fatal_restore;
    fatal_restore = NULL;
    if (restore)
        restore();
}

NORETURN static void out_of_memory(void)
{
    restore_terminal();
    /* gettext gives back its argument when it cannot allocate. */
    say("duban: ");
    say(_("out of memory; nothing of this command was saved: close other programs and try again"));
    say("\n");
    _exit(EXIT_OUT_OF_MEMORY);
}

NORETURN void bug(const char *file, int line, const char *what)
{
    restore_terminal();
    char text[256];
    snprintf(text, sizeof(text), "duban: bug at %s:%d: %s\n", file, line, what);
    say(text);
    abort();
}

void *xcalloc(size_t count, size_t size)
{
    void *memory = calloc(count ? count : 1, size ? size : 1);
    if (!memory)
        out_of_memory();
    return memory;
}

void *xrealloc(void *memory, size_t count, size_t size)
{
    void *grown = reallocarray(memory, count ? count : 1, size ? size : 1);
    if (!grown)
        out_of_memory();
    return grown;
}

char *xstrdup(const char *text)
{
    size_t size = strlen(text) + 1;
    return memcpy(xcalloc(size, 1), text, size);
}

struct arena_block {
    struct arena_block *older;
    alignas(max_align_t) char bytes[];
};

/* A small arena stays small: each block is twice the last. */
static void add_block(struct arena *arena, size_t least)
{
    size_t usual = !arena->blocks ? BLOCK_FIRST : arena->size < BLOCK_MAX ? arena->size * 2 : BLOCK_MAX;
    size_t size = least > usual ? least : usual;
    if (size > SIZE_MAX - sizeof(struct arena_block))
        out_of_memory();
    struct arena_block *block = xcalloc(1, sizeof(*block) + size);
    block->older = arena->blocks;
    arena->blocks = block;
    arena->used = 0;
    arena->size = size;
}

/* The next size of a full array: twice the last. */
static size_t more(size_t room)
{
    size_t twice;
    if (__builtin_mul_overflow(room, 2, &twice))
        out_of_memory();
    return room ? twice : 16;
}

void *xroom(void *items, size_t count, size_t *room, size_t size)
{
    if (count < *room)
        return items;
    *room = more(*room);
    return xrealloc(items, *room, size);
}

void *arena_room(struct arena *arena, void *items, size_t count, size_t *room, size_t size)
{
    if (count < *room)
        return items;
    *room = more(*room);
    void *grown = arena_array(arena, *room, size);
    if (count > 0)
        memcpy(grown, items, count * size);
    return grown;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes) || bytes > SIZE_MAX - alignof(max_align_t))
        out_of_memory();
    bytes = (bytes + alignof(max_align_t) - 1) / alignof(max_align_t) * alignof(max_align_t);
    if (!arena->blocks || bytes > arena->size - arena->used)
        add_block(arena, bytes);
    void *memory = arena->blocks->bytes + arena->used;
    arena->used += bytes;
    return memory;
}

char *arena_text(struct arena *arena, struct sv text)
{
    char *copy = arena_array(arena, text.len + 1, 1);
    if (text.len > 0)
        memcpy(copy, text.data, text.len);
    return copy;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len < 0)
        BUG("a format that printf refuses");
    char *text = arena_array(arena, (size_t)len + 1, 1);
    vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    return text;
}

void arena_free(struct arena *arena)
{
    struct arena_block *block = arena->blocks;
    while (block) {
        struct arena_block *older = block->older;
        free(block);
        block = older;
    }
    *arena = (struct arena){0};
}
