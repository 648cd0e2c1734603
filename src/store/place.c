/* place.c - where a database may lie: on a disk of this machine. SQLite's WAL lives in memory that
 * is shared by its users; between machines there is none, and locks are promises at best. */
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/sysmacros.h>

#include "duban/i18n.h"
#include "store/store.h"

enum { FUSE = 0x65735546 };

/* What statfs() says of file systems that other machines see too. */
static const struct network {
    uint32_t magic;
    const char *name;
} networks[] = {
    {0x00006969, "NFS"},
    {0x0000517B, "SMB"},
    {0xFF534D42, "CIFS"},
    {0xFE534D42, "SMB2"},
    {0x01021997, "9P"},
    {FUSE, "FUSE"},
    {0x5346414F, "AFS"},
    {0x6B414653, "AFS"},
    {0x73757245, "Coda"},
    {0x00C36400, "Ceph"},
    {0x0BD00BD0, "Lustre"},
    {0x19830326, "BeeGFS"},
    {0x47504653, "GPFS"},
    {0x786F4256, "vboxsf"},
    {0x0000564C, "NCP"},
};

const char *place_network(uint32_t magic)
{
    for (size_t i = 0; i < COUNT_OF(networks); i++) {
        if (networks[i].magic == magic)
            return networks[i].name;
    }
    return NULL;
}

/* FUSE does not say what is behind it. A file on a block device has the device's number (NTFS on a
 * stick); all others, sshfs among them, have one without a major part. */
static bool on_block_device(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && major(info.st_dev) != 0;
}

bool place_check(const char *path, struct err *err)
{
    struct statfs info;
    if (statfs(path, &info) != 0)
        return true; /* whatever is wrong, opening it says so */
    const char *network = place_network((uint32_t)info.f_type);
    if (!network || (info.f_type == FUSE && on_block_device(path)))
        return true;
    return err_at(err, ERR_NOT_ALLOWED, path, 0, 0,
                  _("this lies on a network drive (%s), where machines can lose each other's rows; "
                    "keep it on a disk of this machine, or force it with --allow-network when no "
                    "other one uses it"),
                  network);
}
