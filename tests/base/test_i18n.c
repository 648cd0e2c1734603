#include "duban/i18n.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "../support/base_child.h"

static void test_tags(void **state)
{
    (void)state;
    assert_string_equal(lang_tag(LANG_EN), "en");
    assert_string_equal(lang_tag(LANG_ZH_CN), "zh_CN");
    assert_string_equal(lang_tag(LANG_ZH_TW), "zh_TW");
}

static void test_parse(void **state)
{
    (void)state;
    static const struct {
        struct sv tag;
        int want; /* LANG_COUNT = none of ours */
    } rows[] = {
        {{"en", 2}, LANG_EN},
        {{"EN", 2}, LANG_EN},
        {{"en_US", 5}, LANG_EN},
        {{"en_GB@euro", 10}, LANG_EN},
        {{"en.UTF-8", 8}, LANG_EN},
        {{"C", 1}, LANG_EN},
        {{"C.UTF-8", 7}, LANG_EN},
        {{"POSIX", 5}, LANG_EN},
        {{"zh", 2}, LANG_ZH_CN},
        {{"zh_CN", 5}, LANG_ZH_CN},
        {{"zh-cn", 5}, LANG_ZH_CN},
        {{"zh_CN.GB18030", 13}, LANG_ZH_CN},
        {{"zh@pinyin", 9}, LANG_ZH_CN},
        {{"zh_SG", 5}, LANG_ZH_CN},
        {{"zh-Hans", 7}, LANG_ZH_CN},
        {{"zh-Hans-HK", 10}, LANG_ZH_CN},
        {{"zh_TW", 5}, LANG_ZH_TW},
        {{"zh-TW.UTF-8", 11}, LANG_ZH_TW},
        {{"zh_HK.UTF-8", 11}, LANG_ZH_TW},
        {{"zh-hk", 5}, LANG_ZH_TW},
        {{"zh_MO", 5}, LANG_ZH_TW},
        {{"zh-Hant", 7}, LANG_ZH_TW},
        {{"zh-Hant-HK", 10}, LANG_ZH_TW},
        {{"zh_Hant_TW.UTF-8", 16}, LANG_ZH_TW},
        {{NULL, 0}, LANG_COUNT},
        {{"", 0}, LANG_COUNT},
        {{"e", 1}, LANG_COUNT},
        {{"english", 7}, LANG_COUNT},
        {{"zho", 3}, LANG_COUNT},
        {{"Czech", 5}, LANG_COUNT},
        {{"de_DE.UTF-8", 11}, LANG_COUNT},
        {{"zh\0TW", 5}, LANG_COUNT},
        {{" zh", 3}, LANG_COUNT},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        enum lang got = LANG_COUNT;
        bool read = lang_parse(rows[i].tag, &got);
        if ((int)got != rows[i].want || read != (rows[i].want != LANG_COUNT))
            fail_msg("row %zu \"%.*s\": got %d", i, SV_ARG(rows[i].tag), (int)got);
    }
}

static void set_or_unset(const char *name, const char *value)
{
    if (value)
        setenv(name, value, 1);
    else
        unsetenv(name);
}

static void set_environment(const char *language, const char *lc_all, const char *lc_messages,
                            const char *lang)
{
    set_or_unset("LANGUAGE", language);
    set_or_unset("LC_ALL", lc_all);
    set_or_unset("LC_MESSAGES", lc_messages);
    set_or_unset("LANG", lang);
}

static const struct {
    const char *language, *lc_all, *lc_messages, *lang;
    enum lang want;
} environments[] = {
    {NULL, NULL, NULL, NULL, LANG_EN},
    {NULL, NULL, NULL, "zh_CN.UTF-8", LANG_ZH_CN},
    {NULL, NULL, "zh_TW.UTF-8", "zh_CN.UTF-8", LANG_ZH_TW},
    {NULL, "en_GB.UTF-8", "zh_TW.UTF-8", "zh_CN.UTF-8", LANG_EN},
    {NULL, "de_DE.UTF-8", "zh_TW.UTF-8", "zh_CN.UTF-8", LANG_EN}, /* the first that is set rules */
    {"", "", "", "zh_TW", LANG_ZH_TW},                            /* empty is not set */
    {"zh_TW", NULL, NULL, NULL, LANG_ZH_TW},
    {"zh_TW", NULL, NULL, "en_US.UTF-8", LANG_ZH_TW},
    {"zh_TW", "C.UTF-8", NULL, NULL, LANG_ZH_TW},
    {"zh_TW", "C", NULL, NULL, LANG_EN}, /* "C" asks for no translation */
    {"zh_TW", "POSIX", NULL, NULL, LANG_EN},
    {"zh_TW", NULL, NULL, "C", LANG_EN},
    {"de:zh_HK:en", NULL, NULL, "en_US.UTF-8", LANG_ZH_TW},
    {":en:zh", NULL, NULL, "zh_CN.UTF-8", LANG_EN},
    {"de:fr", NULL, NULL, "zh_CN.UTF-8", LANG_ZH_CN},
    {"de:fr", NULL, NULL, NULL, LANG_EN},
};

static void check_environments(void)
{
    for (size_t i = 0; i < COUNT_OF(environments); i++) {
        set_environment(environments[i].language, environments[i].lc_all,
                        environments[i].lc_messages, environments[i].lang);
        if (lang_from_environment() != environments[i].want)
            fprintf(stderr, "row %zu: got %d\n", i, (int)lang_from_environment());
    }
}

