#include "duban/mem.h"

#include <setjmp.h>
#include <signal.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#include <wchar.h>

#include <cmocka.h>

#include "../support/base_child.h"

enum { EXIT_OUT_OF_MEMORY = 71 };

/* AddressSanitizer would end the program at a size that no machine has; malloc says NULL. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1";
}

#ifdef __has_feature /* clang's word for it; gcc has a macro */
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
enum { SHADOW_MEMORY = 1 };
#else
enum { SHADOW_MEMORY = 0 };
#endif

static void test_heap(void **state)
{
    (void)state;
    int *numbers = xcalloc(3, sizeof(*numbers));
    assert_true(numbers[0] == 0 && numbers[1] == 0 && numbers[2] == 0);
    numbers[2] = 7;
    numbers = xrealloc(numbers, 1000, sizeof(*numbers));
    assert_int_equal(numbers[2], 7);
    free(numbers);
    void *none = xcalloc(0, 0);
    assert_non_null(none);
    none = xrealloc(none, 0, 0);
    assert_non_null(none);
    free(none);
    none = xrealloc(NULL, 0, 8);
    assert_non_null(none);
    free(none);
    char *copy = xstrdup("督办");
    assert_string_equal(copy, "督办");
    free(copy);
    copy = xstrdup("");
    assert_string_equal(copy, "");
    free(copy);
}

static bool is_zero(const char *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (bytes[i] != 0)
            return false;
    }
    return true;
}

/* What the arena hands out is aligned, zeroed, its own, and stays where it is. */
static void test_arena(void **state)
{
    (void)state;
    enum { PIECES = 2000 };
    struct arena arena = {0};
    char *pieces[PIECES];
    for (size_t i = 0; i < PIECES; i++) {
        pieces[i] = arena_array(&arena, i % 7, i % 200);
        assert_int_equal((uintptr_t)pieces[i] % alignof(max_align_t), 0);
        assert_true(is_zero(pieces[i], i % 7 * (i % 200)));
        memset(pieces[i], (int)(i % 255 + 1), i % 7 * (i % 200));
    }
    for (size_t i = 0; i < PIECES; i++) {
        for (size_t at = 0; at < i % 7 * (i % 200); at++)
            assert_int_equal((unsigned char)pieces[i][at], i % 255 + 1);
    }
    arena_free(&arena);
    assert_null(arena.blocks);
    arena_free(&arena);
}

static void test_arena_large_pieces(void **state)
{
    (void)state;
    static const size_t sizes[] = {65535, 65536, 65537, 1, 0, 1000000, 65520, 16, 1};
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        char *piece = arena_array(&arena, sizes[i], 1);
        assert_non_null(piece);
        assert_true(is_zero(piece, sizes[i]));
        memset(piece, 'x', sizes[i]);
    }
    arena_free(&arena);
}

static void test_arena_texts(void **state)
{
    (void)state;
    struct arena arena = {0};
    assert_string_equal(arena_text(&arena, SV("督办")), "督办");
    assert_string_equal(arena_text(&arena, (struct sv){NULL, 0}), "");
    assert_string_equal(arena_text(&arena, (struct sv){"abc", 2}), "ab");
    assert_string_equal(arena_printf(&arena, "%d of %s", 3, "30"), "3 of 30");
    assert_string_equal(arena_printf(&arena, "%s", ""), "");
    arena_free(&arena);
}

/* ---- the ends of the process ---------------------------------------------------------------- */

static void say_restored(void)
{
    static const char text[] = "restored; ";
    if (write(STDERR_FILENO, text, sizeof(text) - 1) < 0)
        _exit(124);
}

static void restore_with_a_bug(void)
{
    say_restored();
    BUG("in the restore function");
}

static void callocate_too_much(void)
{
    mem_on_fatal(say_restored);
    free(xcalloc(SIZE_MAX / 4, 2));
}

static void callocate_more_than_counts(void)
{
    mem_on_fatal(say_restored);
    free(xcalloc(SIZE_MAX / 2, 3));
}

static void reallocate_too_much(void)
{
    mem_on_fatal(say_restored);
    free(xrealloc(NULL, SIZE_MAX / 2, 3));
}

static void arena_too_much(void)
{
    struct arena arena = {0};
    mem_on_fatal(say_restored);
    if (arena_array(&arena, SIZE_MAX / 4, 1))
        arena_free(&arena);
}

static void arena_count_too_much(void)
{
    struct arena arena = {0};
    mem_on_fatal(say_restored);
    if (arena_array(&arena, SIZE_MAX / 2, 3))
        arena_free(&arena);
}

static void arena_cannot_align(void)
{
    struct arena arena = {0};
    mem_on_fatal(say_restored);
    if (arena_array(&arena, SIZE_MAX, 1))
        arena_free(&arena);
}

static void arena_no_room_for_the_block(void)
{
    struct arena arena = {0};
    mem_on_fatal(say_restored);
    if (arena_array(&arena, SIZE_MAX - alignof(max_align_t), 1))
        arena_free(&arena);
}

