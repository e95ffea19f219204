# What the launcher and the test command say, in the language of the locale. Sourced.
language=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}

# Prints $1 on stderr where the locale is Chinese, else $2.
say() {
    case $language in
        zh*) printf 'qingyuan: %s\n' "$1" >&2 ;;
        *) printf 'qingyuan: %s\n' "$2" >&2 ;;
    esac
}

say_no_jdk() {
    say "需要 JDK $need 或更新版本，但未找到；请安装 JDK $need（如 Temurin $need），或用 QINGYUAN_JAVA_HOME 指明其目录" \
        "no JDK $need or newer was found; install one (Temurin $need, for example) or name its folder in QINGYUAN_JAVA_HOME"
}

say_no_maven() {
    say "构建需要 Maven，但未找到；请安装（Debian：apt-get install maven）" \
        "building needs Maven and it was not found; install it (Debian: apt-get install maven)"
}

say_building() {
    say "正在构建（首次约需一分钟）……" "building (about a minute the first time) ..."
}

say_build_failed() {
    say "构建失败，日志末尾如下；完整日志：$1" "the build failed, its log ends with the lines below; all of it: $1"
}
