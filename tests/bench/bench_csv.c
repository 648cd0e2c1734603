/* bench_csv.c - files as schools send them: bench_csv DB ROWS PER_FILE PREFIX [SEED]
 *
 * Makes DB (the built-in plan, 2,000 made-up schools, no report) where it is not there yet, and
 * writes ROWS rows that are all right for it into PREFIX0001.csv ..., PER_FILE rows each: in the
 * order of days, on each day schools in an order that SEED fixes. No key comes twice.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "district.h"

enum { SCHOOLS = 2000, DAYS = 258, PERCENT = 100 };

struct row {
    int day, school, target, value;
    unsigned chance; /* of the school on the day */
};

static unsigned mix(unsigned seed, unsigned a, unsigned b)
{
    unsigned hash = seed * 2654435761u ^ a * 2246822519u ^ b * 3266489917u;
    hash ^= hash >> 15;
    hash *= 2246822519u;
    return hash ^ hash >> 13;
}

static int by_day(const void *a, const void *b)
{
    const struct row *left = a, *right = b;
    if (left->day != right->day)
        return left->day < right->day ? -1 : 1;
    if (left->chance != right->chance)
        return left->chance < right->chance ? -1 : 1;
    return (left->target > right->target) - (left->target < right->target);
}

/* Each school reports on each of its targets in rounds, as many as make `count` rows. */
static size_t make_rows(const struct plan *plan, size_t count, unsigned seed, struct row *rows)
{
    size_t pairs = 0, made = 0;
    for (size_t t = 0; t < plan->target_count; t++)
        pairs += plan->targets[t].scope_size;
    int rounds = (int)((count + pairs - 1) / pairs);
    for (int round = 0; round < rounds; round++) {
        for (size_t t = 0; t < plan->target_count; t++) {
            const int *schools;
            const struct target *target = &plan->targets[t];
            size_t in_scope = plan_scope_schools(plan, target, &schools);
            for (size_t s = 0; s < in_scope && made < count; s++) {
                int day = (round * DAYS + (schools[s] * 37 + (int)t * 11) % DAYS) / rounds;
                int grown = rounds > PERCENT ? round * PERCENT / rounds : round;
                int value = target->measure == MEASURE_SHARE ? round * 2 >= rounds : grown;
                rows[made++] = (struct row){day, schools[s], (int)t, value,
                                            mix(seed, (unsigned)day, (unsigned)schools[s])};
            }
        }
    }
    qsort(rows, made, sizeof(*rows), by_day);
    return made;
}

static bool write_files(const struct plan *plan, const struct row *rows, size_t count,
                        size_t per_file, const char *prefix)
{
    FILE *out = NULL;
    char path[4096], date[DATE_TEXT_MAX];
    for (size_t i = 0; i < count; i++) {
        if (i % per_file == 0) {
            if (out && fclose(out) != 0)
                return false;
            snprintf(path, sizeof(path), "%s%04zu.csv", prefix, i / per_file + 1);
            out = fopen(path, "w");
            if (!out)
                return false;
            fputs("school,target,date,value,of,note\n", out);
        }
        fprintf(out, "%s,%s,%s,%d,,\n", plan->schools[rows[i].school].code,
                plan->targets[rows[i].target].code, date_format(plan->starts + rows[i].day, date),
                rows[i].value);
    }
    return !out || fclose(out) == 0;
}

static bool generate(char **argv, unsigned seed, struct err *err)
{
    const struct district_size size = {.schools = SCHOOLS};
    struct store *store;
    struct arena arena = {0};
    struct plan plan;
    size_t count = strtoull(argv[2], NULL, 10), per_file = strtoull(argv[3], NULL, 10);
    if ((access(argv[1], F_OK) != 0 && !district_make(argv[1], &size, err)) ||
        !store_open(argv[1], STORE_WRITE, &store, err))
        return false;
    bool ok = store_load_plan(store, DAY_NONE, &arena, &plan, err);
    struct row *rows = xcalloc(count, sizeof(*rows));
    if (ok) {
        count = make_rows(&plan, count, seed, rows);
        ok = write_files(&plan, rows, count, per_file ? per_file : count, argv[4]) ||
             err_set(err, ERR_IO, "cannot write %s", argv[4]);
    }
    free(rows);
    arena_free(&arena);
    store_close(store);
    return ok;
}

int main(int argc, char **argv)
{
    struct err err;
    if (argc != 5 && argc != 6) {
        fputs("usage: bench_csv DB ROWS PER_FILE PREFIX [SEED]\n", stderr);
        return ERR_USAGE;
    }
    if (generate(argv, argc == 6 ? (unsigned)strtoul(argv[5], NULL, 10) : 1, &err))
        return 0;
    fprintf(stderr, "bench_csv: %s\n", err.text);
    return 1;
}
