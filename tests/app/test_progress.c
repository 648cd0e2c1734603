#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/progress.h"

static char text[256];

/* Runs with standard error in a file; `text` is what came. */
static void catch_errors(struct progress *progress, void (*act)(struct progress *))
{
    FILE *file = tmpfile();
    int kept = dup(STDERR_FILENO);
    assert_non_null(file);
    fflush(stderr);
    dup2(fileno(file), STDERR_FILENO);
    act(progress);
    fflush(stderr);
    dup2(kept, STDERR_FILENO);
    close(kept);
    rewind(file);
    text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
    fclose(file);
}

static void show_twice(struct progress *progress)
{
    progress_show(progress, 123, 5000);
    progress_show(progress, 999, 6000);
}

static void end_twice(struct progress *progress)
{
    progress_end(progress);
    progress_end(progress);
}

static void is_quiet_in_the_first_second(void **state)
{
    (void)state;
    struct progress progress = progress_begin("a.csv", NULL);
    progress.watched = true;
    progress.since = progress.last = INT64_MAX / 2; /* the clock has not come so far */
    catch_errors(&progress, show_twice);
    assert_string_equal(text, "");
    catch_errors(&progress, end_twice);
    assert_string_equal(text, "");
}

static void says_how_far_it_is_and_cleans_up(void **state)
{
    (void)state;
    struct progress progress = progress_begin("a.csv", NULL);
    progress.watched = true;
    progress.since = progress.last = -10000;
    catch_errors(&progress, show_twice); /* not twice within a tenth of a second */
    static const char line[] = "\ra.csv: 12% taken in, 5000 rows, ";
    assert_memory_equal(text, line, sizeof(line) - 1);
    assert_string_equal(strchr(text, '\033'), "\033[K");
    catch_errors(&progress, end_twice);
    assert_string_equal(text, "\r\033[K");
}

static void lets_no_name_at_the_terminal(void **state)
{
    (void)state;
    char name[300];
    memset(name, 'x', sizeof(name) - 1);
    name[sizeof(name) - 1] = '\0';
    memcpy(name, "\033[2J", 4);
    struct progress progress = progress_begin(name, NULL);
    progress.watched = true;
    progress.since = progress.last = -10000;
    setenv("COLUMNS", "60", 1);
    catch_errors(&progress, show_twice);
    unsetenv("COLUMNS");
    assert_memory_equal(text, "\r\xEF\xBF\xBD[2Jxxx", 10); /* 59 columns of it */
    assert_int_equal(strlen(text), 1 + 59 + 2 + strlen("\033[K"));
}

static void says_nothing_to_a_file(void **state)
{
    (void)state;
    struct progress progress = progress_begin("a.csv", NULL);
    progress.watched = false;
    progress.since = progress.last = -10000;
    catch_errors(&progress, show_twice);
    assert_string_equal(text, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_quiet_in_the_first_second),
        cmocka_unit_test(says_how_far_it_is_and_cleans_up),
        cmocka_unit_test(lets_no_name_at_the_terminal),
        cmocka_unit_test(says_nothing_to_a_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
