/* attr.h - what a prototype promises, said so that the compiler checks it.
 *
 * MUST_USE   the result may not be ignored
 * NONNULL    no pointer argument may be NULL
 * PRINTF(n)  argument n is a printf format, the rest are checked against it
 * NORETURN   the call does not come back
 *
 * Example: MUST_USE bool store_plan(struct store *, struct plan *out, struct err *) NONNULL;
 */
#ifndef DUBAN_ATTR_H
#define DUBAN_ATTR_H

#define MUST_USE  __attribute__((warn_unused_result))
#define NONNULL   __attribute__((nonnull))
#define PRINTF(n) __attribute__((format(printf, n, (n) + 1)))
#define NORETURN  __attribute__((noreturn))

/* Number of elements of a real array (not of a pointer). */
#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

#endif
