/* harness.h - for the programs in tests/faults: a directory of one's own, seeded chance, child
 * processes, checks that count, and a closing line "N passed, N failed".
 *
 * FAULTS_LONG=1 asks for the long form (make soak), FAULTS_SEED=N for another seed; the seed is
 * printed, so that a run can be had again.
 *
 * Example:
 *     faults_start("kill -9");
 *     struct ran ran = faults_run((const char *[]){faults_duban(), "doctor", NULL});
 *     CHECK(ran.status == 0, "doctor says: %s", ran.out);
 *     return faults_end();
 */
#ifndef FAULTS_HARNESS_H
#define FAULTS_HARNESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "duban/attr.h"

/* Makes a fresh directory (on memory when there is one: what is tested is the program, not the
 * disk) and goes there. */
void faults_start(const char *name);

/* Prints the closing line, removes the directory; the exit status. */
int faults_end(void);

bool faults_long(void);

/* `brief` rounds, or `lengthy` ones in the long form. */
int faults_rounds(int brief, int lengthy);

/* 0 .. below - 1, from the seed. */
uint32_t faults_random(uint32_t below);

/* Says what was done, one line. */
void faults_say(const char *format, ...) PRINTF(1);

/* Counts a check; prints the message of one that fails. */
void faults_check(bool good, const char *file, int line, const char *format, ...) PRINTF(4);
#define CHECK(good, ...) faults_check((good), __FILE__, __LINE__, __VA_ARGS__)

/* The program under test ($DUBAN). */
const char *faults_duban(void);

double faults_seconds(void); /* since some moment */

/* ---- processes ---- */

enum { RAN_TEXT_MAX = 16384 };

struct ran {
    int status; /* exit status; 128 + signal */
    double seconds;
    char out[RAN_TEXT_MAX], err[RAN_TEXT_MAX]; /* cut when longer */
};

/* Runs a program to its end; one that takes longer than 60 s is ended and has status 124. */
struct ran faults_run(const char *const argv[]);

/* The same with what a child does before it turns into the program. */
typedef void faults_prepare_fn(void *context);
struct ran faults_run_as(const char *const argv[], faults_prepare_fn *prepare, void *context);

/* Runs `duban --db DB WORDS...`; the list ends with NULL. */
struct ran faults_db(const char *db, ...);

/* ---- files and databases ---- */

void faults_write(const char *path, const char *bytes, size_t len);
bool faults_copy(const char *from, const char *to);
/* Removes a database with all that belongs to it. */
void faults_remove_db(const char *db);

/* One number that SQL gives, on a connection of its own that checkpoints nothing; -1: no row,
 * -2: cannot read. */
int64_t faults_number(const char *db, const char *sql);

/* All of a database's content as text, in a fixed order; free() it. NULL: cannot read. */
char *faults_dump(const char *db);

/* Fails unless the doctor finds nothing. Returns whether so. */
bool faults_sound(const char *db, const char *when);

#endif
