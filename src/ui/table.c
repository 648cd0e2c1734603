#include "ui/table.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "duban/mem.h"
#include "ui/find.h"
#include "ui/ui.h"

enum { GAP = 1, COLUMNS_MAX = 24 };

static int min(int a, int b)
{
    return a < b ? a : b;
}

/* ---- which rows, in which order ---- */

/* Is there something to list, or is it still to come? */
static bool is_there(const struct ui *ui)
{
    return !screen_of(ui)->needs || ui_data(ui);
}

static void add_key(const struct ui *ui, const struct table *table, const struct row *row,
                    struct buf *out)
{
    const struct plan *plan = ui->board->plan;
    if (table->key) {
        table->key(ui, row, out);
        return;
    }
    if (row->target >= 0)
        buf_printf(out, "%s ", plan->targets[row->target].code);
    if (row->school >= 0)
        buf_puts(out, plan->schools[row->school].code);
}

static void key_of(const struct ui *ui, const struct list *list, const struct table *table,
                   char *out, size_t size)
{
    struct buf key = {0};
    struct row row = table->row(ui, list_row(list, list->selected));
    add_key(ui, table, &row, &key);
    snprintf(out, size, "%s", buf_text(&key));
    buf_free(&key);
}

void table_remember(const struct ui *ui, struct list *list, const struct table *table)
{
    if (!table || !list->fresh || list->count == 0 || !is_there(ui))
        return; /* what was remembered before still holds */
    key_of(ui, list, table, list->key, sizeof(list->key));
}

void table_key(const struct ui *ui, char *out, size_t size)
{
    const struct list *list = &ui_here(ui)->list;
    out[0] = '\0';
    if (screen_of(ui)->table && list->fresh && list->count > 0)
        key_of(ui, list, screen_of(ui)->table, out, size);
}

static bool is_shown(const struct ui *ui, const struct column *column)
{
    return !column->shown || column->shown(ui);
}

struct order {
    const struct ui *ui;
    const struct table *table;
    const struct column *column; /* to sort by; NULL: none */
    bool turned;
};

static int compare_texts(const struct order *order, const struct row *a, const struct row *b)
{
    struct buf left = {0}, right = {0};
    order->column->cell(order->ui, a, &left);
    order->column->cell(order->ui, b, &right);
    int result = sv_cmp(buf_sv(&left), buf_sv(&right));
    buf_free(&left);
    buf_free(&right);
    return result;
}

/* Rows that are equal stay as they came; what has no rank stands last either way. */
static int compare(const void *left, const void *right, void *context)
{
    const struct order *order = context;
    int m = *(const int *)left, n = *(const int *)right, came = (m > n) - (m < n), result;
    struct row a = order->table->row(order->ui, m), b = order->table->row(order->ui, n);
    if (!order->column)
        return order->turned ? -came : came;
    if (order->column->rank) {
        double p = order->column->rank(order->ui, &a), q = order->column->rank(order->ui, &b);
        if (isnan(p) != isnan(q))
            return isnan(p) ? 1 : -1;
        result = (p > q) - (p < q);
    } else
        result = compare_texts(order, &a, &b);
    if (result == 0)
        return came;
    return order->turned ? -result : result;
}

static void sort(const struct ui *ui, struct list *list, const struct table *table)
{
    struct order order = {ui, table, NULL, list->turned};
    if (list->sort > 0 && (size_t)list->sort <= table->column_count)
        order.column = table->columns[list->sort - 1];
    if (order.column && !is_shown(ui, order.column))
        order.column = NULL;
    if (order.column || order.turned)
        qsort_r(list->order, (size_t)list->count, sizeof(int), compare, &order);
}

/* Chooses the row that was chosen before the rows were listed anew. */
static void find_key(const struct ui *ui, struct list *list, const struct table *table)
{
    struct buf key = {0};
    for (int n = 0; list->key[0] != '\0' && n < list->count; n++) {
        struct row row = table->row(ui, list_row(list, n));
        buf_clear(&key);
        add_key(ui, table, &row, &key);
        if (strncmp(buf_text(&key), list->key, sizeof(list->key) - 1) == 0)
            list->selected = n;
    }
    buf_free(&key);
}

