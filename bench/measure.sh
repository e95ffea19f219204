# What the comparisons share. Sourced with $work, the folder of the run, in which `measure` lies, and $script, the name
# that is said in an error.

# run NAME COMMAND...: one measured run, added to the runs of that name.
run() {
    name=$1
    shift
    "$work/measure" -t "$work/$name.threads" -o "$work/$name.out" -e "$work/$name.err" "$work/$name.last" "$@" || exit 4
    cat "$work/$name.last" >>"$work/$name.runs"
    status=$(cut -d' ' -f5 "$work/$name.last")
    [ "$status" = 0 ] || { echo "$script: $name ended with $status" >&2; tail -n 3 "$work/$name.err" >&2; exit 4; }
}

# median NAME COLUMN: 1 wall, 2 CPU, 3 RSS, 4 RssAnon.
median() {
    sort -n -k"$2,$2" "$work/$1.runs" | awk -v k="$2" '{ v[NR] = $k } END { print v[int((NR + 1) / 2)] }'
}

# ratio A B
ratio() {
    awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'
}
