#include "app/command.h"

#include <unistd.h>

#include "app/monitor.h"

/* Without a terminal to draw on, the same as `status`. */
bool cmd_monitor(struct session *session, struct err *err)
{
    if (!isatty(STDOUT_FILENO) || !isatty(STDIN_FILENO))
        return cmd_status(session, err);
    /* Who may not write the file looks at it. */
    bool read_only = session->options->value[OPTION_READ_ONLY] ||
                     (access(session->database, F_OK) == 0 && access(session->database, W_OK) != 0);
    session->few = true; /* it shows the years of few targets */
    return session_open(session, read_only ? STORE_READ : STORE_WRITE, err) &&
           monitor_run(session, err);
}
