/* Files that are no database of ours, or were one: 500 databases with bytes changed, cut or
 * swapped, foreign schemas with triggers, views, virtual and generated things, a FIFO, links,
 * devices, a version from the future. Each is refused or read without harm, within 2 s, and a file
 * that is opened for reading is not changed by a byte. */
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "harness.h"

enum { LIMIT_MS = 2000, FILE_MAX_BYTES = 1 << 20 };

struct content {
    unsigned char bytes[FILE_MAX_BYTES];
    size_t len;
};
static struct content base, now;

static bool read_file(const char *path, struct content *out)
{
    FILE *file = fopen(path, "r");
    out->len = file ? fread(out->bytes, 1, sizeof(out->bytes), file) : 0;
    return file && fclose(file) == 0;
}

static const char *const readers[][4] = {
    {"status", NULL},
    {"log", NULL},
    {"doctor", NULL},
    {"export", NULL},
};

/* Ended in time, without a crash, and with a message where it failed. */
static void check_ran(const struct ran *ran, const char *what, const char *command)
{
    CHECK(ran->status < 124, "%s, %s: died with %d: %.200s", what, command, ran->status, ran->err);
    CHECK(ran->seconds * 1000 < LIMIT_MS, "%s, %s took %.1f s", what, command, ran->seconds);
    CHECK(ran->status == 0 || ran->err[0] || ran->out[0], "%s, %s: status %d without a word", what,
          command, ran->status);
}

/* Reads bad.db with a command in turn, and tries to write; what is refused is not touched. */
static bool try_file(const char *what, int turn)
{
    const char *const *words = readers[turn % (int)COUNT_OF(readers)];
    struct content *before = malloc(sizeof(*before));
    if (!before || !read_file("bad.db", before))
        abort();
    struct ran ran = faults_db("bad.db", words[0], words[1], NULL);
    check_ran(&ran, what, words[0]);
    read_file("bad.db", &now);
    CHECK(now.len == before->len && memcmp(now.bytes, before->bytes, now.len) == 0,
          "%s, %s: the file was changed by reading it", what, words[0]);
    bool refused = ran.status != 0;
    ran = faults_db("bad.db", "--as-of", "2021-12-01", "set", "2.5", "60", NULL);
    check_ran(&ran, what, "set");
    if (ran.status == 65) { /* refused as no database of ours, or as damaged */
        read_file("bad.db", &now);
        CHECK(now.len == before->len && memcmp(now.bytes, before->bytes, now.len) == 0,
              "%s: the file was changed though it was refused: %s", what, ran.err);
    }
    free(before);
    faults_remove_db("bad.db");
    return refused || ran.status != 0;
}

static void mutate(void)
{
    now = base;
    switch (faults_random(6)) {
    case 0: /* single bytes anywhere */
        for (uint32_t n = 1 + faults_random(30); n > 0; n--)
            now.bytes[faults_random((uint32_t)now.len)] = (unsigned char)faults_random(256);
        break;
    case 1: /* in the header and the schema */
        for (uint32_t n = 1 + faults_random(8); n > 0; n--)
            now.bytes[faults_random(4096)] = (unsigned char)faults_random(256);
        break;
    case 2: /* cut */
        now.len = 1 + faults_random((uint32_t)now.len);
        break;
    case 3: { /* a page where another belongs */
        uint32_t pages = (uint32_t)now.len / 4096, from = faults_random(pages);
        memcpy(now.bytes + (size_t)faults_random(pages) * 4096, base.bytes + (size_t)from * 4096,
               4096);
        break;
    }
    case 4: /* noise over a page */
        for (uint32_t i = 0, at = faults_random((uint32_t)now.len / 4096) * 4096; i < 4096; i++)
            now.bytes[at + i] = (unsigned char)faults_random(256);
        break;
    default: /* the heads of all pages of a kind */
        for (size_t at = 4096 + faults_random(8); at < now.len; at += 4096)
            now.bytes[at] ^= (unsigned char)(1u << faults_random(8));
    }
    faults_write("bad.db", (const char *)now.bytes, now.len);
}

static void try_mutants(int count)
{
    int refused = 0;
    double begin = faults_seconds();
    for (int i = 0; i < count; i++) {
        char what[32];
        snprintf(what, sizeof(what), "mutant %d", i);
        mutate();
        refused += try_file(what, i);
    }
    faults_say("mutated databases: %d, %d refused, the others' damage does not show; %.0f ms each "
               "for reading and writing; no crash",
               count, refused, (faults_seconds() - begin) * 1000 / count);
}

