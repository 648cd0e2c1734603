/* html.h - text made harmless for HTML, the one way in for everything that a page shows.
 *
 * Example:
 *     html_text(out, sv_from(school->name));   "<b>" becomes "&lt;b&gt;"
 */
#ifndef REPORT_HTML_H
#define REPORT_HTML_H

#include "duban/buf.h"
#include "duban/standing.h"

/* Adds `text` cleaned and escaped, fit for an element's content and a quoted attribute alike. */
void html_text(struct buf *out, struct sv text) NONNULL;

/* The same for sentences: a date or code ("2021-09-15", "S-P014") stays on one line. */
void html_prose(struct buf *out, struct sv text) NONNULL;

/* Adds <TAG CLASS>TEXT</TAG> with the text escaped; CLASS "" for none. Both names are our own. */
void html_element(struct buf *out, const char *tag, const char *class, const char *text) NONNULL;

/* The class of a standing's colour: "red", "amber", "green", "grey". */
const char *html_rag(enum standing standing);

/* The style sheet of a bulletin. */
extern const char html_style[];

#endif
