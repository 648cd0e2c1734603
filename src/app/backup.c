#include "app/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "app/database_file.h"
#include "duban/i18n.h"

/* A copy holds what the database holds: it is for the user alone until he says otherwise. */
bool backup_write(struct store *store, const char *path, struct err *err)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return err_at(err, ERR_CANT_WRITE, path, 0, 0,
                      _("cannot make this file: %s; choose another directory"), strerror(errno));
    close(fd);
    return store_backup(store, path, err);
}

static bool copy_into(void *context, const char *path, struct err *err)
{
    return backup_write(context, path, err);
}

bool backup_make(struct store *store, const char *path, struct err *err)
{
    return database_appear(path, copy_into, store, err);
}