/* Something that SQL can put into a database and that must not do anything there. */
static const struct {
    const char *what, *sql;
    bool runs; /* by itself, or is no version of ours: refused for reading too */
} schemas[] = {
    {"a trigger", "CREATE TRIGGER t AFTER INSERT ON report BEGIN DELETE FROM change; END", true},
    {"a view", "CREATE VIEW v AS SELECT 1", true},
    {"a temporary-like trigger on change",
     "CREATE TRIGGER t2 BEFORE UPDATE ON terms BEGIN UPDATE terms SET owner = 'x'; END", true},
    {"a virtual table", "CREATE VIRTUAL TABLE f USING fts5(x)", true},
    {"an rtree", "CREATE VIRTUAL TABLE r USING rtree(id, a, b)", true},
    {"a view in place of a table",
     "ALTER TABLE report RENAME TO r2; CREATE VIEW report AS SELECT * FROM r2", true},
    {"a foreign table", "CREATE TABLE other (x)", false},
    {"an index over an expression", "CREATE INDEX i ON change (length(who))", false},
    {"a table with another column", "ALTER TABLE school ADD COLUMN x TEXT", false},
    {"a column less", "ALTER TABLE school DROP COLUMN sample", false},
    {"a generated column", "ALTER TABLE school ADD COLUMN g TEXT AS (upper(code))", false},
    {"a table less", "DROP TABLE issue", false},
    {"version 99", "PRAGMA user_version = 99", true},
    {"version -1", "PRAGMA user_version = -1", true},
    {"version 0", "PRAGMA user_version = 0", true},
    {"another program's mark", "PRAGMA application_id = 1", true},
};

static void try_schemas(void)
{
    for (size_t i = 0; i < COUNT_OF(schemas); i++) {
        sqlite3 *db;
        char *why = NULL;
        faults_copy("base.db", "bad.db");
        sqlite3_open("bad.db", &db);
        int result = sqlite3_exec(db, schemas[i].sql, NULL, NULL, &why);
        CHECK(result == SQLITE_OK, "%s: %s", schemas[i].what, why ? why : "");
        sqlite3_close(db);
        for (int command = 0; command < 2; command++) {
            struct ran ran = command == 0 ? faults_db("bad.db", "status", NULL)
                                          : faults_db("bad.db", "--as-of", "2021-12-01", "set",
                                                      "2.5", "60", NULL);
            check_ran(&ran, schemas[i].what, command == 0 ? "status" : "set");
            if (command == 0)
                CHECK(faults_db("bad.db", "doctor", NULL).status != 0, "the doctor overlooks %s",
                      schemas[i].what);
            bool refused = command == 1 || schemas[i].runs;
            CHECK(ran.status == 65 || !refused, "%s: not refused (%d)", schemas[i].what,
                  ran.status);
        }
        faults_remove_db("bad.db");
    }
    faults_say("foreign schemas: %zu, all refused for writing, and for reading when they "
               "could run by themselves or are no version of ours",
               COUNT_OF(schemas));
}

static void try_names(void)
{
    int tried = 0;
    mkfifo("fifo.db", 0600);
    mkdir("dir.db", 0700);
    if (symlink("nowhere", "dangling.db") != 0 || symlink("loop.db", "loop.db") != 0 ||
        symlink("base.db", "link.db") != 0)
        abort();
    faults_write("empty.db", "", 0);
    faults_write("text.csv", "school,target,date,value\n", 25);
    static const char *const names[] = {"fifo.db",
                                        "dir.db",
                                        "dangling.db",
                                        "loop.db",
                                        "empty.db",
                                        "text.csv",
                                        "/dev/null",
                                        "/dev/zero",
                                        "/dev/random",
                                        "none/a.db",
                                        "base.db/x",
                                        "",
                                        "file:base.db?mode=memory",
                                        ":memory:"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        for (int writes = 0; writes < 2; writes++, tried++) {
            struct ran ran = writes ? faults_db(names[i], "set", "2.5", "60", NULL)
                                    : faults_db(names[i], "status", NULL);
            check_ran(&ran, names[i], "opening it");
            CHECK(ran.status == 65 || ran.status == 66, "%s: status %d, %s", names[i], ran.status,
                  ran.err);
        }
    }
    struct ran ran = faults_db("link.db", "status", NULL);
    CHECK(ran.status == 0, "a link to a database: %s", ran.err);
    /* Links where our files would be made: never written through. */
    faults_write("victim", "precious", 8);
    faults_copy("base.db", "bad.db");
    if (symlink("victim", "bad.db-lock") != 0)
        abort();
    ran = faults_db("bad.db", "--as-of", "2021-12-01", "set", "2.5", "60", NULL);
    check_ran(&ran, "a link as lock", "set");
    if (symlink("victim", "out.html") != 0 || symlink("victim", "copy.db") != 0)
        abort();
    faults_db("base.db", "report", "--format", "html", "-o", "out.html", NULL);
    faults_db("base.db", "backup", "copy.db", NULL);
    faults_db("base.db", "export", "victim", NULL);
    read_file("victim", &now);
    CHECK(now.len == 8 && memcmp(now.bytes, "precious", 8) == 0, "written through a link");
    faults_say("names: %d of FIFOs, devices, folders, links, texts refused; 4 links not followed",
               tried);
}

int main(void)
{
    faults_start("hostile files");
    faults_db("base.db", "init", NULL);
    faults_db("base.db", "--as-of", "2021-12-01", "set", "5.1", "5", "--school", "WJ-P001", NULL);
    unlink("base.db-wal");
    unlink("base.db-shm");
    read_file("base.db", &base);
    try_schemas();
    try_names();
    try_mutants(faults_rounds(500, 5000));
    return faults_end();
}
