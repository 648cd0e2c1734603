#include "model_plan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "model_target.h"

static const struct section sections[] = {
    {.number = 1, .name = {{"Places and schools", "学位与学校", "學位與學校"}}},
    {.number = 2, .name = {{"Safety and burden", "安全与减负", "安全與減負"}}},
};

static const struct item items[] = {
    {.number = 1,
     .section = 0,
     .name = {{"New places", "新增学位", "新增學位"}},
     .summary = {{"More places, better used.", "增加学位，用好学位。", "增加學位，用好學位。"}}},
    {.number = 2,
     .section = 0,
     .name = {{"Rules and order", "制度与秩序", "制度與秩序"}},
     .summary = {{"Rules issued and kept.", "印发并落实制度。", "印發並落實制度。"}}},
    {.number = 3,
     .section = 1,
     .name = {{"Safe campus", "平安校园", "平安校園"}},
     .summary = {{"", "", ""}}},
};

enum { KINDER, PRIMARY, JUNIOR, CENTRE };

static const struct kind kinds[] = {
    {"kinder", {{"Kindergarten", "幼儿园", "幼兒園"}}},
    {"primary", {{"Primary school", "小学", "小學"}}},
    {"junior", {{"Junior high school", "初中", "國中"}}},
    {"centre", {{"Township centre", "乡镇中心", "鄉鎮中心"}}},
};

static const struct town towns[] = {
    {"east", {{"East Town", "东镇", "東鎮"}}},
    {"west", {{"West Town", "西镇", "西鎮"}}},
};

enum { COMPULSORY, KINDERS, CENTRES, ALL };

static const struct scope scopes[] = {
    {"compulsory",
     {{"Compulsory education", "义务教育", "義務教育"}},
     1 << PRIMARY | 1 << JUNIOR,
     NULL,
     0},
    {"kinder", {{"Kindergartens", "幼儿园", "幼兒園"}}, 1 << KINDER, NULL, 0},
    {"centre", {{"Township centres", "乡镇中心", "鄉鎮中心"}}, 1 << CENTRE, NULL, 0},
    {"all", {{"All schools", "所有学校", "所有學校"}}, 15, NULL, 0},
};

enum { DISTRICT, S007, S7, P01, P02, P03, J01, J02, C01 };

static const struct school schools[] = {
    [DISTRICT] =
        {0, DISTRICT_CODE, {{"Test Bureau", "测试教育局", "測試教育局"}}, -1, -1, false, 0},
    [S007] =
        {0, "007", {{"Sunrise Kindergarten", "朝阳幼儿园", "朝陽幼兒園"}}, KINDER, 0, false, 0},
    [S7] =
        {0, "7", {{"Seven Stars Kindergarten", "七星幼儿园", "七星幼兒園"}}, KINDER, 1, false, 0},
    [P01] = {0, "P01", {{"East Primary", "东镇小学", "東鎮小學"}}, PRIMARY, 0, false, 0},
    [P02] = {0, "P02", {{"West Primary", "西镇小学", "西鎮小學"}}, PRIMARY, 1, false, 0},
    [P03] = {0, "P03", {{"Canal Primary", "实验学校", "實驗學校"}}, PRIMARY, 1, false, 0},
    [J01] = {0, "J01", {{"East Junior High", "东镇初中", "東鎮國中"}}, JUNIOR, 0, false, 0},
    [J02] = {0, "J02", {{"Lake Junior High", "实验学校", "實驗學校"}}, JUNIOR, -1, false, 0},
    [C01] = {0, "C01", {{"East Town Centre", "东镇中心", "東鎮中心"}}, CENTRE, 0, false, 0},
};

static const int only_p01[] = {P01};
static const int j01_and_j02[] = {J01, J02};
static const int p03_and_j02[] = {P03, J02};

/* What is stated of a target; the rest is as usual: NULL for the plan's dates and the measure's
 * pace, 0 for no baseline. */
struct sketch {
    const char *code;
    int item;
    struct name name, unit;
    enum measure measure;
    const char *pace, *starts, *due;
    int goal, baseline; /* goal: -1 = none */
    bool veto;
    enum scope_type scope_type;
    int scope;
    const int *schools;
    size_t school_count;
};

#define KINDS(name) .scope_type = SCOPE_KINDS, .scope = (name)
#define NAMED(array) \
    .scope_type = SCOPE_NAMED, .scope = -1, .schools = (array), .school_count = COUNT_OF(array)
#define ITSELF .scope_type = SCOPE_DISTRICT_ITSELF, .scope = -1

