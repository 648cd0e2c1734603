/* sv.h - a borrowed piece of text: pointer and length, no terminator, never owned.
 *
 * Ownership: whoever made the bytes keeps them alive for as long as the view is used. A view
 * with len 0 is the empty text; its data may then be NULL.
 *
 * Example:
 *     struct sv cell = sv_trim(sv_from(" 5.1 "));
 *     if (sv_eq(cell, SV("5.1")))
 *         printf("%.*s\n", SV_ARG(cell));
 */
#ifndef DUBAN_SV_H
#define DUBAN_SV_H

#include <stdbool.h>
#include <stddef.h>

struct sv {
    const char *data;
    size_t len;
};

/* A view of a string literal. */
#define SV(literal) ((struct sv){"" literal, sizeof(literal) - 1})
/* The two arguments that "%.*s" takes. */
#define SV_ARG(view) (int)(view).len, (view).data

/* A view of a whole C string; NULL is the empty text. */
struct sv sv_from(const char *text);

/* The part of `s` from byte `from` to its end; empty when `from` is past it. */
struct sv sv_skip(struct sv s, size_t from);

/* `s` without the ASCII white space at both ends. */
struct sv sv_trim(struct sv s);

/* Same bytes. */
bool sv_eq(struct sv a, struct sv b);

/* Are the first bytes of `s` those of `front`? */
bool sv_begins(struct sv s, struct sv front);

/* Same bytes but for the case of ASCII letters. */
bool sv_eq_nocase(struct sv a, struct sv b);

/* Order of bytes, like strcmp: negative, 0 or positive. */
int sv_cmp(struct sv a, struct sv b);

/* Cuts the text up to `separator` off the front of *rest and puts it into *piece. Returns false
 * when *rest was empty; the last piece needs no separator behind it. */
bool sv_split(struct sv *rest, char separator, struct sv *piece);

#endif
