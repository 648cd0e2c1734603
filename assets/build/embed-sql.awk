# Turns assets/sql/**/*.sql into C: one text per statement file, and a table of them.
#
# assets/sql/report/put.sql becomes SQL_REPORT_PUT, sql_text[SQL_REPORT_PUT] its text. Files of
# assets/sql/schema/ become the migrations, in the order of their names. Comments and blank lines
# stay out of the program.
function id_of(path)
{
    sub(/^.*assets\/sql\//, "", path)
    sub(/\.sql$/, "", path)
    gsub(/[^A-Za-z0-9]/, "_", path)
    return toupper(path)
}

FNR == 1 {
    files++
    id[files] = id_of(FILENAME)
    schema[files] = FILENAME ~ /assets\/sql\/schema\//
}

{
    line = $0
    sub(/[ \t]*--.*$/, "", line)
    if (line ~ /^[ \t]*$/)
        next
    gsub(/\\/, "\\\\", line)
    gsub(/"/, "\\\"", line)
    text[files] = text[files] "    \"" line "\\n\"\n"
}

END {
    print "/* Made by assets/build/embed-sql.awk; do not edit. */" >header
    print "#ifndef GEN_SQL_H\n#define GEN_SQL_H\n" >header
    print "enum sql {" >header
    for (i = 1; i <= files; i++)
        if (!schema[i])
            print "    SQL_" id[i] "," >header
    print "    SQL_TOTAL\n};\n" >header
    print "extern const char *const sql_name[SQL_TOTAL];" >header
    print "extern const char *const sql_text[SQL_TOTAL];\n" >header
    print "/* Migration n, from 1, is sql_schema[n - 1]. */" >header
    for (i = 1; i <= files; i++)
        migrations += schema[i]
    print "enum { SQL_SCHEMA_VERSION = " migrations + 0 " };" >header
    print "extern const char *const sql_schema[];\n" >header
    print "/* The schema that they make (assets/build/schema.c). */" >header
    print "extern const char sql_schema_text[];\n\n#endif" >header

    print "/* Made by assets/build/embed-sql.awk; do not edit. */" >source
    print "#include \"sql.h\"\n" >source
    print "const char *const sql_name[SQL_TOTAL] = {" >source
    for (i = 1; i <= files; i++)
        if (!schema[i])
            print "    [SQL_" id[i] "] = \"" id[i] "\"," >source
    print "};\n\nconst char *const sql_text[SQL_TOTAL] = {" >source
    for (i = 1; i <= files; i++)
        if (!schema[i])
            printf "    [SQL_%s] =\n%s    ,\n", id[i], text[i] >source
    print "};\n\nconst char *const sql_schema[] = {" >source
    for (i = 1; i <= files; i++)
        if (schema[i])
            printf "%s    ,\n", text[i] >source
    print "    0};" >source
}