void table_refresh(struct ui *ui)
{
    const struct table *table = screen_of(ui)->table;
    struct list *list = ui_list(ui);
    if (!table || list->fresh)
        return;
    if (!is_there(ui)) {
        list->count = 0;
        return;
    }
    arena_free(&ui->made_in);
    if (table->make)
        table->make(ui);
    int count = table->count(ui), kept = 0;
    list->order = xrealloc(list->order, (size_t)count, sizeof(int));
    for (int n = 0; n < count; n++) {
        struct row row = table->row(ui, n);
        if (list->filter[0] == '\0' || filter_takes(ui, table, &row, list->filter))
            list->order[kept++] = n;
    }
    list->count = kept;
    sort(ui, list, table);
    find_key(ui, list, table);
    list_resize(list, kept);
    list->fresh = true;
}

bool table_chosen(const struct ui *ui, struct row *out)
{
    const struct table *table = screen_of(ui)->table;
    const struct list *list = &ui_here(ui)->list;
    if (!table || !list->fresh || list->count == 0)
        return false;
    *out = table->row(ui, list_row(list, list->selected));
    return true;
}

static void order_anew(struct ui *ui)
{
    table_remember(ui, ui_list(ui), screen_of(ui)->table);
    ui_list(ui)->fresh = false;
    table_refresh(ui);
}

/* Can rows be sorted by it now? */
static bool sorts(const struct ui *ui, const struct column *column)
{
    return column->name[0] != '\0' && is_shown(ui, column);
}

void table_sort_next(struct ui *ui)
{
    const struct table *table = screen_of(ui)->table;
    struct list *list = ui_list(ui);
    do
        list->sort = (list->sort + 1) % ((int)table->column_count + 1);
    while (list->sort > 0 && !sorts(ui, table->columns[list->sort - 1]));
    list->turned = false;
    order_anew(ui);
}

void table_turn(struct ui *ui)
{
    ui_list(ui)->turned = !ui_list(ui)->turned;
    order_anew(ui);
}

/* ---- drawing ---- */

/* Widths of the columns; 0: left out. */
struct layout {
    int width[COLUMNS_MAX];
};

static int columns_shown(const struct table *table)
{
    return table->column_count < COLUMNS_MAX ? (int)table->column_count : COLUMNS_MAX;
}

/* Takes what is still too much from the names, so that the last column is not cut. */
static int shorten(const struct table *table, struct layout *layout, int used, int columns)
{
    enum { NAME_LEAST = 14 };
    for (int i = 0; i < columns_shown(table) && used > columns; i++) {
        int spare = layout->width[i] - NAME_LEAST;
        if (table->columns[i]->stretch == 0 || spare <= 0)
            continue;
        int less = min(spare, used - columns);
        layout->width[i] -= less;
        used -= less;
    }
    return used;
}

/* The shown column that goes first when there is no room; -1: none. */
static int first_to_go(const struct table *table, const struct layout *layout)
{
    int found = -1;
    for (int i = 0; i < columns_shown(table); i++) {
        int drop = table->columns[i]->drop;
        if (layout->width[i] > 0 && drop > 0 && (found < 0 || drop > table->columns[found]->drop))
            found = i;
    }
    return found;
}

static struct layout layout_for(const struct ui *ui, const struct table *table, int columns)
{
    struct layout layout = {0};
    int used = -GAP, stretch = 0, last = -1;
    for (int i = 0; i < columns_shown(table); i++) {
        if (!is_shown(ui, table->columns[i]))
            continue;
        layout.width[i] = table->columns[i]->width;
        used += layout.width[i] + GAP;
    }
    for (int gone; used > columns && (gone = first_to_go(table, &layout)) >= 0;) {
        used -= layout.width[gone] + GAP;
        layout.width[gone] = 0;
    }
    used = shorten(table, &layout, used, columns);
    for (int i = 0; i < columns_shown(table); i++) {
        if (layout.width[i] > 0)
            stretch += table->columns[i]->stretch;
    }
    int spare = columns - used, given = 0;
    for (int i = 0; spare > 0 && stretch > 0 && i < columns_shown(table); i++) {
        if (layout.width[i] == 0 || table->columns[i]->stretch == 0)
            continue;
        int more = spare * table->columns[i]->stretch / stretch;
        layout.width[i] += more;
        given += more;
        last = i;
    }
    if (last >= 0 && spare > given)
        layout.width[last] += spare - given;
    return layout;
}

static void draw_text(struct canvas *canvas, int y, int x, int width, enum role role, bool right,
                      const char *text)
{
    if (right)
        canvas_right(canvas, y, x, width, role, text);
    else
        canvas_left(canvas, y, x, width, role, text);
}

