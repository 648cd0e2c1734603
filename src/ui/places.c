/* places.c - the way in: places entered and left, and found again on a new board. */
#include <stdio.h>
#include <string.h>

#include "ui/ui.h"

struct place *ui_place(struct ui *ui)
{
    return &ui->way[ui->depth];
}

const struct place *ui_here(const struct ui *ui)
{
    return &ui->way[ui->depth];
}

struct list *ui_list(struct ui *ui)
{
    return &ui->way[ui->depth].list;
}

struct place place_at(enum screen_id screen)
{
    return (struct place){.screen = screen, .section = -1, .item = -1, .target = -1, .school = -1};
}

static bool same_place(const struct place *a, const struct place *b)
{
    return a->screen == b->screen && a->section == b->section && a->item == b->item &&
           a->target == b->target && a->school == b->school && a->id == b->id;
}

/* A place that is left keeps what is chosen, by its key: its rows are listed anew next time. */
static void put_away(struct ui *ui, struct place *place)
{
    table_remember(ui, &place->list, screen_info(place->screen)->table);
    list_free(&place->list);
    ui->left[place->screen] = *place;
    ui->has_left[place->screen] = true;
}

void ui_enter(struct ui *ui, const struct place *place)
{
    if (same_place(ui_here(ui), place))
        return;
    if (ui->depth + 1 == PLACES_DEEP) { /* so deep in: the way back begins later */
        list_free(&ui->way[1].list);
        memmove(&ui->way[1], &ui->way[2], (PLACES_DEEP - 2) * sizeof(ui->way[0]));
        ui->depth--;
    }
    /* What stays behind is found again by its key: other rows may be there by then. */
    table_remember(ui, ui_list(ui), screen_of(ui)->table);
    ui_list(ui)->fresh = false;
    const struct place *last = &ui->left[place->screen];
    bool again = ui->has_left[place->screen] && same_place(last, place);
    ui->way[++ui->depth] = again ? *last : *place;
}

void ui_enter_at(struct ui *ui, const struct place *place, const char *key)
{
    ui_enter(ui, place);
    struct list *list = ui_list(ui);
    list->filter[0] = '\0'; /* it may leave the row out */
    list->fresh = false;
    snprintf(list->key, sizeof(list->key), "%s", key);
}

void ui_leave(struct ui *ui)
{
    if (ui->depth == 0)
        return;
    put_away(ui, ui_place(ui));
    ui->depth--;
    ui_list(ui)->fresh = false;
}

void ui_leave_all(struct ui *ui)
{
    while (ui->depth > 0)
        ui_leave(ui);
}

void ui_open_item(struct ui *ui, int item)
{
    struct place place = place_at(SCREEN_ITEM);
    place.item = item;
    if (item >= 0)
        ui_enter(ui, &place);
}

void ui_open_section(struct ui *ui, int section)
{
    struct place place = place_at(SCREEN_SECTION);
    place.section = section;
    if (section >= 0)
        ui_enter(ui, &place);
}

void ui_open_school(struct ui *ui, int school)
{
    struct place place = place_at(SCREEN_SCHOOL);
    place.school = school;
    if (school >= 0)
        ui_enter(ui, &place);
}

void ui_open_why(struct ui *ui, int target)
{
    struct place place = place_at(SCREEN_WHY);
    place.target = target;
    if (target >= 0)
        ui_enter(ui, &place);
}

void ui_open_why_whole(struct ui *ui, int section, int item)
{
    struct place place = place_at(SCREEN_WHY_WHOLE);
    place.section = section;
    place.item = item;
    if (section >= 0 || item >= 0)
        ui_enter(ui, &place);
}

void ui_open_target(struct ui *ui, int target)
{
    struct place place = place_at(SCREEN_TARGET);
    place.target = target;
    if (target >= 0)
        ui_enter(ui, &place);
}

bool ui_open_subject(struct ui *ui, int target, int school)
{
    struct place place = place_at(SCREEN_TARGET);
    place.target = target;
    if (target >= 0)
        ui_enter_at(ui, &place, school >= 0 ? ui->board->plan->schools[school].code : "");
    else
        ui_open_school(ui, school);
    return target >= 0 || school >= 0;
}

void ui_open_problem(struct ui *ui, int64_t id)
{
    struct place place = place_at(SCREEN_PROBLEMS);
    char key[LIST_KEY_MAX];
    snprintf(key, sizeof(key), "%lld", (long long)id);
    ui_enter_at(ui, &place, key);
}

/* ---- from one board to the next ---- */

static void remember(const struct ui *ui, struct place *place)
{
    const struct plan *plan = ui->board->plan;
    if (place->section >= 0)
        place->section_number = plan->sections[place->section].number;
    if (place->item >= 0)
        place->item_number = plan->items[place->item].number;
    if (place->target >= 0)
        snprintf(place->target_code, CODE_MAX, "%s", plan->targets[place->target].code);
    if (place->school >= 0)
        snprintf(place->school_code, CODE_MAX, "%s", plan->schools[place->school].code);
}

void ui_remember_places(struct ui *ui)
{
    table_remember(ui, ui_list(ui), screen_of(ui)->table);
    for (int depth = 0; depth <= ui->depth; depth++)
        remember(ui, &ui->way[depth]);
    for (int i = 0; i < SCREEN_TOTAL; i++) {
        if (ui->has_left[i])
            remember(ui, &ui->left[i]);
    }
}

/* False: what it is about is no longer in the plan. */
static bool find(const struct ui *ui, struct place *place)
{
    const struct plan *plan = ui->board->plan;
    bool section = place->section >= 0, item = place->item >= 0, target = place->target >= 0,
         school = place->school >= 0;
    if (section)
        place->section = plan_section(plan, place->section_number);
    if (item)
        place->item = plan_item(plan, place->item_number);
    if (target)
        place->target = plan_target(plan, sv_from(place->target_code));
    if (school)
        place->school = plan_school(plan, sv_from(place->school_code));
    place->list.fresh = false;
    return !(section && place->section < 0) && !(item && place->item < 0) &&
           !(target && place->target < 0) && !(school && place->school < 0);
}

void ui_find_places(struct ui *ui)
{
    for (int depth = 0; depth <= ui->depth; depth++) {
        struct place *place = &ui->way[depth];
        if (!find(ui, place) && depth > 0) {
            while (ui->depth >= depth)
                list_free(&ui->way[ui->depth--].list);
            break;
        }
        if (screen_info(place->screen)->renew)
            screen_info(place->screen)->renew(ui, place);
    }
    for (int i = 0; i < SCREEN_TOTAL; i++)
        ui->has_left[i] = ui->has_left[i] && find(ui, &ui->left[i]);
}