static const struct sketch sketches[] = {
    {.code = "1.1",
     .item = 0,
     .name = {{"New school places", "新增学位", "新增學位"}},
     .unit = {{"places", "个", "個"}},
     .measure = MEASURE_SUM,
     .pace = "linear",
     .goal = 6590,
     KINDS(COMPULSORY)},
    {.code = "1.2",
     .item = 0,
     .name = {{"Schools rebuilt", "改建学校", "改建學校"}},
     .unit = {{"schools", "所", "所"}},
     .measure = MEASURE_COUNT,
     .goal = 4,
     KINDS(COMPULSORY)},
    {.code = "1.3",
     .item = 0,
     .name = {{"Children enrolled", "幼儿入园率", "幼兒入園率"}},
     .unit = {{"%", "%", "%"}},
     .measure = MEASURE_SHARE,
     .goal = 95,
     KINDS(KINDERS)},
    {.code = "1.4",
     .item = 0,
     .name = {{"Places in use", "学位使用率", "學位使用率"}},
     .unit = {{"%", "%", "%"}},
     .measure = MEASURE_MEAN,
     .due = "2021-10-08",
     .goal = 90,
     NAMED(j01_and_j02)},
    {.code = "2.1",
     .item = 1,
     .name = {{"Budget rules issued", "印发预算办法", "印發預算辦法"}},
     .unit = {{"%", "%", "%"}},
     .measure = MEASURE_MILESTONE,
     .goal = 100,
     ITSELF},
    {.code = "2.2",
     .item = 1,
     .name = {{"Charter revised", "修订章程", "修訂章程"}},
     .unit = {{"%", "%", "%"}},
     .measure = MEASURE_MILESTONE,
     .due = "2021-06-30",
     .goal = 100,
     ITSELF},
    {.code = "2.3",
     .item = 1,
     .name = {{"Complaints", "投诉", "投訴"}},
     .unit = {{"complaints", "件", "件"}},
     .measure = MEASURE_CAP,
     .goal = 10,
     KINDS(ALL)},
    {.code = "2.4",
     .item = 1,
     .name = {{"Homework a week", "每周作业时间", "每週作業時間"}},
     .unit = {{"hours", "小时", "小時"}},
     .measure = MEASURE_AT_MOST,
     .goal = 5,
     .baseline = 8,
     NAMED(p03_and_j02)},
    {.code = "3.1",
     .item = 2,
     .name = {{"Accidents", "安全事故", "安全事故"}},
     .unit = {{"accidents", "起", "起"}},
     .measure = MEASURE_CAP,
     .goal = 0,
     .veto = true,
     KINDS(ALL)},
    {.code = "3.2",
     .item = 2,
     .name = {{"Safety lessons", "安全课", "安全課"}},
     .unit = {{"lessons", "节", "節"}},
     .measure = MEASURE_SUM,
     .goal = -1,
     ITSELF},
    {.code = "3.3",
     .item = 2,
     .name = {{"Winter drills", "冬季演练", "冬季演練"}},
     .unit = {{"drills", "次", "次"}},
     .measure = MEASURE_SUM,
     .starts = "2021-10-01",
     .goal = 100,
     NAMED(only_p01)},
    {.code = "3.4",
     .item = 2,
     .name = {{"Days to repair", "维修天数", "維修天數"}},
     .unit = {{"days", "天", "天"}},
     .measure = MEASURE_AT_MOST,
     .goal = 3,
     KINDS(CENTRES)},
    {.code = "3.5",
     .item = 2,
     .name = {{"Schools with guards", "配备保安的学校", "配備保安的學校"}},
     .unit = {{"%", "%", "%"}},
     .measure = MEASURE_SHARE,
     .pace = "end",
     .goal = 100,
     KINDS(COMPULSORY)},
};

static const struct model_report reports[] = {
    {"1.1", "P01", "2021-03-01", 1000, -1},    {"1.1", "P02", "2021-03-01", 500, -1},
    {"1.1", "P01", "2021-06-01", 2500, -1},    {"1.1", "P02", "2021-06-01", 1200, -1},
    {"1.1", "P01", "2021-09-01", 3500, -1},    {"1.1", "P02", "2021-09-10", 2000, -1},
    {"1.2", "P01", "2021-05-20", 1, -1},       {"1.2", "P02", "2021-08-20", 0, -1},
    {"1.3", "007", "2021-06-30", 45, 50},      {"1.3", "7", "2021-09-01", 90, 90},
    {"1.4", "J01", "2021-09-05", 88, -1},      {"1.4", "J02", "2021-09-06", 84, -1},
    {"2.1", "district", "2021-04-01", 20, -1}, {"2.1", "district", "2021-07-01", 55, -1},
    {"2.1", "district", "2021-08-25", 60, -1}, {"2.2", "district", "2021-05-31", 80, -1},
    {"2.3", "J01", "2021-09-01", 2, -1},       {"2.4", "P03", "2021-03-15", 7, -1},
    {"2.4", "J02", "2021-04-10", 6, -1},       {"3.1", "C01", "2021-08-30", 1, -1},
    {"3.2", "district", "2021-08-01", 12, -1}, {"3.4", "C01", "2021-09-09", 2, -1},
    {"3.5", "P01", "2021-09-03", 1, -1},       {"3.5", "P02", "2021-09-03", 1, -1},
    {"3.5", "J01", "2021-09-04", 0, -1},
};

