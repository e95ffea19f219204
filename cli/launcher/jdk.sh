# Finds a JDK that is new enough. Sourced by the launcher and by the test command.
need=25

# Whether the folder $1 holds a JDK of version $2 or newer, $need where it is left out; reads its release file without
# starting anything.
is_jdk() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    while IFS='="' read -r name _ version _; do
        [ "$name" = JAVA_VERSION ] || continue
        version=${version%%[!0-9]*}
        [ "${version:-0}" -ge "${2:-$need}" ]
        return
    done <"$1/release"
    return 1
}

# The home of the java that PATH finds first, through its links; blank when there is none.
java_of_path() {
    java=$(command -v java) && java=$(readlink -f "$java") && printf '%s' "${java%/bin/java}"
}

# Sets $jdk: QINGYUAN_JAVA_HOME, JAVA_HOME, the java of PATH, then the usual folders; the first that is new enough.
# Whoever sets QINGYUAN_JAVA_HOME gets that one or none.
find_jdk() {
    jdk=
    if [ -n "${QINGYUAN_JAVA_HOME-}" ]; then
        is_jdk "$QINGYUAN_JAVA_HOME" && jdk=$QINGYUAN_JAVA_HOME
        return
    fi
    for candidate in "${JAVA_HOME-}" "$(java_of_path)" /usr/lib/jvm/* /opt/* "${HOME-}"/.sdkman/candidates/java/*; do
        is_jdk "$candidate" && jdk=$candidate && return 0
    done
    return 1
}
