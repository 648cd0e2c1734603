#include "app/takein_group.h"

#include <unistd.h>

#include "app/turns.h"
#include "duban/clock.h"
#include "duban/mem.h"

enum { WAIT_MS = 500, TURNS_A_LOOK = 256 };

_Static_assert((int)TURNS_MAX >= (int)TAKEIN_TOGETHER, "each member has a turn");

bool takein_group_is_full(const struct takein_group *group)
{
    return group->count == TAKEIN_TOGETHER || group->rows >= TAKEIN_ROWS ||
           (group->count > 0 && clock_ms() - group->since >= WAIT_MS);
}

struct takein_member *takein_group_add(struct takein_group *group, struct taken_file *file,
                                       struct arena *arena)
{
    if (group->count == TAKEIN_TOGETHER)
        BUG("a group with too many files");
    if (group->count == 0)
        group->since = clock_ms();
    if (!group->meanings)
        group->meanings = import_meanings_open();
    struct takein_member *member = &group->members[group->count++];
    *member = (struct takein_member){.file = file, .arena = arena};
    return member;
}

/* ---- findings -------------------------------------------------------------------------------- */

/* Keeps a finding until it is certain that the file is in, or not. */
static void keep_finding(void *context, const struct taken_issue *issue)
{
    struct takein_member *member = context;
    member->issues = arena_room(&member->kept, member->issues, member->issue_count,
                                &member->issue_room, sizeof(*member->issues));
    member->issues[member->issue_count++] = takein_issue(issue, &member->kept);
}

static void tell_past_progress(void *context, const struct taken_issue *issue)
{
    struct takein_member *member = context;
    progress_end(&member->progress);
    member->options.tell(member->options.context, issue);
}

void takein_group_tell(struct takein_member *member)
{
    for (size_t i = 0; i < member->issue_count; i++)
        member->options.tell(member->options.context, &member->issues[i]);
}

/* ---- one file -------------------------------------------------------------------------------- */

static void close_work(struct takein_member *member)
{
    takein_close(member->work);
    member->work = NULL;
}

static void open_work(struct takein_group *group, struct takein_member *member)
{
    struct takein_options options = member->options;
    const char *school = member->file->school;
    options.import.meanings = group->meanings;
    if (options.tell) {
        options.tell = member->input.size > TAKEIN_SMALL ? tell_past_progress : keep_finding;
        options.context = member;
    }
    member->work = takein_open(group->session, &member->input, &options, member->arena,
                               member->file, &member->err);
    member->file->school = school;
    member->ok = member->work != NULL;
}

/* Goes on up to a stage. A member that is through, well or not, waits no longer. */
static void run(struct takein_member *member, enum import_stage until)
{
    struct import_progress progress = {0};
    int budget = member->progress.watched ? PROGRESS_STEP_MS : IMPORT_NO_BUDGET;
    while (member->ok && progress.stage != until && progress.stage != IMPORT_DONE) {
        member->ok = onlooker_allows(member->progress.onlooker, &member->err) &&
                     takein_step(member->work, budget, &progress, &member->err);
        progress_show(&member->progress, progress.permille, progress.rows);
    }
    progress_end(&member->progress);
    member->rows = progress.rows;
    member->waits = member->ok && progress.stage != IMPORT_DONE;
    if (!member->waits)
        close_work(member);
}

void takein_group_read(struct takein_group *group, struct takein_member *member)
{
    member->progress = progress_begin(member->options.import.name, group->session->onlooker);
    open_work(group, member);
    run(member, IMPORT_READ);
    group->rows += member->rows;
}

/* ---- several in one transaction -------------------------------------------------------------- */

/* The members from `from` to before `to` that wait. */
struct trial {
    size_t from, to;
    size_t at;  /* whose fault it is that it failed; `to`: nobody's */
    bool again; /* it failed for what is known now, and may be tried again */
};

/* All batches are begun before any row is put, so that they are numbered in the order of files. */
static bool begin_each(struct takein_group *group, struct trial *trial)
{
    uint64_t series;
    for (size_t i = trial->from; i < trial->to; i++) {
        struct takein_member *member = &group->members[i];
        struct import_progress progress = {0};
        if (!member->waits)
            continue;
        member->begun = true;
        member->bare = member->bare || !takein_next_series(member->work, &series);
        if (!takein_begin(member->work, member->bare, &progress, &member->err)) {
            trial->at = i;
            return false;
        }
        member->waits = progress.stage != IMPORT_DONE;
        if (!member->waits)
            close_work(member);
    }
    return true;
}

/* The rows go in as if they were of one file: in the order of series, and in a series in that of
 * files, as each is judged by what the files before it say. */
static bool put_rows(struct takein_group *group, struct trial *trial)
{
    struct turns turns = {0};
    struct err unused;
    uint64_t series;
    for (size_t i = trial->from; i < trial->to; i++) {
        if (group->members[i].waits && takein_next_series(group->members[i].work, &series))
            turns_add(&turns, i, series);
    }
    for (int turn = 1; turns.count > 0; turn++) {
        size_t i = turns_first(&turns);
        struct takein_member *member = &group->members[i];
        if (turn % TURNS_A_LOOK == 0 && !onlooker_allows(group->session->onlooker, &unused))
            return false; /* each is told so when it is tried by itself */
        if (!takein_put_series(member->work, &member->err)) {
            trial->at = i;
            return false;
        }
        if (takein_next_series(member->work, &series))
            turns_move(&turns, series);
        else
            turns_leave(&turns);
    }
    return true;
}

