/* text.h - UTF-8 as a terminal shows it: decoding, width in columns, clipping, cleaning.
 *
 * Everything that came from outside (a school's file, a file's name, an argument, the database)
 * passes text_clean() before it reaches a terminal, a log or an export. Hostile are: invalid
 * UTF-8, control characters (C0, DEL, C1), every format character (bidi overrides and isolates,
 * zero width, tags, byte order mark), letters that show nothing (the Hangul fillers), line and
 * paragraph separators, surrogates, noncharacters, combining marks at the start of a text, and
 * more than TEXT_MARKS_MAX of them on one character. Each is shown as U+FFFD.
 * Character data is utf8proc's.
 *
 * Ownership: nothing here allocates but text_clean(), into the caller's buffer, and
 * text_clean_copy(), into the caller's arena.
 *
 * Example:
 *     struct sv shown = text_clip(sv_from(name), 12);
 *     printf("%.*s%*s", SV_ARG(shown), 12 - text_width(shown), "");
 */
#ifndef DUBAN_TEXT_H
#define DUBAN_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "duban/attr.h"
#include "duban/buf.h"
#include "duban/mem.h"
#include "duban/sv.h"

/* What an invalid byte decodes to, and what hostile text is shown as. */
#define TEXT_REPLACEMENT 0xFFFDu

enum { TEXT_MARKS_MAX = 4 };

/* Decodes the first character of `s` (len > 0) into *c. Returns its length in bytes, 1..4.
 * An invalid byte counts 1 and gives -1. */
int text_decode(struct sv s, int32_t *c) NONNULL;

/* Adds `c` as UTF-8, or U+FFFD for what is no character (-1, a surrogate). */
void text_encode(struct buf *out, int32_t c) NONNULL;

/* True when all of `s` is valid UTF-8. */
bool text_valid(struct sv s);

/* `s` without a character that is cut off at its end: bytes there that more bytes could make
 * one. What is invalid whatever follows stays. */
struct sv text_whole(struct sv s);

/* Must this character never reach a terminal as it is? -1 (an invalid byte) is hostile. */
bool text_hostile(int32_t c);

/* Columns that `c` takes: 0 (combining), 1 or 2. A hostile character takes the one column of
 * its replacement. */
int text_char_width(int32_t c);

/* Is it one that some terminals show in one column and others in two: quotation marks, dashes,
 * digits in circles, lines (East_Asian_Width=A)? */
bool text_is_ambiguous(int32_t c);

/* From now on such characters count `columns` (1 or 2); 1 at first. For the whole program: it is
 * the terminal's. */
void text_ambiguous_width(int columns);

/* Columns that `s` takes once cleaned. */
int text_width(struct sv s);

/* The longest front part of `s` that fits `columns`, with the marks that belong to it; never
 * half of a wide character. */
struct sv text_clip(struct sv s, int columns);

/* `s` as an ASCII keyboard has it: full-width forms (U+FF01 to U+FF5E) and U+3000, trimmed then. In
 * `room`, or `s` itself where there is nothing to fold, or it is longer: such a text is no number,
 * date or heading. */
enum { TEXT_FOLD_MAX = 128 };
struct sv text_fold(struct sv s, char room[TEXT_FOLD_MAX]) NONNULL;

/* Adds `s` to *out with everything hostile replaced by U+FFFD. */
void text_clean(struct buf *out, struct sv s) NONNULL;

/* The same as a terminated text in the arena. */
const char *text_clean_copy(struct arena *arena, struct sv s) NONNULL;

/* The same into an array of `size` bytes (at least 1), terminated, cut at a character's edge.
 * Allocates nothing. */
void text_clean_into(char *out, size_t size, struct sv s) NONNULL;

/* The version of utf8proc. */
const char *text_library(void);

/* Is there nothing to clean? */
bool text_is_clean(struct sv s);

#endif
