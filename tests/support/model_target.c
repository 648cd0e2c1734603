#include "model_target.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

daynum test_day(const char *iso)
{
    daynum day = DAY_NONE;
    if (!date_parse(sv_from(iso), &day))
        fail_msg("%s is no date", iso);
    return day;
}

struct target test_target(enum measure measure, double goal)
{
    return (struct target){
        .code = "1.1",
        .name = {{"target", "", ""}},
        .unit = {{"%", "%", "%"}},
        .measure = measure,
        .pace = PACE_LINEAR,
        .goal_min = goal < 0 ? AMOUNT_NONE : amount_from_double(goal),
        .goal_max = AMOUNT_NONE,
        .baseline = AMOUNT_NONE,
        .starts = test_day("2021-01-01"),
        .due = test_day("2021-12-31"),
        .weight = 1,
        .owner = "",
        .thresholds = {0.90, 0.10, 30, 31, 2},
        .scope_type = SCOPE_DISTRICT_ITSELF,
        .scope = -1,
        .scope_size = 1,
    };
}

struct figures test_figures(struct arena *arena, const struct test_point *points)
{
    size_t count = 0;
    while (points[count].date)
        count++;
    struct point *made = arena_array(arena, count, sizeof(*made));
    for (size_t i = 0; i < count; i++) {
        made[i].date = test_day(points[i].date);
        made[i].tally = tally_of(SCHOOL_DISTRICT, amount_from_double(points[i].value), AMOUNT_NONE);
    }
    return (struct figures){made, count};
}
