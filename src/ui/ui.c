#include "ui/ui.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "duban/mem.h"
#include "ui/edits.h"
#include "ui/say_keys.h"

static const struct screen *const screens[SCREEN_TOTAL] = {
#define X(id, name) [SCREEN_##id] = &screen_##name,
    SCREEN_LIST(X)
#undef X
};

const struct screen *screen_info(enum screen_id id)
{
    return screens[id];
}

const struct screen *screen_of(const struct ui *ui)
{
    return screens[ui_here(ui)->screen];
}

unsigned screen_where(const struct ui *ui, enum screen_id id)
{
    unsigned where = HAVE_ALL | 1u << id;
    if (screens[id]->table)
        where |= HAVE_TABLE | HAVE_LIST;
    if (screens[id]->table && table_has_head(screens[id]->table))
        where |= HAVE_SORT;
    if (screens[id]->moves)
        where |= HAVE_LIST;
    if (screens[id]->table || screens[id]->finds)
        where |= HAVE_FIND;
    if (id != SCREEN_OVERVIEW)
        where |= HAVE_WAY;
    if (!ui->options.read_only)
        where |= WRITES;
    return where;
}

const char *ui_name(const struct ui *ui, const struct name *name)
{
    return name_in(name, ui->options.lang);
}

struct ui *ui_new(const struct ui_options *options)
{
    struct ui *ui = xcalloc(1, sizeof(*ui));
    ui->options = *options;
    ui->way[0] = place_at(SCREEN_OVERVIEW);
    return ui;
}

void ui_free(struct ui *ui)
{
    if (!ui)
        return;
    for (int depth = 0; depth <= ui->depth; depth++)
        list_free(&ui->way[depth].list);
    history_free(&ui->history);
    arena_free(&ui->made_in);
    free(ui->output);
    free(ui->output_starts);
    free(ui);
}

/* ---- what is shown ---- */

/* Then indexes mean something else. */
static bool is_other(const struct plan *a, const struct plan *b)
{
    return strcmp(a->code, b->code) != 0 || a->target_count != b->target_count ||
           a->school_count != b->school_count;
}

void ui_show_board(struct ui *ui, const struct board *board)
{
    bool other = ui->board && is_other(ui->board->plan, board->plan);
    if (ui->board)
        ui_remember_places(ui);
    ui->board = board;
    ui->comparison = NULL;
    for (int i = 0; i < UI_DATA_TOTAL; i++)
        ui->answered[i] = false;
    ui_find_places(ui);
    if (ui->input.open && (other || (ui->question->stands && !ui->question->stands(ui))))
        ui->input.open = false; /* what was typed for has gone */
    if (other)
        ui_say(ui, UI_TONE_INFO, _("the plan was replaced meanwhile; this is the new one"));
}

static bool same_query(const struct ui_query *a, const struct ui_query *b)
{
    return a->data == b->data && a->target == b->target && a->school == b->school && a->id == b->id;
}

/* What the screen needs. False: the board is enough. */
static bool wanted(const struct ui *ui, struct ui_query *query)
{
    *query = (struct ui_query){.target = -1, .school = -1};
    if (!screen_of(ui)->needs)
        return false;
    screen_of(ui)->needs(ui, query);
    return true;
}

static bool has(const struct ui *ui, const struct ui_query *query)
{
    return ui->answered[query->data] && same_query(&ui->answers[query->data].query, query);
}

bool ui_needs(const struct ui *ui, struct ui_query *query)
{
    return wanted(ui, query) && !has(ui, query);
}

const struct ui_answer *ui_data(const struct ui *ui)
{
    struct ui_query query;
    if (!wanted(ui, &query) || !has(ui, &query) || ui->answers[query.data].failed)
        return NULL;
    return &ui->answers[query.data];
}

int ui_data_count(const struct ui *ui)
{
    return (int)ui_data(ui)->count;
}

void ui_answer(struct ui *ui, const struct ui_answer *answer)
{
    ui->answers[answer->query.data] = *answer;
    ui->answered[answer->query.data] = true;
    ui_list(ui)->fresh = false;
}

void ui_show_comparison(struct ui *ui, const struct comparison *comparison)
{
    table_remember(ui, ui_list(ui), screen_of(ui)->table);
    ui_list(ui)->fresh = false; /* it may be sorted by what changed */
    ui->comparison = comparison;
}

void ui_done(struct ui *ui, const struct ui_request *request, enum ui_outcome outcome)
{
    edits_done(ui, request, outcome);
}

void ui_say(struct ui *ui, enum ui_tone tone, const char *text)
{
    struct buf said = {0};
    say_keys(ui, &said, sv_from(text));
    ui->tone = tone;
    text_clean_into(ui->message, sizeof(ui->message), buf_sv(&said));
    buf_free(&said);
}
