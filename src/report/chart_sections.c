#include <math.h>

#include "duban/lang.h"
#include "duban/text.h"
#include "report/chart.h"
#include "report/key.h"
#include "report/status.h"
#include "report/svg.h"

enum { WIDTH = 640, ROW = 26, BAR = 12, LEFT = 190, RIGHT = 110, NAME_COLUMNS = 26 };

static void add_row(struct buf *out, const struct rollup *rollup, const char *name, double top)
{
    const double room = WIDTH - LEFT - RIGHT, bar = top + (ROW - BAR) / 2.0;
    struct buf text = {0};
    buf_add(&text, text_clip(sv_from(name), NAME_COLUMNS));
    svg_text(out, "name", (struct svg_point){LEFT - 12, top + 17}, "end", buf_text(&text));
    svg_rect(out, "track", LEFT, bar, room, BAR);
    if (rollup->share > 0)
        svg_rect(out, "fill", LEFT, bar, rollup->share * room, BAR);
    if (rollup->planned > 0) {
        double x = LEFT + rollup->planned * room;
        svg_segment(out, "tick", (struct svg_point){x, bar - 3},
                    (struct svg_point){x, bar + BAR + 3});
    }
    buf_clear(&text);
    lang_percent(&text, rollup->share);
    buf_puts(&text, " / ");
    lang_percent(&text, rollup->planned);
    svg_text(out, "name", (struct svg_point){WIDTH - RIGHT + 12, top + 17}, "start",
             buf_text(&text));
    buf_free(&text);
}

void chart_sections(struct buf *out, const struct board *board, const struct report_filter *filter)
{
    static const struct key_entry keys[] = {{"fill", KEY_AREA, N_("reached")},
                                            {"tick", KEY_TICK, N_("planned by now")}};
    int rows = 0;
    for (size_t s = 0; s < board->plan->section_count; s++)
        rows += status_shows_section(board, filter, s);
    svg_begin(out, "sections", WIDTH, rows * ROW,
              _("Sections: the bar is the share reached, the tick the share planned by now"));
    rows = 0;
    for (size_t s = 0; s < board->plan->section_count; s++) {
        if (status_shows_section(board, filter, s))
            add_row(out, &board->sections[s], name_in(&board->plan->sections[s].name, filter->lang),
                    ROW * rows++);
    }
    svg_end(out);
    buf_putc(out, '\n');
    key_add(out, keys, COUNT_OF(keys));
}