/* May what has become of the others stand? */
static bool end_one(struct takein_member *member)
{
    const struct taken_file *file = member->file;
    run(member, IMPORT_DONE);
    if (member->bare)
        return file->as == TAKEN_NOTHING && (member->ok || member->err.code == ERR_DATA);
    member->bare = file->as == TAKEN_NOTHING;
    return file->as == TAKEN_IN;
}

static bool end_each(struct takein_group *group, struct trial *trial)
{
    for (size_t i = trial->from; i < trial->to; i++) {
        struct takein_member *member = &group->members[i];
        bool bare = member->bare;
        if (!member->waits || end_one(member))
            continue;
        trial->again = !bare && member->bare;
        if (!trial->again) {
            trial->at = i;
            return false;
        }
    }
    return !trial->again;
}

/* Reads those anew that had been begun: nothing of them was kept. */
static void start_over(struct takein_group *group, const struct trial *trial)
{
    for (size_t i = trial->from; i < trial->to; i++) {
        struct takein_member *member = &group->members[i];
        if (!member->begun)
            continue;
        if (member->file->rejects[0] != '\0')
            unlink(member->file->rejects); /* it was made a moment ago, for nothing */
        member->begun = false;
        member->issue_count = 0;
        open_work(group, member);
        run(member, IMPORT_READ);
    }
}

/* The group ends with this member. */
static void stop_at(struct takein_group *group, size_t last)
{
    while (group->count > last + 1)
        takein_group_drop(group);
    close_work(&group->members[last]);
}

/* Nothing could be begun: the first says why, and the group ends with it. */
static void fail_first(struct takein_group *group, size_t from, const struct err *err)
{
    while (!group->members[from].waits)
        from++;
    group->members[from].ok = false;
    group->members[from].err = *err;
    stop_at(group, from);
}

/* False when nothing is kept and all wait again. */
static bool write_together(struct takein_group *group, struct trial *trial)
{
    struct store *store = group->session->store;
    struct err err;
    bool kept = false;
    if (!store_group_begin(store, &err)) {
        if (err.code == ERR_BUSY)
            fail_first(group, trial->from, &err);
        return err.code == ERR_BUSY;
    }
    bool ok = begin_each(group, trial) && put_rows(group, trial) && end_each(group, trial);
    for (size_t i = trial->from; i < trial->to; i++) {
        kept = kept || group->members[i].file->as == TAKEN_IN;
        if (group->members[i].begun)
            close_work(&group->members[i]);
    }
    if (store_group_end(store, ok && kept, &err) && ok)
        return true;
    start_over(group, trial);
    return false;
}

/* ---- all of them ----------------------------------------------------------------------------- */

static bool is_fatal(const struct takein_member *member)
{
    return !member->ok && (member->err.code == ERR_BUSY || member->err.code == ERR_IO);
}

/* Takes in one after the other. */
static void write_each(struct takein_group *group, size_t from, size_t to)
{
    for (size_t i = from; i < to && i < group->count; i++) {
        struct takein_member *member = &group->members[i];
        if (!member->waits)
            continue;
        run(member, IMPORT_DONE);
        if (is_fatal(member))
            stop_at(group, i);
    }
}

static size_t waiting(const struct takein_group *group, size_t from, size_t to)
{
    size_t count = 0;
    for (size_t i = from; i < to && i < group->count; i++)
        count += group->members[i].waits;
    return count;
}

/* Together as far as that goes: one that cannot be kept with the others is taken in by itself,
 * between those before it and those behind it. */
static void write_some(struct takein_group *group, size_t from, size_t to)
{
    for (size_t end = to; from < to;) {
        struct trial trial = {.from = from, .to = end, .at = end};
        bool written = waiting(group, from, end) > 1 && write_together(group, &trial);
        if (!written && trial.again)
            continue;
        if (!written && trial.at < end) {
            end = trial.at; /* those before it first */
            continue;
        }
        if (!written)
            write_each(group, from, end);
        if (end < to)
            write_each(group, end, end + 1);
        from = end + 1;
        end = to;
    }
}

static bool stands_apart(const struct takein_member *member)
{
    return member->waits && takein_stands_apart(member->work);
}

void takein_group_write(struct takein_group *group)
{
    for (size_t from = 0, to; from < group->count; from = to) {
        bool apart = stands_apart(&group->members[from]);
        for (to = from + 1; !apart && to < group->count && !stands_apart(&group->members[to]);)
            to++;
        write_some(group, from, to);
    }
}

void takein_group_drop(struct takein_group *group)
{
    struct takein_member *member = &group->members[--group->count];
    close_work(member);
    arena_free(&member->kept);
}

void takein_group_empty(struct takein_group *group)
{
    while (group->count > 0)
        takein_group_drop(group);
    import_meanings_close(group->meanings);
    group->meanings = NULL;
    group->rows = 0;
}
