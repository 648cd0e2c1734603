/* why_whole.c - where an item's or a section's standing and shares come from: the rule, the sums,
 * and every target that takes part. */
#include <math.h>

#include "ui/columns.h"
#include "ui/ui.h"

/* The numbers, one line each; the targets follow. */
enum line { RULE, REACHED, PLANNED, LEFT_OUT, LINES };

static bool is_part(const struct ui *ui, int target)
{
    const struct plan *plan = ui->board->plan;
    int item = plan->targets[target].item;
    return ui_here(ui)->item >= 0 ? item == ui_here(ui)->item
                                  : plan->items[item].section == ui_here(ui)->section;
}

static const struct rollup *rollup_of(const struct ui *ui)
{
    return ui_here(ui)->item >= 0 ? &ui->board->items[ui_here(ui)->item]
                                  : &ui->board->sections[ui_here(ui)->section];
}

/* Does it count in the shares? Without a goal or a figure there is none. */
static bool is_counted(const struct ui *ui, int target)
{
    const struct verdict *verdict = &ui->board->verdicts[target];
    return !isnan(verdict->actual_share) && !isnan(verdict->planned_share);
}

/* ---- the numbers ---- */

/* The standing is that of its worst target. */
static void add_rule(const struct ui *ui, struct buf *out)
{
    const struct plan *plan = ui->board->plan;
    const struct rollup *rollup = rollup_of(ui);
    buf_printf(out, "%c %s%s", standing_mark(rollup->worst), lang_standing(rollup->worst), _("; "));
    buf_printf(out, "%s%s", rollup->veto ? _("a target with a veto is breached") : _("its worst"),
               _(": "));
    size_t start = out->len;
    for (int t = 0; t < (int)plan->target_count; t++) {
        if (is_part(ui, t) && ui->board->verdicts[t].standing == rollup->worst)
            buf_printf(out, "%s%s", out->len > start ? " " : "", plan->targets[t].code);
    }
}

static void add_sum(double sum, double weights, double share, struct buf *out)
{
    buf_printf(out, _("sum of weight x share %.2f / sum of weights %.2f = "), sum, weights);
    lang_percent(out, share);
}

static void add_reached(const struct ui *ui, struct buf *out)
{
    const struct rollup *rollup = rollup_of(ui);
    add_sum(rollup->share_sum, rollup->weight_sum, rollup->share, out);
}

static void add_planned(const struct ui *ui, struct buf *out)
{
    const struct rollup *rollup = rollup_of(ui);
    add_sum(rollup->planned_sum, rollup->weight_sum, rollup->planned, out);
}

static void add_left_out(const struct ui *ui, struct buf *out)
{
    int out_of = 0;
    for (int t = 0; t < (int)ui->board->plan->target_count; t++)
        out_of += is_part(ui, t) && !is_counted(ui, t);
    buf_printf(out, _("%d of %d targets have no share (no goal or no figure) and are left out"),
               out_of, rollup_of(ui)->total);
}

static const struct {
    const char *name;
    void (*add)(const struct ui *ui, struct buf *out);
} lines[LINES] = {
    [RULE] = {N_("rule"), add_rule},
    [REACHED] = {N_("reached"), add_reached},
    [PLANNED] = {N_("planned"), add_planned},
    [LEFT_OUT] = {N_("left out"), add_left_out},
};

/* ---- the rows ---- */

/* "L lagging  1.0 x 63% (planned 70%)  New school places; reason". */
static void add_target(const struct ui *ui, int index, struct buf *out)
{
    const struct target *target = &ui->board->plan->targets[index];
    const struct verdict *verdict = &ui->board->verdicts[index];
    buf_printf(out, "%c %s  ", standing_mark(verdict->standing), lang_standing(verdict->standing));
    if (is_counted(ui, index)) {
        struct buf share = {0}, planned = {0};
        lang_percent(&share, verdict->actual_share);
        lang_percent(&planned, verdict->planned_share);
        buf_printf(out, _("%g x %s (planned %s)"), target->weight, buf_text(&share),
                   buf_text(&planned));
        buf_free(&share);
        buf_free(&planned);
    } else {
        buf_puts(out, _("left out"));
    }
    buf_printf(out, "  %s%s", ui_name(ui, &target->name), _("; "));
    lang_reason(out, target, verdict, ui->board->as_of);
}

