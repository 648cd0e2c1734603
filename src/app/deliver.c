#include "app/deliver.h"

#include <string.h>
#include <sys/stat.h>

#include "app/output.h"
#include "duban/i18n.h"

/* A report takes the place of its file; the database must never be that file. */
static bool is_database(const struct session *session, const char *path)
{
    struct stat file, database;
    return stat(path, &file) == 0 && stat(session->database, &database) == 0 &&
           file.st_dev == database.st_dev && file.st_ino == database.st_ino;
}

bool deliver(const struct session *session, struct sv bytes, struct err *err)
{
    const char *path = session->options->value[OPTION_OUTPUT];
    if (!path || strcmp(path, "-") == 0)
        return output_print(bytes, err);
    if (is_database(session, path))
        return err_at(err, ERR_USAGE, path, 0, 0,
                      _("this is the database; choose another name for the report"));
    return output_replace(path, bytes, err);
}
