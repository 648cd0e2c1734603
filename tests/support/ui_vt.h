/* ui_vt.h - a small terminal for tests: it takes bytes and shows cells, so that what is sent can be
 * held against what was meant. It knows what the monitor sends and fails at anything else.
 *
 * Example:
 *     struct vt *vt = vt_new(24, 80);
 *     vt_feed(vt, buf_sv(&bytes));
 *     vt_dump(vt, &out);
 */
#ifndef SUPPORT_UI_VT_H
#define SUPPORT_UI_VT_H

#include "duban/buf.h"

struct vt;

struct vt *vt_new(int rows, int columns);
void vt_free(struct vt *vt);

/* Takes bytes in; the test fails when they ask for what a terminal may do in more than one way. */
void vt_feed(struct vt *vt, struct sv bytes);

/* Adds each cell, a line a row: its look in angles where that changes, and its text. */
void vt_dump(const struct vt *vt, struct buf *out);

#endif
