#include "app_ways.h"

#define INTO_FILES "i + / 'files' Enter Enter "
#define LOOK_AT_A  INTO_FILES "/ 'a.csv' Enter Enter "

const char *const monitor_ways[SCREEN_TOTAL] = {
    [SCREEN_OVERVIEW] = "",
    [SCREEN_SECTION] = "2 v",
    [SCREEN_ITEM] = "2 Enter",
    [SCREEN_TARGET] = "2 Enter Enter",
    [SCREEN_CHART] = "2 Enter Enter b",
    [SCREEN_ATTENTION] = "a",
    [SCREEN_REPORTING] = "r",
    [SCREEN_SCHOOLS] = "r Enter",
    [SCREEN_SCHOOL] = "r Enter Enter",
    [SCREEN_JOURNAL] = "J",
    [SCREEN_WHY] = "2 Enter Enter w",
    [SCREEN_WHY_WHOLE] = "2 W",
    [SCREEN_STEPS] = "2 Enter / '5.4' Enter Enter m",
    [SCREEN_PROBLEMS] = "P '5.1 no land' Enter P '6.1 no light' Enter P '7.1 no room' Enter p",
    [SCREEN_IMPORTS] = LOOK_AT_A "F Enter g i",
    [SCREEN_REJECTS] = LOOK_AT_A "M Enter g i Home Enter",
    [SCREEN_FOLDER] = INTO_FILES,
    [SCREEN_INTAKE] = LOOK_AT_A,
    [SCREEN_OUTPUT] = ": 'show 5.1' Enter",
    [SCREEN_HELP] = "2 Enter ?",
};
