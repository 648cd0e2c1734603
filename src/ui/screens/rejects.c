/* rejects.c - the rejected rows of one import. */
#include "ui/findings.h"
#include "ui/say_keys.h"

static void needs(const struct ui *ui, struct ui_query *query)
{
    query->data = UI_DATA_ISSUES;
    query->id = ui_here(ui)->id;
}

static const struct issue_row *issue_at(const struct ui *ui, int n)
{
    return &ui_data(ui)->issues[n];
}

static struct row row_at(const struct ui *ui, int n)
{
    (void)ui;
    return (struct row){.n = n, .target = -1, .school = -1};
}

static void key(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_printf(out, "%d ", row->n);
    findings_place(issue_at(ui, row->n), out);
}

static void words(const struct ui *ui, const struct row *row, struct buf *out)
{
    const struct issue_row *issue = issue_at(ui, row->n);
    buf_printf(out, "%s %s %s", issue->code, issue->text, issue->raw);
}

static void cell_place(const struct ui *ui, const struct row *row, struct buf *out)
{
    findings_place(issue_at(ui, row->n), out);
}

static double rank_place(const struct ui *ui, const struct row *row)
{
    return issue_at(ui, row->n)->line;
}

static void cell_raw(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_puts(out, issue_at(ui, row->n)->raw);
}

static void cell_text(const struct ui *ui, const struct row *row, struct buf *out)
{
    say_keys(ui, out, sv_from(issue_at(ui, row->n)->text));
}

static const struct column column_place = {.name = N_("line"),
                                           .width = 9,
                                           .right = true,
                                           .handle = true,
                                           .cell = cell_place,
                                           .rank = rank_place};
static const struct column column_raw = {
    .name = N_("cell"), .width = 14, .drop = 1, .cell = cell_raw};
static const struct column column_text = {
    .name = N_("what is wrong; what to do"), .width = 20, .stretch = 1, .cell = cell_text};
static const struct column *const columns[] = {&column_place, &column_raw, &column_text};

static const struct table table = {columns,
                                   COUNT_OF(columns),
                                   ui_data_count,
                                   row_at,
                                   key,
                                   words,
                                   .empty = N_("no row was rejected")};

static void draw(struct ui *ui, struct canvas *canvas, const struct area *area)
{
    findings_draw(ui, canvas, area, issue_at);
}

static const char *crumb(const struct ui *ui, const struct place *place)
{
    const struct ui_answer *answer = &ui->answers[UI_DATA_ISSUES];
    bool there = ui->answered[UI_DATA_ISSUES] && answer->query.id == place->id && !answer->failed;
    return there ? answer->batches[0].name : _("rejected rows");
}

const struct screen screen_rejects = {
    .name = N_("rejected rows"), .crumb = crumb, .table = &table, .draw = draw, .needs = needs};
