/* A screen that goes out in one piece: what is written to a file on which a sheet lies. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "ui/term_sheet.h"

enum { PIECES = 1000 };

/* A pipe in the terminal's place, and a file on it as curses has one. */
struct stand {
    int read, write, out;
};

static struct stand stand_make(void)
{
    int ends[2];
    assert_int_equal(pipe2(ends, O_NONBLOCK), 0);
    return (struct stand){ends[0], ends[1], dup(ends[1])};
}

static void stand_drop(const struct stand *stand)
{
    close(stand->read);
    close(stand->write);
    close(stand->out);
}

static void pieces_go_out_at_once_and_in_order(void **state)
{
    (void)state;
    struct stand stand = stand_make();
    struct sheet sheet = sheet_open(stand.write);
    char expected[PIECES * 4 + 1] = "", got[sizeof(expected) + 1];
    for (int round = 0; round < 2; round++) { /* the second one holds nothing of the first */
        sheet_lay(&sheet, stand.out);
        for (int i = 0; i < PIECES; i++) {
            char piece[5];
            snprintf(piece, sizeof(piece), "%04d", (i + round) % 10000);
            memcpy(expected + i * 4, piece, 4);
            assert_int_equal(write(stand.out, piece, 4), 4);
        }
        assert_int_equal(read(stand.read, got, sizeof(got)), -1);
        sheet_send(&sheet, stand.out);
        assert_int_equal(read(stand.read, got, sizeof(got)), PIECES * 4);
        assert_memory_equal(got, expected, PIECES * 4);
    }
    assert_int_equal(write(stand.out, "x", 1), 1); /* the terminal again */
    assert_int_equal(read(stand.read, got, sizeof(got)), 1);
    sheet_close(&sheet);
    stand_drop(&stand);
}

static void without_memory_pieces_go_out_as_they_come(void **state)
{
    (void)state;
    struct stand stand = stand_make();
    struct sheet sheet = {.line = stand.write, .memory = -1};
    char got[2];
    sheet_lay(&sheet, stand.out);
    assert_int_equal(write(stand.out, "x", 1), 1);
    assert_int_equal(read(stand.read, got, sizeof(got)), 1);
    sheet_send(&sheet, stand.out);
    assert_int_equal(read(stand.read, got, sizeof(got)), -1);
    stand_drop(&stand);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_go_out_at_once_and_in_order),
        cmocka_unit_test(without_memory_pieces_go_out_as_they_come),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
