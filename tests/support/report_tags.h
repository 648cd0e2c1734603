/* report_tags.h - is a page well formed: tags that close, drawings that stay in their frames. */
#ifndef SUPPORT_REPORT_TAGS_H
#define SUPPORT_REPORT_TAGS_H

#include <stddef.h>

/* Fails the test when a tag is not closed in order, or a raw < or > stands in a text. Elements
 * without content (<meta>) need no end. */
void tags_check(const char *html);

/* Fails the test when a coordinate of an SVG lies outside its viewBox. Returns how many drawings
 * there are. */
size_t tags_check_drawings(const char *html);

#endif