static void test_environment(void **state)
{
    (void)state;
    struct base_child child;
    base_child_run(&child, check_environments);
    assert_string_equal(child.err, "");
    assert_int_equal(child.status, 0);
}

static void test_names(void **state)
{
    (void)state;
    static const struct {
        struct name name;
        enum lang lang;
        const char *want;
    } rows[] = {
        {{{"school", "学校", "學校"}}, LANG_ZH_CN, "学校"},
        {{{"school", "学校", "學校"}}, LANG_EN, "school"},
        {{{"school", "学校", ""}}, LANG_ZH_TW, "school"},
        {{{"", "学校", "學校"}}, LANG_EN, "学校"},
        {{{"", "", "學校"}}, LANG_EN, "學校"},
        {{{"", "", ""}}, LANG_EN, ""},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_string_equal(name_in(&rows[i].name, rows[i].lang), rows[i].want);
}

/* ---- a catalog of one text, and the locales that machines have ---------------------------------
 */

enum { HEADER_AT = 64, TEXT_AT = 128 };

static const char header[] = "Content-Type: text/plain; charset=UTF-8\n";

/* A .mo file (GNU gettext's manual, "The Format of GNU MO Files") that turns "on track" into
 * `text`. */
static void write_catalog(const char *path, const char *text)
{
    char bytes[256] = {0};
    const uint32_t words[] = {
        0x950412de,
        0,
        2,
        28,
        44,
        0,
        0, /* magic, version, texts, where the tables are */
        0,
        TEXT_AT,
        8,
        TEXT_AT + 1, /* length and place of "" and "on track" */
        (uint32_t)strlen(header),
        HEADER_AT,
        (uint32_t)strlen(text),
        TEXT_AT + 10,
    };
    memcpy(bytes, words, sizeof(words));
    memcpy(bytes + HEADER_AT, header, sizeof(header));
    memcpy(bytes + TEXT_AT + 1, "on track", 9);
    memcpy(bytes + TEXT_AT + 10, text, strlen(text));
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, sizeof(bytes), file), sizeof(bytes));
    assert_int_equal(fclose(file), 0);
}

static char dir[] = "/tmp/duban-i18n-XXXXXX";
static const char *const catalogs[][2] = {{"zh_CN", "进度正常"}, {"zh_TW", "進度正常"}};

static int make_catalogs(void **state)
{
    (void)state;
    if (!mkdtemp(dir))
        return -1;
    for (size_t i = 0; i < COUNT_OF(catalogs); i++) {
        char path[128];
        snprintf(path, sizeof(path), "%s/%s", dir, catalogs[i][0]);
        mkdir(path, 0700);
        snprintf(path, sizeof(path), "%s/%s/LC_MESSAGES", dir, catalogs[i][0]);
        mkdir(path, 0700);
        snprintf(path, sizeof(path), "%s/%s/LC_MESSAGES/duban.mo", dir, catalogs[i][0]);
        write_catalog(path, catalogs[i][1]);
    }
    return 0;
}

static int remove_catalogs(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(catalogs); i++) {
        char path[128];
        snprintf(path, sizeof(path), "%s/%s/LC_MESSAGES/duban.mo", dir, catalogs[i][0]);
        unlink(path);
        snprintf(path, sizeof(path), "%s/%s/LC_MESSAGES", dir, catalogs[i][0]);
        rmdir(path);
        snprintf(path, sizeof(path), "%s/%s", dir, catalogs[i][0]);
        rmdir(path);
    }
    return rmdir(dir);
}

/* What a locale name may do to us: none installed, installed, not UTF-8, "C". */
static const char *const locales[][2] = {
    {NULL, NULL},          {"LC_ALL", "C"},           {"LC_ALL", "POSIX"},
    {"LC_ALL", "C.UTF-8"}, {"LC_ALL", "zh_TW.UTF-8"}, {"LC_ALL", "xx_XX.ISO-8859-1"},
    {"LANG", "C.UTF-8"},   {"LC_MESSAGES", "C"},
};

static void check_start(const char *const locale[2], const char *language, enum lang lang,
                        const char *want)
{
    set_environment(language, NULL, NULL, "C.UTF-8");
    if (locale[0] == NULL)
        unsetenv("LANG");
    else
        setenv(locale[0], locale[1], 1);
    i18n_start(lang, dir);
    char number[16];
    snprintf(number, sizeof(number), "%.1f", 0.5);
    if (strcmp(_("on track"), want) != 0 || strcmp(nl_langinfo(CODESET), "UTF-8") != 0 ||
        strcmp(number, "0.5") != 0 || MB_CUR_MAX < 4)
        fprintf(stderr, "%s=%s: \"%s\", %s, %s\n", locale[0] ? locale[0] : "nothing",
                locale[0] ? locale[1] : "", _("on track"), nl_langinfo(CODESET), number);
}

static void check_starts(void)
{
    for (size_t i = 0; i < COUNT_OF(locales); i++) {
        check_start(locales[i], NULL, LANG_ZH_CN, "进度正常");
        check_start(locales[i], "en", LANG_ZH_TW, "進度正常");
        check_start(locales[i], "zh_TW:zh_CN", LANG_EN, "on track");
    }
}

static void test_start(void **state)
{
    (void)state;
    struct base_child child;
    base_child_run(&child, check_starts);
    assert_string_equal(child.err, "");
    assert_int_equal(child.status, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tags),  cmocka_unit_test(test_parse),
        cmocka_unit_test(test_names), cmocka_unit_test(test_environment),
        cmocka_unit_test(test_start),
    };
    return cmocka_run_group_tests(tests, make_catalogs, remove_catalogs);
}
