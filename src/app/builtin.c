#include "app/builtin.h"

#include <string.h>

#include "assets.h"

bool asset_file(const char *path, struct plan_file *out)
{
    for (size_t i = 0; i < asset_count; i++) {
        if (strcmp(assets[i].path, path) != 0)
            continue;
        *out = (struct plan_file){assets[i].path, {(const char *)assets[i].bytes, assets[i].len}};
        return true;
    }
    return false;
}

size_t asset_plan(const char *code, struct plan_file *out, size_t max)
{
    size_t count = 0;
    struct sv wanted = sv_from(code);
    for (size_t i = 0; i < asset_count && count < max; i++) {
        struct sv rest = sv_from(assets[i].path), part;
        if (!sv_split(&rest, '/', &part) || !sv_eq(part, SV("plans")) ||
            !sv_split(&rest, '/', &part) || !sv_eq(part, wanted))
            continue;
        out[count++] =
            (struct plan_file){assets[i].path, {(const char *)assets[i].bytes, assets[i].len}};
    }
    return count;
}
