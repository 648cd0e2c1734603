#include "duban/write.h"

#include <errno.h>
#include <unistd.h>

bool write_all(int fd, struct sv bytes)
{
    while (bytes.len > 0) {
        ssize_t done = write(fd, bytes.data, bytes.len);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return false;
        bytes = sv_skip(bytes, (size_t)done);
    }
    return true;
}
