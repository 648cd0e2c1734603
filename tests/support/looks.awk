# looks.awk - holds the looks of a captured screen against those that a golden file names.
#
#   tmux capture-pane -e -p -N | awk -v theme=mono -f looks.awk golden.txt -
#
# Reads the golden file's map of roles and how the theme shows each, then the screen (ASCII only) with
# its SGR sequences; prints each row that has another look somewhere, and "same" when none has.
function add(list, word) {
    return list == "" ? word : list " " word
}
function now() {
    found = add("", front)
    if (back != "")
        found = add(found, "on " back)
    if (bold) found = add(found, "bold")
    if (reverse) found = add(found, "reverse")
    if (underline) found = add(found, "underline")
    if (dim) found = add(found, "dim")
    return found == "" ? "plain" : found
}
# Of a blank only the ground and a line below are seen; curses may send it in any other look.
function on_blank(look,    words, count, i, seen) {
    count = split(look, words, " ")
    for (i = 1; i <= count; i++)
        if (words[i] == "on" || words[i - 1] == "on" || words[i] == "reverse" || words[i] == "underline")
            seen = add(seen, words[i])
    return seen
}
function set(code) {
    if (code == 0) front = back = bold = dim = underline = reverse = ""
    else if (code == 1) bold = 1
    else if (code == 2) dim = 1
    else if (code == 4) underline = 1
    else if (code == 7) reverse = 1
    else if (code == 22) bold = dim = ""
    else if (code == 24) underline = ""
    else if (code == 27) reverse = ""
    else if (code == 39) front = ""
    else if (code == 49) back = ""
    else if (code >= 30 && code <= 37) front = colour[code - 30]
    else if (code >= 40 && code <= 47) back = colour[code - 40]
}
function sequence(text,    codes, count, i) {
    count = split(text, codes, ";")
    for (i = 1; i <= count; i++)
        set(codes[i] + 0)
}
BEGIN {
    split("black red green yellow blue magenta cyan white", names, " ")
    for (i in names)
        colour[i - 1] = names[i]
}
NR == FNR && /^-- / {
    part = $2
    row = 0
    next
}
NR == FNR && part == "roles" {
    roles[++row] = $0
    next
}
NR == FNR && part == "looks" && match($0, theme ": [a-z ]*") {
    look[substr($0, 1, 1)] = substr($0, RSTART + length(theme) + 2, RLENGTH - length(theme) - 2)
    next
}
NR == FNR { next }
{
    x = 0
    rest = $0
    while (rest != "") {
        if (match(rest, /^\033\[[0-9;]*m/)) {
            sequence(substr(rest, 3, RLENGTH - 3))
        } else {
            role = substr(roles[FNR], ++x, 1)
            wanted = look[role == "" || role == " " ? "t" : role]
            RLENGTH = 1
            blank = substr(rest, 1, 1) == " "
            if (now() == wanted || (blank && on_blank(now()) == on_blank(wanted)))
                seen++
            else if (!wrong[FNR]++)
                print "row " FNR ", column " x ": " now() ", not " wanted " (" role ")"
        }
        rest = substr(rest, RLENGTH + 1)
    }
}
END {
    for (row in wrong)
        exit
    if (seen >= 80)
        print "same"
}
