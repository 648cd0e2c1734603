#include "app/builtin.h"

#include <stdio.h>
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

size_t asset_directory(const char *dir, struct plan_file *out, size_t max)
{
    size_t count = 0, len = strlen(dir);
    for (size_t i = 0; i < asset_count && count < max; i++) {
        const char *path = assets[i].path;
        if (strncmp(path, dir, len) != 0 || path[len] != '/' || strchr(path + len + 1, '/'))
            continue;
        out[count++] = (struct plan_file){path, {(const char *)assets[i].bytes, assets[i].len}};
    }
    return count;
}

size_t asset_plan(const char *code, struct plan_file *out, size_t max)
{
    char dir[128];
    int len = snprintf(dir, sizeof(dir), "plans/%s", code);
    return len > 0 && (size_t)len < sizeof(dir) && !strchr(code, '/')
               ? asset_directory(dir, out, max)
               : 0;
}

bool asset_nth(size_t i, struct plan_file *out)
{
    if (i >= asset_count)
        return false;
    *out = (struct plan_file){assets[i].path, {(const char *)assets[i].bytes, assets[i].len}};
    return true;
}