daynum model_day(const char *iso)
{
    return test_day(iso);
}

daynum model_fixture_as_of(void)
{
    return test_day("2021-09-15");
}

static amount whole(int number)
{
    return number < 0 ? AMOUNT_NONE : number * AMOUNT_ONE;
}

static daynum day_or(const char *text, daynum otherwise)
{
    return text ? test_day(text) : otherwise;
}

static enum pace pace_or_none(const char *word)
{
    enum pace pace = PACE_TOTAL;
    if (word && !pace_parse(sv_from(word), &pace))
        fail_msg("%s is no pace", word);
    return pace;
}

/* The three steps of target 2.1. */
static const struct step *make_steps(struct arena *arena, size_t *count)
{
    struct step *steps = arena_array(arena, 3, sizeof(*steps));
    steps[0] = (struct step){test_day("2021-03-31"), whole(20), {{"First draft", "初稿", "初稿"}}};
    steps[1] = (struct step){
        test_day("2021-06-30"), whole(50), {{"Opinions heard", "征求意见", "徵求意見"}}};
    steps[2] = (struct step){test_day("2021-11-30"), whole(80), {{"Final text", "定稿", "定稿"}}};
    *count = 3;
    return steps;
}

static void make_target(struct target *target, const struct sketch *sketch, const struct plan *plan,
                        struct arena *arena)
{
    *target = (struct target){
        .code = sketch->code,
        .item = sketch->item,
        .name = sketch->name,
        .unit = sketch->unit,
        .measure = sketch->measure,
        .pace = pace_or_none(sketch->pace),
        .goal_min = whole(sketch->goal),
        .goal_max = AMOUNT_NONE,
        .baseline = sketch->baseline ? whole(sketch->baseline) : AMOUNT_NONE,
        .starts = day_or(sketch->starts, plan->starts),
        .due = day_or(sketch->due, plan->ends),
        .veto = sketch->veto,
        .weight = 1,
        .owner = "Planning",
        .source_term = "",
        .basis = "made up for tests",
        .thresholds = plan->thresholds,
        .scope_type = sketch->scope_type,
        .scope = sketch->scope,
        .schools = sketch->schools,
        .school_count = sketch->school_count,
    };
    if (strcmp(sketch->code, "2.1") == 0)
        target->steps = make_steps(arena, &target->step_count);
}

/* A copy of a constant array that lives in the arena. */
static void *copy(struct arena *arena, const void *from, size_t count, size_t size)
{
    return memcpy(arena_array(arena, count, size), from, count * size);
}
#define COPY(arena, array) copy(arena, array, COUNT_OF(array), sizeof((array)[0]))

const struct plan *model_fixture_plan(struct arena *arena)
{
    struct plan *plan = arena_array(arena, 1, sizeof(*plan));
    *plan = (struct plan){
        .code = "test-2021",
        .name = {{"Test plan 2021", "2021年测试要点", "2021年測試要點"}},
        .authority = {{"Test Bureau", "测试教育局", "測試教育局"}},
        .starts = test_day("2021-01-01"),
        .ends = test_day("2021-12-31"),
        .thresholds = {0.90, 0.10, 30, 31, 2},
        .as_of = DAY_NONE,
        .sections = COPY(arena, sections),
        .items = COPY(arena, items),
        .targets = arena_array(arena, COUNT_OF(sketches), sizeof(struct target)),
        .kinds = COPY(arena, kinds),
        .towns = COPY(arena, towns),
        .scopes = COPY(arena, scopes),
        .schools = COPY(arena, schools),
        .section_count = COUNT_OF(sections),
        .item_count = COUNT_OF(items),
        .target_count = COUNT_OF(sketches),
        .kind_count = COUNT_OF(kinds),
        .town_count = COUNT_OF(towns),
        .scope_count = COUNT_OF(scopes),
        .school_count = COUNT_OF(schools),
    };
    for (size_t i = 0; i < plan->target_count; i++)
        make_target(&plan->targets[i], &sketches[i], plan, arena);
    plan_finish(plan, arena);
    return plan;
}

const struct model_report *model_fixture_reports(size_t *count)
{
    *count = COUNT_OF(reports);
    return reports;
}

const struct figures *model_fixture_figures(const struct plan *plan, struct arena *arena)
{
    return model_figures_of(plan, reports, COUNT_OF(reports), arena);
}
