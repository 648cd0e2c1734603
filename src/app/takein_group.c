#include "app/takein_group.h"

#include <unistd.h>

#include "duban/clock.h"
#include "duban/mem.h"

enum { WAIT_MS = 500 };

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

/* ---- all of them ----------------------------------------------------------------------------- */

/* The group ends with this member. */
static void stop_at(struct takein_group *group, size_t last)
{
    while (group->count > last + 1)
        takein_group_drop(group);
    close_work(&group->members[last]);
}

static bool is_fatal(const struct takein_member *member)
{
    return !member->ok && (member->err.code == ERR_BUSY || member->err.code == ERR_IO);
}

/* Takes in one after the other; those of whom the failed group had begun are read anew. */
static void write_each(struct takein_group *group, const bool waited[TAKEIN_TOGETHER])
{
    for (size_t i = 0; i < group->count; i++) {
        struct takein_member *member = &group->members[i];
        if (!waited[i])
            continue;
        if (!member->work) {
            if (member->file->rejects[0] != '\0')
                unlink(member->file->rejects); /* it was made a moment ago, for nothing */
            member->issue_count = 0;
            open_work(group, member);
        }
        run(member, IMPORT_DONE);
        if (is_fatal(member)) {
            stop_at(group, i);
            return;
        }
    }
}

/* Nothing could be begun: the first says why, and the group ends with it. */
static bool fail_first(struct takein_group *group, const bool waited[TAKEIN_TOGETHER],
                       const struct err *err)
{
    size_t first = 0;
    while (!waited[first])
        first++;
    group->members[first].ok = false;
    group->members[first].err = *err;
    stop_at(group, first);
    return true;
}

/* In one transaction; false when nothing of it is kept. */
static bool write_together(struct takein_group *group, const bool waited[TAKEIN_TOGETHER])
{
    struct store *store = group->session->store;
    struct err err;
    bool ok = true, kept = false;
    if (!store_group_begin(store, &err))
        return err.code == ERR_BUSY && fail_first(group, waited, &err);
    for (size_t i = 0; ok && i < group->count; i++) {
        struct takein_member *member = &group->members[i];
        if (!waited[i])
            continue;
        run(member, IMPORT_DONE);
        ok = member->ok || member->err.code == ERR_DATA;
        kept = kept || member->file->as == TAKEN_IN;
    }
    return store_group_end(store, ok && kept, &err) && ok;
}

void takein_group_write(struct takein_group *group)
{
    bool waited[TAKEIN_TOGETHER] = {false};
    size_t count = 0;
    for (size_t i = 0; i < group->count; i++) {
        waited[i] = group->members[i].waits;
        count += waited[i];
    }
    if (count < 2 || !write_together(group, waited))
        write_each(group, waited);
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
