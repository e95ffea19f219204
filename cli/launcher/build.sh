# Builds the program into a flat folder of jars. Sourced by the launcher; needs $home, $app, $jdk. Also runs what was built.

# Whether a build is there and nothing that it reads is newer. A folder's own time tells of files that left it.
is_built() {
    [ -e "$app/built" ] && [ -z "$(find "$home"/pom.xml "$home"/*/pom.xml "$home"/*/src/main "$home"/cli/launcher \
        -newer "$app/built" -print -quit 2>/dev/null)" ]
}

# Builds under a lock, so that two starts at once build once. Ends with 2 when a tool is missing, 4 when the build fails.
build_app() {
    command -v mvn >/dev/null || { say_no_maven; return 2; }
    mkdir -p "$home/cli/target" || return 4
    exec 9>"$home/cli/target/build.lock"
    command -v flock >/dev/null && flock 9
    ! is_built || return 0
    say_building
    log=$home/cli/target/build.log
    next=$home/cli/target/app.next
    rm -rf "$next" && mkdir -p "$next" && : >"$next/built" || return 4
    if ! { compile && assemble; } >"$log" 2>&1 </dev/null; then
        say_build_failed "$log"
        tail -n 20 "$log" >&2
        return 4
    fi
}

compile() {
    JAVA25_HOME=$jdk mvn -q -f "$home/pom.xml" -pl cli -am -Dquick -Dmaven.test.skip=true package
}

# The new folder takes the old one's place whole: a program that runs keeps the jars it has open.
assemble() {
    cp -p "$home"/cli/target/lib/*.jar "$next/" && cp -p "$home"/cli/target/cli-*.jar "$next/" || return 1
    for signed in "$next"/bcprov-*.jar; do
        [ ! -e "$signed" ] || unsign "$signed" || return 1
    done
    for old in "$next"/picocli-*.jar; do
        [ ! -e "$old" ] || renew "$old" || return 1
    done
    (cd "$next" && in_order >classpath) || return 1
    rm -rf "$app.last"
    [ ! -e "$app" ] || mv "$app" "$app.last" || return 1
    mv "$next" "$app" && rm -rf "$app.last"
    train
}

# The jars, our own first: what is looked for is mostly there. A jar named twice is searched once.
in_order() {
    for module in "$home"/*/pom.xml; do
        module=${module%/pom.xml}
        ls -- "${module##*/}"-[0-9]*.jar 2>/dev/null
    done
    ls -- *.jar
}

# Packs a library anew without its signature: reading the list of 7,000 signed classes takes longer than all else that a
# start does. What Maven fetched was checked by Maven.
unsign() {
    classes=$next/unsigned
    mkdir "$classes" && (cd "$classes" && "$jdk/bin/jar" -xf "$1") && rm -rf "$classes/META-INF/MANIFEST.MF" \
        "$classes"/META-INF/*.SF "$classes"/META-INF/*.RSA "$classes"/META-INF/*.DSA "$classes/META-INF/versions" &&
        "$jdk/bin/jar" -c -M -f "$1" -C "$classes" . && rm -rf "$classes"
}

# Writes a library anew in a class format that a record of loaded classes can hold; see NewClasses.java.
renew() {
    mv "$1" "$1.old" && "$jdk/bin/java" -cp "$1.old" "$home/cli/launcher/NewClasses.java" "$1.old" "$1" && rm "$1.old"
}

# Records which classes are loaded and which methods are hot, so that later starts skip that work: in a scan of a capture
# like those that people have, and in the demo for all other commands. Without a record everything still runs, only later.
train() {
    try=$app/training
    mkdir -p "$try" && cd "$try" || return 0
    (record qingyuan.aot demo)
    (run_java "" org.qingyuan.cli.Main generate traffic --scenario bulk-small --quiet -w "$try/captures") &&
        (record scan.aot mining scan "$try/captures/bulk-small.pcap" --quiet -w "$try/findings.jsonl")
    cd "$home" && rm -rf "$try"
    return 0
}

# record CACHE COMMAND...
record() {
    cache=$app/$1
    shift
    (run_java "" -XX:AOTCacheOutput="$cache" org.qingyuan.cli.Main "$@") || rm -f "$cache"
}

# Becomes the program. It runs under a UTF-8 locale of its own, so that file names and arguments keep every character.
# The heap is bounded because every table of a scan is.
#
# run_java CACHE ARGUMENTS...: with what was recorded in CACHE, if it is there.
run_java() {
    recorded=$1
    shift
    classpath=
    while read -r jar; do
        classpath=$classpath${classpath:+:}$app/$jar
    done <"$app/classpath"
    [ -n "$recorded" ] && [ -e "$app/$recorded" ] && recorded=-XX:AOTCache=$app/$recorded || recorded=
    LC_ALL=C.UTF-8 exec "$jdk/bin/java" -Xmx160m -XX:+UseSerialGC -XX:-UsePerfData ${recorded:+"$recorded"} \
        -Xlog:disable \
        --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -cp "$classpath" "$@"
}
