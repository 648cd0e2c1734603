/* mem.h - memory that is there or the program stops, and arenas for batches that die together.
 *
 * Out of memory is met in one place: a message, the terminal put back, exit status 71. Nothing
 * half done survives it, because every write is one transaction. A bug is met the same way by
 * bug(), with abort().
 *
 * Ownership: x*() results are freed with free(); arena results live until arena_free() of their
 * arena, and never move.
 *
 * Example:
 *     struct arena arena = {0};
 *     struct target *targets = arena_array(&arena, n, sizeof(*targets));
 *     ...
 *     arena_free(&arena);
 */
#ifndef DUBAN_MEM_H
#define DUBAN_MEM_H

#include <stddef.h>

#include "duban/attr.h"
#include "duban/sv.h"

/* Zeroed memory for `count` elements of `size` bytes. */
MUST_USE void *xcalloc(size_t count, size_t size);

/* realloc() to `count` elements of `size` bytes; the new part is not zeroed. */
MUST_USE void *xrealloc(void *memory, size_t count, size_t size);

/* Room for one more element of `size` bytes behind the first `count` of `items`: the array, which
 * has moved and doubled when it was full. *room is how many it holds; NULL and 0 to begin with. */
MUST_USE void *xroom(void *items, size_t count, size_t *room, size_t size);

/* A copy of `text`. */
MUST_USE char *xstrdup(const char *text) NONNULL;

/* Called once before the program dies of memory or of a bug: puts the terminal back. NULL =
 * nothing to do. One for the process. */
void mem_on_fatal(void (*restore)(void));

/* Stops the program: a condition that the code rules out has come true. */
NORETURN void bug(const char *file, int line, const char *what);
#define BUG(what) bug(__FILE__, __LINE__, what)

struct arena_block;

/* Zero-initialised is empty and ready. */
struct arena {
    struct arena_block *blocks; /* newest first */
    size_t used, size;          /* of the newest block */
};

/* Zeroed memory for `count` elements of `size` bytes, aligned for anything; count may be 0. */
MUST_USE void *arena_array(struct arena *arena, size_t count, size_t size) NONNULL;

/* xroom() for an array in the arena: the elements are copied, the old array stays till the end. */
MUST_USE void *arena_room(struct arena *arena, void *items, size_t count, size_t *room,
                          size_t size);

/* A terminated copy of `text`. */
MUST_USE char *arena_text(struct arena *arena, struct sv text) NONNULL;

/* printf into the arena. */
MUST_USE char *arena_printf(struct arena *arena, const char *format, ...) PRINTF(2);

/* Gives everything back; the arena is empty and ready again. */
void arena_free(struct arena *arena) NONNULL;

#endif
