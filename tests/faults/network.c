/* Databases on network drives: refused under every command, with the cure, and nothing is left
 * there; with --allow-network they open. statfs() is put in at the link; where this machine lets
 * us, one real FUSE file system, whose server is below, is mounted too. */
#include <errno.h>
#include <fcntl.h>
#include <linux/fuse.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include "inside.h"

int __real_statfs(const char *path, struct statfs *info);
int __wrap_statfs(const char *path, struct statfs *info);

static long network; /* what statfs() says of a.db, new.db and what is beside them; 0: the truth */

int __wrap_statfs(const char *path, struct statfs *info)
{
    int result = __real_statfs(path, info);
    if (network != 0 && !strstr(path, "copy.db"))
        info->f_type = network;
    return result;
}

static void arm(void *context)
{
    network = *(const long *)context;
}

static const struct {
    long magic;
    const char *name;
} drives[] = {
    {0x6969, "NFS"},
    {0x517B, "SMB"},
    {(long)0xFF534D42, "CIFS"},
    {(long)0xFE534D42, "SMB2"},
    {0x01021997, "9P"},
    {0x00C36400, "Ceph"},
    {0x5346414F, "AFS"},
    {0x786F4256, "vboxsf"},
};

static int count_files(void)
{
    int count = 0;
    FILE *list = popen("ls | wc -l", "r");
    if (!list || fscanf(list, "%d", &count) != 1)
        count = -1;
    if (list)
        pclose(list);
    return count;
}

static void refuses(const struct operation *operation, size_t drive)
{
    faults_remove_db("new.db");
    int before = count_files();
    long magic = drives[drive].magic;
    struct ran ran = inside_run(operation, arm, &magic);
    CHECK(ran.status == 77 && strstr(ran.err, drives[drive].name) && strstr(ran.err, "; keep it"),
          "%s on %s: %d %s", operation->name, drives[drive].name, ran.status, ran.err);
    CHECK(count_files() == before, "%s on %s left a file", operation->name, drives[drive].name);
}

static void can_be_forced(const char *database)
{
    struct operation forced[] = {
        {"status", {"--db", "a.db", "--allow-network", "status"}, NULL},
        {"set",
         {"--db", "a.db", "--as-of", "2021-12-01", "--allow-network", "set", "2.5", "60"},
         NULL},
        {"init", {"--db", "new.db", "--allow-network", "init"}, NULL},
        {"backup", {"--db", "a.db", "--allow-network", "backup", "copy.db"}, NULL},
    };
    for (size_t i = 0; i < COUNT_OF(forced); i++) {
        long magic = 0x6969;
        faults_remove_db("new.db");
        faults_remove_db("copy.db");
        struct ran ran = inside_run(&forced[i], arm, &magic);
        CHECK(ran.status == 0, "%s forced on NFS: %d %s", forced[i].name, ran.status, ran.err);
    }
    /* A disk of this machine that statfs() knows by another name. */
    long local = 0xEF53;
    struct operation status = {"status", {"--db", database, "status"}, NULL};
    CHECK(inside_run(&status, arm, &local).status == 0, "ext4 is refused");
}

/* ---- a file system of our own: a directory with one file ---- */

static void answer(int fd, uint64_t unique, int error, const void *body, size_t len)
{
    char message[1024];
    struct fuse_out_header head = {
        .len = (uint32_t)(sizeof(head) + len), .error = error, .unique = unique};
    memcpy(message, &head, sizeof(head));
    if (len > 0)
        memcpy(message + sizeof(head), body, len);
    if (write(fd, message, head.len) < 0 && errno != ENOENT)
        _exit(1);
}

static struct fuse_attr attributes(uint64_t node)
{
    return (struct fuse_attr){.ino = node,
                              .size = 4096,
                              .mode = node == FUSE_ROOT_ID ? S_IFDIR | 0755 : S_IFREG | 0644,
                              .nlink = 1,
                              .blksize = 4096};
}

static void serve(int fd)
{
    char request[1 << 17];
    enum { NODE = 2 };
    while (read(fd, request, sizeof(request)) > 0) {
        struct fuse_in_header head;
        memcpy(&head, request, sizeof(head));
        const char *name = request + sizeof(head);
        if (head.opcode == FUSE_INIT) {
            struct fuse_init_out init = {.major = 7, .minor = 31, .max_write = 65536};
            answer(fd, head.unique, 0, &init, sizeof(init));
        } else if (head.opcode == FUSE_GETATTR) {
            struct fuse_attr_out out = {.attr = attributes(head.nodeid)};
            answer(fd, head.unique, 0, &out, sizeof(out));
        } else if (head.opcode == FUSE_LOOKUP && strcmp(name, "a.db") == 0) {
            struct fuse_entry_out out = {.nodeid = NODE, .attr = attributes(NODE)};
            answer(fd, head.unique, 0, &out, sizeof(out));
        } else if (head.opcode == FUSE_STATFS) {
            struct fuse_statfs_out out = {.st = {.bsize = 4096, .namelen = 255}};
            answer(fd, head.unique, 0, &out, sizeof(out));
        } else if (head.opcode != FUSE_FORGET && head.opcode != FUSE_BATCH_FORGET) {
            answer(fd, head.unique, head.opcode == FUSE_LOOKUP ? -ENOENT : -ENOSYS, NULL, 0);
        }
    }
}

static void on_real_fuse(void)
{
    char options[96];
    int fd = open("/dev/fuse", O_RDWR);
    snprintf(options, sizeof(options), "fd=%d,rootmode=40000,user_id=0,group_id=0,allow_other", fd);
    mkdir("fuse", 0755);
    if (fd < 0 || mount("duban", "fuse", "fuse", MS_NODEV | MS_NOSUID, options) != 0) {
        faults_say("a real FUSE drive cannot be mounted here (%s): left out", strerror(errno));
        return;
    }
    pid_t server = fork();
    if (server == 0) {
        serve(fd);
        _exit(0);
    }
    close(fd);
    struct ran ran = faults_db("fuse/a.db", "status", NULL);
    CHECK(ran.status == 77 && strstr(ran.err, "(FUSE)"), "on FUSE: %d %s", ran.status, ran.err);
    ran = faults_db("fuse/a.db", "--allow-network", "status", NULL);
    CHECK(ran.status != 77 && ran.status < 124, "forced on FUSE: %d %s", ran.status, ran.err);
    umount2("fuse", MNT_DETACH);
    waitpid(server, NULL, 0);
    rmdir("fuse");
    faults_say("a real FUSE drive: refused, and tried when forced");
}

int main(void)
{
    faults_start("network drives");
    inside_prepare(inside_operation_count);
    faults_copy("base.db", "a.db");
    for (size_t drive = 0; drive < COUNT_OF(drives); drive++) {
        for (int i = 0; i < inside_operation_count; i++)
            refuses(&inside_operations[i], drive);
    }
    can_be_forced("a.db");
    faults_say("%zu kinds of network drives, %d commands: refused, nothing left there",
               COUNT_OF(drives), inside_operation_count);
    on_real_fuse();
    return faults_end();
}
