/* Which part of a list is on the screen. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "ui/list.h"

static void move(struct list *list, enum action action, int rows)
{
    assert_true(list_move(list, action));
    list_fit(list, rows);
    assert_true(list->selected >= list->top);
    assert_true(list->selected < list->top + (rows > 1 ? rows : 1));
    assert_true(list->top >= 0 && (list->top == 0 || list->top <= list->count - rows));
}

/* How many of the steps over all rows scroll. */
static int walk(struct list *list, enum action action, int rows)
{
    int scrolled = 0;
    for (int n = 1; n < list->count; n++) {
        int top = list->top, selected = list->selected;
        move(list, action, rows);
        assert_int_equal(list->selected, selected + (action == ACTION_DOWN ? 1 : -1));
        scrolled += list->top != top;
    }
    return scrolled;
}

static void steps_past_the_edge_bring_several_rows(void **state)
{
    (void)state;
    struct list list = {0};
    list_resize(&list, 100);
    list_fit(&list, 20);
    assert_int_equal(walk(&list, ACTION_DOWN, 20), 16); /* 80 rows by 5 */
    assert_int_equal(list.top, 80);
    assert_int_equal(walk(&list, ACTION_UP, 20), 16);
    assert_int_equal(list.top, 0);
    for (int i = 0; i < 20; i++)
        move(&list, ACTION_DOWN, 20);
    assert_int_equal(list.top, 5); /* what comes next is seen */
    move(&list, ACTION_UP, 20);
    assert_int_equal(list.top, 5);
}

static void in_few_rows_it_is_half_of_them(void **state)
{
    (void)state;
    for (int rows = 1; rows <= 10; rows++) {
        int some = rows / 2 > 1 ? rows / 2 : 1;
        struct list list = {0};
        list_resize(&list, 60 + rows);
        list_fit(&list, rows);
        assert_int_equal(walk(&list, ACTION_DOWN, rows), 60 / some);
        assert_int_equal(walk(&list, ACTION_UP, rows), 60 / some);
    }
}

/* Pages, the ends, and a window that shrinks move no further than has to be. */
static void other_moves_scroll_as_far_as_they_must(void **state)
{
    (void)state;
    struct list list = {0};
    list_resize(&list, 100);
    list_fit(&list, 20);
    move(&list, ACTION_PAGE_DOWN, 20);
    assert_int_equal(list.top, 0);
    move(&list, ACTION_PAGE_DOWN, 20);
    assert_int_equal(list.top, 19);
    list_fit(&list, 18);
    assert_int_equal(list.top, 21);
    move(&list, ACTION_LAST, 20);
    assert_int_equal(list.top, 80);
    move(&list, ACTION_FIRST, 20);
    assert_int_equal(list.top, 0);
}

/* Keys may come before anything was drawn. */
static void a_list_that_was_never_drawn_begins_at_its_first_row(void **state)
{
    (void)state;
    struct list list = {0};
    list_resize(&list, 100);
    for (int i = 0; i < 10; i++)
        assert_true(list_move(&list, ACTION_DOWN));
    list_fit(&list, 20);
    assert_int_equal(list.top, 0);
    assert_int_equal(list.selected, 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_past_the_edge_bring_several_rows),
        cmocka_unit_test(in_few_rows_it_is_half_of_them),
        cmocka_unit_test(other_moves_scroll_as_far_as_they_must),
        cmocka_unit_test(a_list_that_was_never_drawn_begins_at_its_first_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
