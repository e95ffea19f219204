package org.qingyuan.checks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher in a folder of its own, with a JDK and a Maven that only say how they were called.
class LauncherTest {
    @TempDir
    Path parent;

    private Path home = Path.of("");
    private Path tools = Path.of("");

    private record Result(int code, String out, String err) {}

    @BeforeEach
    void layOut() throws IOException {
        home = Files.createDirectories(parent.resolve("a place with spaces"));
        tools = Files.createDirectories(parent.resolve("tools"));
        Path root = Repository.root();
        Path launcher = Files.createDirectories(home.resolve("cli/launcher"));
        for (String script : List.of("words.sh", "jdk.sh", "build.sh")) {
            // the folders in which JDKs usually lie hold none here
            String text = Files.readString(root.resolve("cli/launcher").resolve(script))
                    .replace("/usr/lib/jvm/*", parent + "/jvm/*")
                    .replace("/opt/*", parent + "/opt/*");
            Files.writeString(launcher.resolve(script), text);
        }
        Files.copy(root.resolve("qingyuan"), home.resolve("qingyuan"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(home.resolve("finding/src/main/java"));
        Files.writeString(home.resolve("pom.xml"), "");
        Files.writeString(home.resolve("finding/pom.xml"), "");
        Files.writeString(home.resolve("finding/src/main/java/A.java"), "");
        jdk("jvm/jdk-25", "25.0.1");
        script(
                tools.resolve("mvn"),
                "echo built >>'" + parent + "/builds'; mkdir -p '" + home + "/cli/target/lib'; : >'" + home
                        + "/cli/target/lib/a.jar'; : >'" + home + "/cli/target/cli-1.jar'");
        settle();
    }

    private void jdk(String folder, String version) throws IOException {
        Path bin = Files.createDirectories(parent.resolve(folder).resolve("bin"));
        Files.writeString(
                parent.resolve(folder).resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(bin.resolve("javac"), "");
        script(bin.resolve("java"), "echo " + version + " \"$@\"");
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// Makes all sources old.
    private void settle() throws IOException {
        try (var files = Files.walk(home)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
            }
        }
    }

    private Result run(Map<String, String> variables, String... arguments) throws Exception {
        return run(home.resolve("qingyuan"), variables, arguments);
    }

    private Result run(Path launcher, Map<String, String> variables, String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of(launcher.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).directory(parent.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", tools + ":/usr/bin:/bin", "HOME", parent.toString(), "LANG", "C"));
        builder.environment().putAll(variables);
        Path out = parent.resolve("out");
        Path err = parent.resolve("err");
        int code = builder.redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Result(code, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    private long builds() throws IOException {
        Path log = parent.resolve("builds");
        return Files.exists(log) ? Files.readAllLines(log).size() : 0;
    }

    @Test
    void buildsOnceAndIsSilentAfterwards() throws Exception {
        assertThat(run(Map.of(), "--version").err()).hasLineCount(1).contains("building");
        Result again = run(Map.of(), "--version");
        assertThat(again.err()).isEmpty();
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("org.qingyuan.cli.Main --version");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        run(Map.of());
        Files.writeString(home.resolve("finding/src/main/java/A.java"), "class A {}");
        Files.setLastModifiedTime(
                home.resolve("finding/src/main/java/A.java"), FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
        run(Map.of());
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aFailingBuildShowsTheEndOfItsLogAndEndsWithFour() throws Exception {
        script(tools.resolve("mvn"), "echo the reason; exit 1");
        Result result = run(Map.of(), "--version");
        assertThat(result.code()).isEqualTo(4);
        assertThat(result.err()).contains("the reason");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void withoutJdkOneSentenceSaysWhatToInstall() throws Exception {
        jdk("jvm/jdk-25", "17.0.1");
        Result result =
                run(Map.of("JAVA_HOME", parent + "/jvm/jdk-25", "PATH", tools + ":" + onlyBasics()), "--version");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).hasLineCount(1).contains("JDK 25");
    }

    @Test
    void withoutMavenOneSentenceSaysWhatToInstall() throws Exception {
        Files.delete(tools.resolve("mvn"));
        Result result = run(Map.of("PATH", tools + ":" + onlyBasics()), "--version");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).hasLineCount(1).contains("Maven");
    }

    /// A folder with the commands that every system has, and neither java nor mvn.
    private Path onlyBasics() throws IOException {
        Path basics = Files.createDirectories(parent.resolve("basics"));
        for (String command :
                List.of("sh", "find", "readlink", "mkdir", "rm", "mv", "cp", "ls", "tail", "flock", "stty")) {
            for (Path folder : List.of(Path.of("/usr/bin"), Path.of("/bin"))) {
                Path stand = basics.resolve(command);
                if (Files.exists(folder.resolve(command)) && !Files.exists(stand)) {
                    script(stand, "exec " + folder.resolve(command) + " \"$@\"");
                }
            }
        }
        return basics;
    }

    @Test
    void aNewerJdkWillDo() throws Exception {
        jdk("jvm/jdk-25", "26");
        assertThat(run(Map.of(), "--version").out()).startsWith("26 ");
    }

    @Test
    void theOneThatIsNamedIsTaken() throws Exception {
        jdk("elsewhere", "25.0.9");
        Result result = run(Map.of("QINGYUAN_JAVA_HOME", parent + "/elsewhere"), "--version");
        assertThat(result.out()).startsWith("25.0.9 ");
    }

    @Test
    void worksThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(parent.resolve("link"), home.resolve("qingyuan"));
        Result result = run(link, Map.of(), "mining", "scan", "a file");
        assertThat(result.code()).isZero();
        assertThat(result.out()).endsWith("mining scan a file\n");
    }

    @Test
    void speaksChineseWhereTheLocaleDoes() throws Exception {
        assertThat(run(Map.of("LANG", "zh_CN.UTF-8"), "--version").err()).contains("正在构建");
    }
}
