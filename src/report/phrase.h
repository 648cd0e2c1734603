/* phrase.h - small pieces of text that several reports share.
 *
 * Example:
 *     phrase_bar(out, rollup->share, rollup->planned);   "[#####.|..]"
 */
#ifndef REPORT_PHRASE_H
#define REPORT_PHRASE_H

#include "duban/buf.h"

/* What is reached, and a tick where the plan wants it to be by now. NAN is nothing. */
void phrase_bar(struct buf *out, double reached, double planned) NONNULL;

#endif