enum { WHAT = 9 };

/* Numbers and targets stand whole, on as many rows as they need; a target under LINES + its index.
 */
static void make(struct ui *ui)
{
    int all = LINES + (int)ui->board->plan->target_count;
    struct told *told = ui_tell(ui);
    for (int about = 0; about < all; about++) {
        struct buf text = {0};
        if (about >= LINES && !is_part(ui, about - LINES))
            continue;
        if (about < LINES)
            lines[about].add(ui, &text);
        else
            add_target(ui, about - LINES, &text);
        told_add(told, about, buf_sv(&text), ui->width - WHAT - 1);
        buf_free(&text);
    }
}

static int count(const struct ui *ui)
{
    return (int)ui_told(ui)->count;
}

static struct row row_at(const struct ui *ui, int n)
{
    int about = ui_told(ui)->pieces[n].about;
    return (struct row){.n = n, .target = about < LINES ? -1 : about - LINES, .school = -1};
}

static void key(const struct ui *ui, const struct row *row, struct buf *out)
{
    const struct piece *piece = ui_piece(ui, row);
    if (row->target >= 0)
        buf_printf(out, "%s.%d", ui->board->plan->targets[row->target].code, piece->n);
    else
        buf_printf(out, "#%d.%d", piece->about, piece->n);
}

static void cell_what(const struct ui *ui, const struct row *row, struct buf *out)
{
    if (ui_piece(ui, row)->n == 0)
        buf_puts(out, row->target >= 0 ? ui->board->plan->targets[row->target].code
                                       : _(lines[ui_piece(ui, row)->about].name));
}

static void cell_text(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_add(out, ui_piece(ui, row)->text);
}

static double rank_what(const struct ui *ui, const struct row *row)
{
    (void)ui;
    return row->n;
}

static const struct column column_what = {
    .name = N_("target"), .width = WHAT, .handle = true, .cell = cell_what, .rank = rank_what};
static const struct column column_why = {.name = "", .width = 30, .stretch = 1, .cell = cell_text};
static const struct column *const columns[] = {&column_what, &column_why};

static const struct table table = {columns,        COUNT_OF(columns), .make = make,
                                   .count = count, .row = row_at,     .key = key};

static void draw(struct ui *ui, struct canvas *canvas, const struct area *area)
{
    const struct plan *plan = ui->board->plan;
    const struct place *here = ui_here(ui);
    struct buf text = {0};
    if (here->item >= 0)
        buf_printf(&text, "%d %s", plan->items[here->item].number,
                   ui_name(ui, &plan->items[here->item].name));
    else
        buf_printf(&text, "%d %s", plan->sections[here->section].number,
                   ui_name(ui, &plan->sections[here->section].name));
    head_draw(canvas, area, buf_text(&text), "");
    buf_free(&text);
    table_draw(ui, canvas, &(struct area){area->y + 1, area->x, area->rows - 1, area->columns});
}

/* The first of the targets that make the standing. */
static int worst_target(const struct ui *ui)
{
    for (int t = 0; t < (int)ui->board->plan->target_count; t++) {
        if (is_part(ui, t) && ui->board->verdicts[t].standing == rollup_of(ui)->worst)
            return t;
    }
    return -1;
}

static struct ui_request act(struct ui *ui, enum action action, struct key pressed)
{
    struct row row;
    (void)pressed;
    if (action == ACTION_OPEN && table_chosen(ui, &row))
        ui_open_why(ui, row.target >= 0 ? row.target : worst_target(ui));
    return (struct ui_request){.type = UI_NONE};
}

const struct screen screen_why_whole = {
    .name = N_("why"), .table = &table, .draw = draw, .act = act};