static void draw_head(const struct ui *ui, struct canvas *canvas, const struct area *area,
                      const struct layout *layout)
{
    const struct table *table = screen_of(ui)->table;
    const struct list *list = &ui_here(ui)->list;
    int x = area->x;
    canvas_fill(canvas, area->y, area->x, area->columns, ROLE_PANE);
    for (int i = 0; i < columns_shown(table); i++) {
        if (layout->width[i] == 0)
            continue;
        const struct column *column = table->columns[i];
        struct buf head = {0};
        if (column->name[0] != '\0')
            buf_puts(&head, _(column->name));
        draw_text(canvas, area->y, x, layout->width[i], ROLE_PANE, column->right, buf_text(&head));
        if (list->sort == i + 1) /* in the gap behind it; the last has its own last column */
            canvas_left(canvas, area->y, min(x + layout->width[i], area->x + area->columns - 1), 1,
                        ROLE_PANE, list->turned ? "^" : "v");
        buf_free(&head);
        x += layout->width[i] + GAP;
    }
}

static void draw_row(const struct ui *ui, struct canvas *canvas, int y, const struct area *area,
                     const struct layout *layout, const struct row *row, bool chosen)
{
    const struct table *table = screen_of(ui)->table;
    int x = area->x;
    for (int i = 0; i < columns_shown(table); i++) {
        const struct column *column = table->columns[i];
        int width = layout->width[i];
        if (width == 0)
            continue;
        enum role role = column->role ? column->role(ui, row) : ROLE_TEXT;
        if (chosen && column->handle)
            role = ROLE_CHOSEN;
        if (column->draw) {
            column->draw(ui, canvas, y, x, width, row);
        } else {
            struct buf cell = {0};
            column->cell(ui, row, &cell);
            draw_text(canvas, y, x, width, role, column->right, buf_text(&cell));
            buf_free(&cell);
        }
        x += width + GAP;
    }
}

bool table_has_head(const struct table *table)
{
    for (int i = 0; i < columns_shown(table); i++) {
        if (table->columns[i]->name[0] != '\0')
            return true;
    }
    return false;
}

/* How many of these rows of the screen the line of input lies over. */
static int covered(const struct ui *ui, const struct canvas *canvas, const struct area *area)
{
    if (!ui->input.open)
        return 0;
    int top = canvas_rows(canvas) - input_rows(&ui->input, canvas_columns(canvas));
    int over = area->y + area->rows - top;
    return over > 0 ? min(over, area->rows - 1) : 0;
}

const char *table_empty(const struct ui *ui, const struct table *table)
{
    const char *said =
        ui->options.read_only && table->empty_for_readers ? table->empty_for_readers : table->empty;
    return said ? _(said) : "";
}

void table_draw(struct ui *ui, struct canvas *canvas, const struct area *area)
{
    const struct table *table = screen_of(ui)->table;
    struct list *list = ui_list(ui);
    struct layout layout = layout_for(ui, table, area->columns);
    int head = table_has_head(table);
    const struct area rows = {area->y + head, area->x, area->rows - head, area->columns};
    if (head)
        draw_head(ui, canvas, area, &layout);
    list_fit(list, rows.rows - covered(ui, canvas, &rows));
    list->y = rows.y;
    for (int row = 0; row < rows.rows && list->top + row < list->count; row++) {
        int n = list->top + row;
        struct row shown = table->row(ui, list_row(list, n));
        draw_row(ui, canvas, rows.y + row, &rows, &layout, &shown, n == list->selected);
    }
    if (list->fresh && list->count == 0)
        canvas_put(canvas, rows.y, area->x, area->columns, ROLE_TEXT,
                   sv_from(list->filter[0] != '\0' ? _("the filter lets nothing through")
                                                   : table_empty(ui, table)));
}

bool table_draw_above(struct ui *ui, struct canvas *canvas, const struct area *area,
                      struct area *below, struct row *chosen)
{
    enum { ROWS_SMALL = 10, BELOW = 4, BELOW_SMALL = 2 };
    bool small = area->rows <= ROWS_SMALL;
    int rows = small ? BELOW_SMALL : BELOW;
    const struct area above = {area->y, area->x, area->rows - rows - !small, area->columns};
    table_draw(ui, canvas, &above);
    *below = (struct area){area->y + area->rows - rows, area->x, rows, area->columns};
    return table_chosen(ui, chosen);
}

void table_draw_full(struct ui *ui, struct canvas *canvas, const struct area *area, enum role role,
                     void (*full)(const struct ui *ui, const struct row *row, struct buf *out))
{
    struct area below;
    struct row row;
    struct buf text = {0};
    if (!table_draw_above(ui, canvas, area, &below, &row))
        return;
    full(ui, &row, &text);
    wrap_draw(canvas, below.y, below.x, below.columns, below.rows, role, buf_text(&text));
    buf_free(&text);
}
