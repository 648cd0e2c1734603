#include "app/sample_table.h"

#include "app/builtin.h"

bool sample_table(const char *path, struct arena *arena, struct csv_table *table, struct err *err)
{
    struct plan_file file;
    if (!asset_file(path, &file))
        BUG("a sample file is not in the program");
    return csv_table_read(&file, arena, table, err);
}

const char *sample_cell(const struct csv_table *table, size_t row, const char *column)
{
    int at = csv_table_column(table, column);
    if (at < 0)
        BUG("a sample file lacks a column");
    return table->rows[row][at];
}
