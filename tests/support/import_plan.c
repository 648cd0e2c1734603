#include "import_plan.h"

#include <stdio.h>
#include <stdlib.h>

#define FILE_OF(name, text)           \
    {                                 \
        name,                         \
        {                             \
            "" text, sizeof(text) - 1 \
        }                             \
    }

const struct plan_file import_plan_files[IMPORT_PLAN_FILES] = {
    FILE_OF("plan.csv", "key,value\n"
                        "format,1\n"
                        "code,test-2021\n"
                        "name_en,Test plan 2021\n"
                        "name_zh_CN,测试要点\n"
                        "authority_en,Test Bureau\n"
                        "authority_zh_CN,测试教育局\n"
                        "starts,2021-01-01\n"
                        "ends,2021-12-31\n"
                        "due_soon_days,20\n"),
    FILE_OF("sections.csv", "section,name_en,name_zh_CN,name_zh_TW\n"
                            "1,Leadership,加强领导,加強領導\n"
                            "2,Places,增加学位,增加學位\n"),
    FILE_OF("items.csv", "item,section,name_en,name_zh_CN,name_zh_TW,summary_en\n"
                         "1,1,Party building,党建,黨建,\n"
                         "5,2,New places,新增学位,新增學位,\"Places, and more\"\n"
                         "8,2,Burden,减负,減負,\n"),
    FILE_OF("kinds.csv", "kind,name_en,name_zh_CN,name_zh_TW\n"
                         "kinder,Kindergarten,幼儿园,幼兒園\n"
                         "primary,Primary school,小学,小學\n"
                         "middle,Middle school,初中,國中\n"),
    FILE_OF("scopes.csv", "scope,kinds,name_en\n"
                          "all,kinder primary middle,All schools\n"
                          "compulsory,primary  middle,Compulsory education\n"),
    FILE_OF("towns.csv", "town,name_en,name_zh_CN\n"
                         "hutang,Hutang,湖塘\n"
                         "niutang,Niutang,牛塘\n"),
    FILE_OF("schools.csv", "school,name_en,name_zh_CN,name_zh_TW,kind,town\n"
                           "001,Nanhe Kindergarten,南河幼儿园,南河幼兒園,kinder,hutang\n"
                           "002,Hutangqiao Primary,湖塘桥实验小学,湖塘橋實驗小學,primary,hutang\n"
                           "007,Niutang Primary,牛塘中心小学,牛塘中心小學,primary,niutang\n"
                           "010,Central Middle,湖塘桥初中,湖塘橋國中,middle,hutang\n"
                           "011,Central Middle,鸣凰中学,鳴凰中學,middle,\n"),
    FILE_OF(
        "targets.csv",
        "target,item,measure,goal_min,goal_max,unit_en,unit_zh_CN,scope,schools,starts,due,pace,"
        "baseline,veto,weight,owner,name_en,name_zh_CN,name_zh_TW,source_term,basis,spi_min\n"
        "1.1,1,share,100,,%,,all,,,2021-12-31,,,0,,,One school one brand,一校一品,一校一品,,,\n"
        "1.2,1,milestone,100,,%,,district,,,2021-10-31,,,,,,Rules issued,印发办法,印發辦法,,,\n"
        "5.1,5,sum,6590,7000,places,个,all,,2021-02-01,2021-11-30,,10,1,2.5,Planning,New school "
        "places,新增学位,新增學位,新增學位,stated: 6590,0.8\n"
        "5.2,5,count,1,,kindergartens,所,named,001,,2021-12-31,,,,,,Kindergartens "
        "opened,幼儿园建成,"
        "幼兒園建成,,,\n"
        "5.4,5,mean,100,,%,,named,010 002,,2021-12-31,,,,,,Construction,建设进度,建設進度,,,\n"
        "8.1,8,cap,3,,cases,起,compulsory,,,2021-12-31,,,1,,,Cases,案件,案件,,,\n"
        "8.2,8,at_most,2,,hours,小时,all,,,2021-12-31,linear,5,,,,Homework,作业时间,作業時間,,,\n"
        "8.3,8,share,95,,%,,compulsory,,,2021-12-31,,,,,,After-school care,课后服务,課後服務,,,\n"),
    FILE_OF("steps.csv", "target,date,percent,name_en\n"
                         "1.2,2021-09-01,80,Second draft\n"
                         "1.2,2021-06-01,40,First draft\n"),
    FILE_OF("calendar.csv", "kind,first,last,name_en\n"
                            "term,2021-02-22,2021-06-30,Spring term\n"
                            "term,2021-09-01,2021-12-31,Autumn term\n"
                            "holiday,2021-10-01,2021-10-07,National Day\n"
                            "workday,2021-10-09,,Worked for National Day\n"),
};

void import_plan_load(struct arena *arena, struct plan *out)
{
    struct err err;
    char text[ERR_TEXT_MAX];
    if (plan_files_read(import_plan_files, IMPORT_PLAN_FILES, arena, out, &err))
        return;
    fprintf(stderr, "%s\n", err_format(&err, text, sizeof(text)));
    abort();
}
