/* note.h - a school's remark, made fit to be kept and shown.
 *
 * Example:
 *     bool as_is = note_clean(&out, SV("二期\n已开工"));     "二期 已开工", true
 */
#ifndef IMPORT_NOTE_H
#define IMPORT_NOTE_H

#include <stdbool.h>

#include "duban/attr.h"
#include "duban/buf.h"
#include "duban/sv.h"

/* Puts the remark into *out: blanks at its ends left out, each line break or TAB a space, hostile
 * characters replaced, cut to IMPORT_NOTE_MAX bytes. Returns false when something was replaced or
 * cut, which the user should hear of. */
bool note_clean(struct buf *out, struct sv cell) NONNULL;

#endif
