/* takein_group.h - files one after the other into the database, small ones several in a
 * transaction.
 *
 * A transaction costs a sync of the disk and every page it touches; a folder of small files would
 * pay that for each. So small files are read first, without any lock, and wait; then all that wait
 * are written in one transaction, their rows in the order of keys as if they were of one file. Each
 * file is wholly in or not at all, and none may be told of as done before takein_group_write() is
 * back, which is when it is on the disk. A file that is not kept though it has good rows (a
 * rehearsal, a strict import) is judged by itself, after those before it are in. Where it shows
 * late that a file is not kept, all that was written together is written anew, around it or with
 * it. What is no small file is a group of its own.
 *
 * Ownership: what a member points to is the caller's until the group is written and emptied;
 * takein_group_empty() gives the rest back.
 *
 * Example:
 *     struct takein_group group = {.session = session};
 *     if (takein_group_is_full(&group)) ... write, look at each member, empty ...
 *     struct takein_member *member = takein_group_add(&group, file, arena);
 *     if (... member->options, member->input ...) takein_group_read(&group, member);
 *     takein_group_write(&group);
 *     for (size_t i = 0; i < group.count; i++)
 *         ... group.members[i].ok ? *group.members[i].file : group.members[i].err ...
 *     takein_group_empty(&group);
 */
#ifndef APP_TAKEIN_GROUP_H
#define APP_TAKEIN_GROUP_H

#include "app/progress.h"
#include "app/takein.h"

/* A file of so many bytes waits for others, so many of them at most; what is written together has
 * about so many rows. Others who write get their turn in between. */
enum { TAKEIN_SMALL = 256 * 1024, TAKEIN_TOGETHER = 128, TAKEIN_ROWS = 20000 };

struct takein_member {
    /* The caller's. */
    struct import_input input;
    struct takein_options options;
    struct taken_file *file;
    struct arena *arena; /* for what *file points to */
    /* What became of it; of a member that was never read, what the caller puts there. */
    bool ok;
    struct err err;
    /* The group's. */
    struct takein *work;
    struct progress progress;
    bool waits;        /* it is read and not yet written */
    bool begun;        /* it is being written with others */
    bool bare;         /* no row of it can be kept */
    int64_t rows;      /* of the file */
    struct arena kept; /* for the findings that were met, until it is in */
    struct taken_issue *issues;
    size_t issue_count, issue_room;
};

struct takein_group {
    struct session *session;
    struct takein_member members[TAKEIN_TOGETHER];
    size_t count;
    int64_t rows;
    int64_t since;                    /* milliseconds of a clock; the first was added */
    struct import_meanings *meanings; /* of what the files name */
};

/* Must it be written before another file is added? */
bool takein_group_is_full(const struct takein_group *group) NONNULL;

/* A place in the group, in the order of the files. */
struct takein_member *takein_group_add(struct takein_group *group, struct taken_file *file,
                                       struct arena *arena) NONNULL;

/* Reads a member, which then waits or is done with, well or not. */
void takein_group_read(struct takein_group *group, struct takein_member *member) NONNULL;

/* Takes the member that was added last out again. */
void takein_group_drop(struct takein_group *group) NONNULL;

/* Writes those that wait; now each member is ok, or its err says why not. A busy or full database
 * ends the group: the members behind are gone from it, and nothing is kept of them. */
void takein_group_write(struct takein_group *group) NONNULL;

/* Tells of the findings of a small file, which were not told of when they were met. */
void takein_group_tell(struct takein_member *member) NONNULL;

void takein_group_empty(struct takein_group *group) NONNULL;

#endif
