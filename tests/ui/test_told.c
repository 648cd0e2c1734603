/* Texts that are listed whole, cut to the width of the window. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "duban/text.h"
#include "ui/told.h"

static void a_text_stands_whole_on_rows_that_fit(void **state)
{
    (void)state;
    const struct sv texts[] = {SV("the goal is reached on 2022-02-10, 41 days after it is due"),
                               SV("按近期进度，2022-02-10才能达成目标，晚于期限41天"), SV("")};
    struct arena arena = {0};
    struct told told = {.arena = &arena};
    for (int about = 0; about < 3; about++)
        told_add(&told, about, texts[about], 24);
    struct buf whole[3] = {{0}, {0}, {0}};
    int next[3] = {0};
    for (size_t i = 0; i < told.count; i++) {
        const struct piece *piece = &told.pieces[i];
        struct sv row = piece->text;
        assert_int_equal(piece->n, next[piece->about]++);
        assert_true(text_width(row) <= 24);
        if (piece->n > 0 && piece->about == 0)
            buf_putc(&whole[0], ' '); /* a row ended there */
        buf_add(&whole[piece->about], row);
    }
    for (int about = 0; about < 3; about++) {
        assert_true(sv_eq(buf_sv(&whole[about]), texts[about]));
        buf_free(&whole[about]);
    }
    assert_int_equal(next[0], 3);
    assert_int_equal(next[1], 2);
    assert_int_equal(next[2], 1); /* a row all the same */
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_text_stands_whole_on_rows_that_fit)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
