/* Who may write what, held by the store itself: no command and no screen is in between. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../support/store_temp.h"
#include "store/store.h"

static void act(struct temp_store *temp, const char *who)
{
    struct err err = {0};
    temp_expect_ok(store_act_as(temp->store, who, true, &err), &err);
}

static void give(struct temp_store *temp, const char *who, enum user_role role, const char *school)
{
    struct err err = {0};
    struct actor actor = temp_actor();
    int at = school ? plan_school(&temp->plan, sv_from(school)) : 0;
    temp->store->named = false;
    temp_expect_ok(store_set_user(temp->store, who, role, school ? temp->plan.schools[at].id : 0,
                                  &actor, &err),
                   &err);
}

static struct temp_store make(void)
{
    struct temp_store temp = temp_store_make();
    give(&temp, "viewer", USER_VIEWER, NULL);
    give(&temp, "clerk", USER_CLERK, "P01");
    give(&temp, "editor", USER_EDITOR, NULL);
    give(&temp, "owner", USER_OWNER, NULL);
    return temp;
}

static bool set(struct temp_store *temp, const char *school, struct err *err)
{
    struct intake_row row = temp_row(temp, "1.1", school, "2021-03-01", 1, -1);
    struct actor actor = temp_actor();
    enum intake_outcome outcome;
    return store_set_value(temp->store, &row, &temp->plan, true, &actor, &outcome, err);
}

static bool set_terms(struct temp_store *temp, struct err *err)
{
    const struct target *target = &temp->plan.targets[0];
    struct terms terms = store_terms_of(target);
    struct actor actor = temp_actor();
    terms.goal_min = 7 * AMOUNT_ONE;
    return store_set_terms(temp->store, target, &terms, model_day("2021-05-01"), &actor, err);
}

static bool import(struct temp_store *temp, const char *school, struct err *err)
{
    const struct import_source source = {.name = "a.csv", .sha256 = "feed"};
    struct import_counts counts = {.encoding = "UTF-8", .rows = 1};
    struct actor actor = temp_actor();
    struct store_import *batch;
    struct intake_sink sink;
    if (!store_import_begin(temp->store, &temp->plan, &source, &actor, &batch, &sink, err))
        return false;
    struct intake_row row = temp_row(temp, "1.1", school, "2021-04-01", 1, -1);
    enum intake_outcome outcome;
    bool ok = sink.put(sink.context, &row, true, &outcome, err);
    struct err other;
    return store_import_end(batch, ok, &counts, NULL, &other) && ok;
}

static bool undo(struct temp_store *temp, struct err *err)
{
    struct actor actor = temp_actor();
    struct change undone;
    return store_undo(temp->store, &actor, &temp->arena, &undone, err);
}

static bool set_user(struct temp_store *temp, struct err *err)
{
    struct actor actor = temp_actor();
    return store_set_user(temp->store, "new", USER_OWNER, 0, &actor, err);
}

/* Expects `allowed`, and a refusal that says so otherwise. */
#define EXPECT(allowed, call)                                  \
    do {                                                       \
        struct err err = {0};                                  \
        bool done = call;                                      \
        if (done != (allowed))                                 \
            fail_msg("%s: %d %s", #call, (int)done, err.text); \
        if (!done)                                             \
            assert_int_equal(err.code, ERR_NOT_ALLOWED);       \
    } while (0)

static void each_role_may_what_it_may(void **state)
{
    (void)state;
    static const struct {
        const char *who;
        bool own, other, terms, users;
    } rights[] = {
        {"viewer", false, false, false, false}, {"stranger", false, false, false, false},
        {"clerk", true, false, false, false},   {"editor", true, true, true, false},
        {"owner", true, true, true, true},
    };
    for (size_t i = 0; i < COUNT_OF(rights); i++) {
        struct temp_store temp = make();
        act(&temp, rights[i].who);
        EXPECT(rights[i].own, set(&temp, "P01", &err));
        EXPECT(rights[i].other, set(&temp, "P02", &err));
        EXPECT(rights[i].own, import(&temp, "P01", &err));
        EXPECT(rights[i].other, import(&temp, "P02", &err));
        EXPECT(rights[i].own, undo(&temp, &err));
        EXPECT(rights[i].terms, set_terms(&temp, &err));
        EXPECT(rights[i].users, set_user(&temp, &err));
        temp.store->named = false;
        temp_expect_sound(&temp);
        temp_store_drop(&temp);
    }
}

static void take(struct temp_store *temp, const char *who)
{
    struct err err = {0};
    struct actor actor = temp_actor();
    temp->store->named = false;
    temp_expect_ok(store_remove_user(temp->store, who, &actor, &err), &err);
}

static void a_role_that_is_taken_away_counts_at_once(void **state)
{
    (void)state;
    struct temp_store temp = make();
    act(&temp, "editor");
    EXPECT(true, set_terms(&temp, &err));
    give(&temp, "editor", USER_CLERK, "P01");
    act(&temp, "editor");
    EXPECT(false, set(&temp, "P02", &err));
    EXPECT(false, undo(&temp, &err)); /* of terms, which he could change then */
    take(&temp, "editor");
    act(&temp, "editor");
    EXPECT(false, set(&temp, "P01", &err));
    temp_store_drop(&temp);
}

static void names_are_for_the_account_that_owns_the_file(void **state)
{
    (void)state;
    struct temp_store temp = make();
    temp.store->owns_file = false;
    EXPECT(false, store_act_as(temp.store, "owner", true, &err));
    EXPECT(true, store_act_as(temp.store, "stranger", false, &err));
    EXPECT(false, set(&temp, "P01", &err));
    EXPECT(true, store_act_as(temp.store, "editor", false, &err));
    EXPECT(true, set(&temp, "P01", &err));
    temp_store_drop(&temp);
}

static void an_empty_table_leaves_it_to_the_file(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    temp.store->owns_file = false;
    EXPECT(true, store_act_as(temp.store, "anybody", false, &err));
    EXPECT(true, set(&temp, "P01", &err));
    temp_store_drop(&temp);
    temp = temp_store_make();
    act(&temp, "anybody"); /* but a forced command's name must be in it */
    EXPECT(false, set(&temp, "P01", &err));
    temp_store_drop(&temp);
}

static void the_list_says_who_is_what(void **state)
{
    (void)state;
    struct temp_store temp = make();
    const struct user *users;
    size_t count;
    struct err err = {0};
    temp_expect_ok(store_load_users(temp.store, &temp.arena, &users, &count, &err), &err);
    assert_int_equal(count, 4);
    assert_string_equal(users[0].name, "clerk");
    assert_string_equal(users[0].school, "P01");
    assert_int_equal(users[3].role, USER_VIEWER);
    struct actor actor = temp_actor();
    assert_false(store_remove_user(temp.store, "nobody", &actor, &err));
    temp_expect_err(&err, ERR_DATA, "no user nobody");
    const struct change *changes;
    temp_expect_ok(store_load_changes(temp.store, 1, "~", &temp.arena, &changes, &count, &err), &err);
    assert_string_equal(changes[0].after, "owner owner");
    temp_store_drop(&temp);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_role_may_what_it_may),
        cmocka_unit_test(a_role_that_is_taken_away_counts_at_once),
        cmocka_unit_test(names_are_for_the_account_that_owns_the_file),
        cmocka_unit_test(an_empty_table_leaves_it_to_the_file),
        cmocka_unit_test(the_list_says_who_is_what),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
