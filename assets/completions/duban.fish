# fish completion for duban: the program itself says what may come next.
function __duban_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l front (string match -r -- '^--[a-z-]+=' "$current"); or set front ''
    set -l rest (string replace -r -- '^--[a-z-]+=' '' "$current")
    for line in ($words[1] complete -- $words[2..-1] "$current" 2>/dev/null)
        switch $line
            case ':files'
                printf '%s\n' $front(__fish_complete_path "$rest")
            case ':dirs'
                printf '%s\n' $front(__fish_complete_directories "$rest")
            case '*'
                printf '%s\n' $line
        end
    end
end
complete -c duban -f -a '(__duban_complete)'
