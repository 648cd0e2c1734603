#include "app/nearest.h"

enum { LONGEST = 32, TOLERATED = 2 };

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* How many letters to change, put in, take out, or swap with their neighbour, to make `a` into `b`;
 * neither is longer than LONGEST. */
static int distance(struct sv a, struct sv b)
{
    int row[3][LONGEST + 1] = {0}; /* of the table: this one and the two before it, in turn */
    for (size_t j = 0; j <= b.len; j++)
        row[0][j] = (int)j;
    for (size_t i = 1; i <= a.len; i++) {
        int *now = row[i % 3];
        const int *before = row[(i - 1) % 3], *twice_before = row[(i + 1) % 3];
        now[0] = (int)i;
        for (size_t j = 1; j <= b.len; j++) {
            bool same = a.data[i - 1] == b.data[j - 1];
            bool swapped = i > 1 && j > 1 && a.data[i - 1] == b.data[j - 2] &&
                           a.data[i - 2] == b.data[j - 1];
            now[j] = least(least(before[j], now[j - 1]) + 1, before[j - 1] + !same);
            if (swapped)
                now[j] = least(now[j], twice_before[j - 2] + 1);
        }
    }
    return row[a.len % 3][b.len];
}

struct nearest nearest_to(struct sv typed)
{
    int tolerated = least(TOLERATED, ((int)typed.len - 1) / 2);
    return (struct nearest){.typed = typed, .best = SV(""), .distance = tolerated + 1};
}

void nearest_try(struct nearest *nearest, struct sv known)
{
    if (known.len == 0 || known.len > LONGEST || nearest->typed.len > LONGEST)
        return;
    int far = distance(nearest->typed, known);
    if (far < nearest->distance) {
        nearest->distance = far;
        nearest->best = known;
    }
}
