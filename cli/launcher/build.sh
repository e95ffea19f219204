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
    (cd "$next" && ls -- *.jar >classpath) || return 1
    rm -rf "$app.last"
    [ ! -e "$app" ] || mv "$app" "$app.last" || return 1
    mv "$next" "$app" && rm -rf "$app.last"
    train
}

# Records which classes a start loads and which methods are hot, so that later starts skip that work. Without the
# record everything still runs, only later.
train() {
    (run_java -XX:AOTCacheOutput="$app/qingyuan.aot" org.qingyuan.cli.Main --version) || rm -f "$app/qingyuan.aot"
    return 0
}

# Becomes the program. It runs under a UTF-8 locale of its own, so that file names and arguments keep every character.
# The heap is bounded because every table of a scan is.
run_java() {
    classpath=
    while read -r jar; do
        classpath=$classpath${classpath:+:}$app/$jar
    done <"$app/classpath"
    recorded=
    [ ! -e "$app/qingyuan.aot" ] || recorded=-XX:AOTCache=$app/qingyuan.aot
    LC_ALL=C.UTF-8 exec "$jdk/bin/java" -Xmx160m -XX:+UseSerialGC ${recorded:+"$recorded"} \
        -Xlog:disable \
        --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -cp "$classpath" "$@"
}
