/* report_board.h - the model's fixture, judged on 2021-09-15, for the tests of reports. */
#ifndef SUPPORT_REPORT_BOARD_H
#define SUPPORT_REPORT_BOARD_H

#include "duban/board.h"
#include "duban/problem.h"

/* Everything lives in the arena. */
struct board report_board(struct arena *arena);

/* The same with every text of the plan that came from outside made hostile, and with a verdict
 * for target 1.1 that has the numbers most likely to be printed wrong. */
struct board report_board_hostile(struct arena *arena);

/* Two problems as a database would give them, hostile as far as it lets pass: 1 on target 1.1, due
 * on 2021-06-01, open, its text as below; 2 on school P01, closed on 2021-08-01. */
struct problems report_problem_list(struct arena *arena);

/* What the names of the hostile plan must look like in a report. */
#define REPORT_HOSTILE_SHOWN "\xEF\xBF\xBD[31mred\xEF\xBF\xBD\"a, b\""

#endif
