/* kill -9 at random moments of set, import, undo and backup, by three users at once. Whatever a
 * user was told is done must be there afterwards; what he was not told is wholly there or not at
 * all; every copy is whole; the doctor finds nothing. */
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "harness.h"

enum { WORKERS = 3, DEPTH_MAX = 1 << 16, IMPORT_ROWS = 28, FIRST_UID = 60001 };

static const char *const schools[WORKERS] = {"WJ-P001", "WJ-K001", "WJ-K002"};

/* What one user's school shows: the value set by hand, and the value of all imported rows. */
struct state {
    int64_t by_hand, imported;
};

enum op { OP_SET, OP_IMPORT, OP_UNDO, OP_BACKUP, OP_TOTAL };

/* One user's book, in memory that outlives him. `begun` counts what he asked for, `told` what the
 * program confirmed on its pipe; they differ by one at most. */
struct book {
    struct state stack[DEPTH_MAX]; /* undo goes back down */
    struct state next;
    int depth, depth_after;
    int64_t begun, told, applied, counter;
    int64_t acknowledged[OP_TOTAL];
    enum op op;
};

/* Books what is settled; the same again changes nothing, so a kill inside does no harm. */
static void apply(struct book *book)
{
    if (book->depth_after > book->depth)
        book->stack[book->depth_after - 1] = book->next;
    book->depth = book->depth_after;
    book->applied = book->begun;
}

static void plan_next(struct book *book, uint32_t chance, bool may_undo)
{
    const struct state top = book->stack[book->depth - 1];
    book->next = top;
    book->depth_after = book->depth;
    book->op = chance < 40 ? OP_SET : chance < 70 ? OP_IMPORT : chance < 90 ? OP_UNDO : OP_BACKUP;
    if (book->op == OP_UNDO && (!may_undo || book->depth == 1))
        book->op = OP_SET;
    book->counter++;
    if (book->op == OP_SET || book->op == OP_IMPORT) {
        *(book->op == OP_SET ? &book->next.by_hand : &book->next.imported) = book->counter;
        book->depth_after++;
    } else if (book->op == OP_UNDO) {
        book->next = book->stack[book->depth - 2];
        book->depth_after--;
    }
}

/* Runs what is planned; returns whether the program confirmed it. */
static bool carry_out(const struct book *book, int worker)
{
    char value[32], file[64], text[IMPORT_ROWS * 64 + 64];
    snprintf(value, sizeof(value), "%lld", (long long)book->counter);
    snprintf(file, sizeof(file), "%d-%lld.%s", worker, (long long)book->begun,
             book->op == OP_BACKUP ? "copy" : "csv");
    struct ran ran;
    if (book->op == OP_SET) {
        ran = faults_db("a.db", "--as-of", "2021-12-01", "set", "5.1", value, "--school",
                        schools[worker], "--date", "2021-11-01", "--allow-decrease", NULL);
    } else if (book->op == OP_UNDO) {
        ran = faults_db("a.db", "undo", NULL);
    } else if (book->op == OP_BACKUP) {
        ran = faults_db("a.db", "backup", file, NULL);
    } else {
        int len = snprintf(text, sizeof(text), "school,target,date,value\n");
        for (int day = 1; day <= IMPORT_ROWS; day++)
            len += snprintf(text + len, sizeof(text) - (size_t)len, "%s,5.1,2021-03-%02d,%s\n",
                            schools[worker], day, value);
        faults_write(file, text, (size_t)len);
        ran = faults_db("a.db", "--as-of", "2021-12-01", "import", "--allow-decrease", file, NULL);
    }
    return ran.status == 0 && strchr(ran.out, '\n');
}

/* One user: does one thing after the other until he is killed. */
static void work(struct book *book, int worker, uint32_t seed)
{
    bool root = getuid() == 0;
    if (root && (setgid(getgid()) != 0 || setuid((uid_t)(FIRST_UID + worker)) != 0))
        _exit(1);
    for (;;) {
        if (book->applied < book->begun)
            apply(book);
        seed = seed * 1103515245u + 12345u;
        plan_next(book, (seed >> 16) % 100, root);
        book->begun++;
        if (!carry_out(book, worker))
            _exit(2); /* nothing but the kill may stop him */
        book->acknowledged[book->op]++;
        book->told = book->begun;
    }
}

