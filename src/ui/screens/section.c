/* section.c - one section as a whole: how it stands, and all its targets. */
#include "ui/columns.h"
#include "ui/detail.h"
#include "ui/since.h"

static int section_of(const struct ui *ui, size_t target)
{
    const struct plan *plan = ui->board->plan;
    return plan->items[plan->targets[target].item].section;
}

static int count(const struct ui *ui)
{
    int found = 0;
    for (size_t t = 0; t < ui->board->plan->target_count; t++)
        found += section_of(ui, t) == ui_here(ui)->section;
    return found;
}

static struct row row_at(const struct ui *ui, int n)
{
    size_t t = 0;
    for (int left = n; t + 1 < ui->board->plan->target_count; t++) {
        if (section_of(ui, t) == ui_here(ui)->section && left-- == 0)
            break;
    }
    return row_of_target(n, (int)t);
}

static const struct table table = {target_columns, TARGET_COLUMNS, count, row_at,
                                   .empty = N_("this section has no targets")};

/* "X 1 breached  ! 2 overdue ...": every standing that a target has, in words. */
static int draw_counts(const struct rollup *rollup, struct canvas *canvas, const struct area *area,
                       int y)
{
    int x = area->x, rows = 1;
    struct buf text = {0};
    for (enum standing i = 0; i < STANDING_TOTAL; i++) {
        if (rollup->counts[i] == 0)
            continue;
        buf_clear(&text);
        buf_printf(&text, "%c %d %s", standing_mark(i), rollup->counts[i], lang_standing(i));
        int width = text_width(buf_sv(&text));
        if (x > area->x && x + width > area->x + area->columns) {
            x = area->x;
            rows++;
        }
        x = canvas_put(canvas, y + rows - 1, x, width, role_of_standing(i), buf_sv(&text)) + 3;
    }
    buf_free(&text);
    return rows;
}

static void draw(struct ui *ui, struct canvas *canvas, const struct area *area)
{
    enum { BAR = 20, BAR_SMALL = 8, WIDE = 80 };
    int bar = area->columns < WIDE ? BAR_SMALL : BAR;
    const struct section *section = &ui->board->plan->sections[ui_here(ui)->section];
    const struct rollup *rollup = &ui->board->sections[ui_here(ui)->section];
    struct buf head = {0}, name = {0};
    buf_printf(&name, "%d %s", section->number, ui_name(ui, &section->name));
    buf_printf(&head, "  %c %s", standing_mark(rollup->worst), lang_standing(rollup->worst));
    if (rollup->veto)
        buf_printf(&head, "  [%s]", _("VETO"));
    if (ui->comparison) {
        buf_puts(&head, "  ");
        since_add_counts(&ui->comparison->sections[ui_here(ui)->section], &head);
    }
    head_draw(canvas, area, buf_text(&name), buf_text(&head));
    buf_clear(&head);
    struct buf share = {0}, planned = {0};
    lang_percent(&share, rollup->share);
    lang_percent(&planned, rollup->planned);
    buf_printf(&head, _("reached %s, planned %s, %d targets in %d items"), buf_text(&share),
               buf_text(&planned), rollup->total, ui_item_count(ui, ui_here(ui)->section));
    bar_draw(canvas, area->y + 1, area->x, bar,
             &(struct bar){rollup->share, rollup->planned, rollup->share}, ROLE_FAINT);
    canvas_put_cut(canvas, area->y + 1, area->x + bar + 2, area->columns - bar - 2, ROLE_TEXT,
                   buf_sv(&head));
    buf_free(&share);
    buf_free(&planned);
    buf_free(&name);
    buf_free(&head);
    int used = 2 + draw_counts(rollup, canvas, area, area->y + 2);
    detail_table_below(ui, canvas, area, used);
}

static struct ui_request act(struct ui *ui, enum action action, struct key key)
{
    if (action == ACTION_WHY_WHOLE)
        ui_open_why_whole(ui, ui_here(ui)->section, -1);
    return detail_act(ui, action, key);
}

static const char *crumb(const struct ui *ui, const struct place *place)
{
    return ui_name(ui, &ui->board->plan->sections[place->section].name);
}

const struct screen screen_section = {
    .name = N_("section"), .crumb = crumb, .table = &table, .draw = draw, .act = act};