static void array_doubles_beyond_counting(void)
{
    mem_on_fatal(say_restored);
    size_t room = SIZE_MAX / 2 + 1;
    free(xroom(NULL, room, &room, 1));
}

static void test_out_of_memory(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        void (*body)(void);
    } rows[] = {
        {"xcalloc", callocate_too_much},
        {"xcalloc, product", callocate_more_than_counts},
        {"xrealloc", reallocate_too_much},
        {"arena", arena_too_much},
        {"arena, product", arena_count_too_much},
        {"arena, alignment", arena_cannot_align},
        {"arena, block", arena_no_room_for_the_block},
        {"room", array_doubles_beyond_counting},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct base_child child;
        base_child_run(&child, rows[i].body);
        if (child.status != EXIT_OUT_OF_MEMORY ||
            !strstr(child.err, "restored; duban: out of memory; "))
            fail_msg("%s: status %d, \"%s\"", rows[i].name, child.status, child.err);
    }
}

/* A machine with 64 MiB for us, of which small pieces eat all. */
static void eat_all_memory(void)
{
    const struct rlimit limit = {64u << 20, 64u << 20};
    struct arena arena = {0};
    if (setrlimit(RLIMIT_AS, &limit) != 0)
        _exit(124);
    for (;;)
        memset(arena_array(&arena, 1000, 1), 'x', 1000);
}

static void test_memory_runs_out(void **state)
{
    (void)state;
    if (SHADOW_MEMORY)
        skip(); /* the sanitizer's own memory is beyond any limit */
    struct base_child child;
    base_child_run(&child, eat_all_memory);
    assert_int_equal(child.status, EXIT_OUT_OF_MEMORY);
    assert_string_equal(child.err, "duban: out of memory; nothing of this command was saved: "
                                   "close other programs and try again\n");
}

static void meet_a_bug(void)
{
    mem_on_fatal(say_restored);
    BUG("seven is not five");
}

static void meet_a_bug_without_terminal(void)
{
    mem_on_fatal(NULL);
    BUG("seven is not five");
}

static void meet_a_bug_twice(void)
{
    mem_on_fatal(restore_with_a_bug);
    BUG("seven is not five");
}

static void meet_a_bug_with_nobody_there(void)
{
    close(STDERR_FILENO);
    BUG("seven is not five");
}

static void print_what_printf_refuses(void)
{
    struct arena arena = {0};
    if (arena_printf(&arena, "%lc", (wint_t)0x7FFFFFFF))
        arena_free(&arena);
}

static void test_bug(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        void (*body)(void);
        const char *begins, *ends;
    } rows[] = {
        {"restored", meet_a_bug,
         "restored; duban: bug at tests/base/test_mem.c:", ": seven is not five\n"},
        {"no terminal", meet_a_bug_without_terminal,
         "duban: bug at tests/base/test_mem.c:", ": seven is not five\n"},
        {"restoring fails", meet_a_bug_twice,
         "restored; duban: bug at tests/base/test_mem.c:", ": in the restore function\n"},
        {"nobody to tell", meet_a_bug_with_nobody_there, "", ""},
        {"format", print_what_printf_refuses,
         "duban: bug at src/base/mem.c:", ": a format that printf refuses\n"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct base_child child;
        base_child_run(&child, rows[i].body);
        size_t len = strlen(child.err), ends = strlen(rows[i].ends);
        if (child.status != 128 + SIGABRT ||
            strncmp(child.err, rows[i].begins, strlen(rows[i].begins)) != 0 || len < ends ||
            strcmp(child.err + len - ends, rows[i].ends) != 0)
            fail_msg("%s: status %d, \"%s\"", rows[i].name, child.status, child.err);
    }
}

/* An array that grows one by one keeps what it held, on the heap and in an arena. */
static void test_room(void **state)
{
    (void)state;
    struct arena arena = {0};
    int *heap = NULL, *kept = NULL;
    size_t heap_room = 0, kept_room = 0;
    for (int i = 0; i < 1000; i++) {
        heap = xroom(heap, (size_t)i, &heap_room, sizeof(*heap));
        kept = arena_room(&arena, kept, (size_t)i, &kept_room, sizeof(*kept));
        assert_true((size_t)i < heap_room && heap_room == kept_room);
        heap[i] = kept[i] = i;
    }
    for (int i = 0; i < 1000; i++)
        assert_true(heap[i] == i && kept[i] == i);
    assert_ptr_equal(xroom(heap, 1000, &heap_room, sizeof(*heap)), heap);
    free(heap);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_heap),
        cmocka_unit_test(test_room),
        cmocka_unit_test(test_arena),
        cmocka_unit_test(test_arena_large_pieces),
        cmocka_unit_test(test_arena_texts),
        cmocka_unit_test(test_out_of_memory),
        cmocka_unit_test(test_memory_runs_out),
        cmocka_unit_test(test_bug),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