static struct state look(int worker)
{
    char sql[512];
    struct state seen = {0};
    snprintf(sql, sizeof(sql),
             "SELECT coalesce(max(value), 0) / 1000000 FROM report JOIN school ON school.id ="
             " school_id JOIN target ON target.id = target_id WHERE school.code = '%s' AND"
             " target.code = '5.1' AND date = 18932",
             schools[worker]);
    seen.by_hand = faults_number("a.db", sql);
    snprintf(sql, sizeof(sql),
             "SELECT CASE WHEN count(*) = 0 THEN 0 WHEN count(*) = %d AND min(value) = max(value)"
             " THEN max(value) / 1000000 ELSE -3 END FROM report JOIN school ON school.id ="
             " school_id JOIN target ON target.id = target_id WHERE school.code = '%s' AND"
             " target.code = '5.1' AND date < 18932",
             IMPORT_ROWS, schools[worker]);
    seen.imported = faults_number("a.db", sql);
    return seen;
}

static bool same(struct state a, struct state b)
{
    return a.by_hand == b.by_hand && a.imported == b.imported;
}

/* Settles a book against what is there. */
static void settle(struct book *book, int worker, int round)
{
    struct state seen = look(worker);
    if (book->applied < book->begun) {
        if (book->told == book->begun || same(seen, book->next))
            apply(book);
        else
            book->applied = book->begun; /* never told, not there */
    }
    struct state want = book->stack[book->depth - 1];
    CHECK(same(seen, want), "round %d, user %d after op %d: shows %lld/%lld, was told %lld/%lld",
          round, worker, (int)book->op, (long long)seen.by_hand, (long long)seen.imported,
          (long long)want.by_hand, (long long)want.imported);
    book->stack[book->depth - 1] = seen;
}

/* Every copy that has its name is whole. Returns how many there were. */
static int check_copies(int *left_over)
{
    int copies = 0;
    DIR *here = opendir(".");
    for (struct dirent *entry; here && (entry = readdir(here)) != NULL;) {
        size_t len = strlen(entry->d_name);
        if (strstr(entry->d_name, ".copy."))
            ++*left_over;
        if (len > 5 && strcmp(entry->d_name + len - 5, ".copy") == 0) {
            faults_sound(entry->d_name, entry->d_name);
            copies++;
        }
        if (strstr(entry->d_name, ".copy") || strstr(entry->d_name, ".csv"))
            unlink(entry->d_name);
    }
    if (here)
        closedir(here);
    return copies;
}

static void run_round(struct book *books)
{
    pid_t pids[WORKERS];
    fflush(stdout);
    for (int i = 0; i < WORKERS; i++) {
        uint32_t seed = faults_random(UINT32_MAX);
        pids[i] = fork();
        if (pids[i] == 0) {
            setpgid(0, 0);
            work(&books[i], i, seed);
        }
        setpgid(pids[i], pids[i]);
    }
    /* However slow the machine is: something was done before the first is killed. */
    int64_t told = books[0].told;
    for (double end = faults_seconds() + 2; books[0].told == told && faults_seconds() < end;)
        usleep(1000);
    for (int i = 0; i < WORKERS; i++) {
        const struct timespec pause = {.tv_nsec = (long)(1 + faults_random(60000)) * 1000};
        nanosleep(&pause, NULL);
        kill(-pids[i], SIGKILL);
    }
    /* Their programs are ours now: wait until all are gone. */
    for (int status; wait(&status) > 0;)
        CHECK(!WIFEXITED(status) || WEXITSTATUS(status) != 2, "a command failed by itself");
}

int main(void)
{
    faults_start("kill -9");
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    struct book *books = mmap(NULL, WORKERS * sizeof(*books), PROT_READ | PROT_WRITE,
                              MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    for (int i = 0; i < WORKERS; i++)
        books[i].depth = 1;
    struct ran ran = faults_db("a.db", "init", NULL);
    CHECK(ran.status == 0, "init: %s", ran.err);
    int rounds = faults_rounds(50, 1000), copies = 0, left_over = 0, sound = 0;
    for (int round = 1; round <= rounds; round++) {
        run_round(books);
        for (int i = 0; i < WORKERS; i++)
            settle(&books[i], i, round);
        sound += faults_sound("a.db", "after the kill");
        copies += check_copies(&left_over);
    }
    int64_t told[OP_TOTAL] = {0}, all = 0;
    for (int i = 0; i < WORKERS * OP_TOTAL; i++)
        told[i % OP_TOTAL] += books[i / OP_TOTAL].acknowledged[i % OP_TOTAL];
    for (int i = 0; i < OP_TOTAL; i++)
        all += told[i];
    CHECK(all >= rounds, "only %lld commands were confirmed: nothing was tried", (long long)all);
    faults_say("kill -9: %d rounds of %d users, %lld confirmed (%lld set, %lld import, %lld undo, "
               "%lld backup), %d of %d times sound, %d whole copies, %d temporary names left",
               rounds, WORKERS, (long long)all, (long long)told[OP_SET], (long long)told[OP_IMPORT],
               (long long)told[OP_UNDO], (long long)told[OP_BACKUP], sound, rounds, copies,
               left_over);
    return faults_end();
}
