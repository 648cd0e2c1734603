/* hostile.h - texts that mean harm, and whether any harm is left in what came out.
 *
 * Example:
 *     hostile_make();
 *     struct ran ran = faults_db("a.db", "set", "5.1", "1", "--note", hostile_text(7), NULL);
 *     hostile_check_text(ran.out, strlen(ran.out), "set");
 */
#ifndef FAULTS_HOSTILE_H
#define FAULTS_HOSTILE_H

#include "harness.h"

enum { HOSTILE_TEXTS = 600, HOSTILE_TEXT_MAX = 64, HOSTILE_OUT_MAX = 4 << 20 };

void hostile_make(void);
const char *hostile_text(int i); /* 0 .. HOSTILE_TEXTS - 1 */
const char *hostile_any(void);

/* Fails when a line holds a character that a terminal, a log or a reader would obey. */
void hostile_check_text(const char *text, size_t len, const char *what);

/* Fails when a spreadsheet would run a cell. */
void hostile_check_csv(const char *text, size_t len, const char *what);

/* Fails when a browser would run what came from a text. */
void hostile_check_html(const char *text, const char *what);

/* A file's content, ended by a NUL; overwritten by the next call. Empty when it is not there. */
char *hostile_slurp(const char *path, size_t *len);

#endif
