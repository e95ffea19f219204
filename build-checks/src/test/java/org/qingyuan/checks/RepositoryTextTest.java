package org.qingyuan.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The repository works wherever it is cloned: no text of it names a place on one machine or a registry's host.
class RepositoryTextTest {
    private static final Pattern MACHINE_PATH = Pattern.compile("(?<![\\w.$}/-])/(work|root|home/[a-z]\\w*|tmp/wt)/");
    private static final Pattern REGISTRY_HOST = Pattern.compile(
            "\\b(repo\\d?\\.maven|registry\\.npmjs|registry\\.yarnpkg|deb\\.debian|pypi|plugins\\.gradle)\\.[a-z]+",
            Pattern.CASE_INSENSITIVE);

    private static Set<String> linesWith(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Map.Entry<String, String> text : Repository.texts().entrySet()) {
            text.getValue()
                    .lines()
                    .filter(line -> pattern.matcher(line).find())
                    .forEach(line -> found.add(text.getKey() + ": " + line.strip()));
        }
        return found;
    }

    @Test
    void seesTheTextsOfTheRepository() throws IOException {
        assertThat(Repository.texts()).containsKeys("qingyuan", "pom.xml");
    }

    @Test
    void namesNoPlaceOfOneMachine() throws IOException {
        assertThat(linesWith(MACHINE_PATH)).isEmpty();
    }

    @Test
    void namesNoRegistryHost() throws IOException {
        assertThat(linesWith(REGISTRY_HOST)).isEmpty();
    }

    @Test
    void patternsFindWhatTheyLookFor() {
        assertThat(MACHINE_PATH.matcher("cd /" + "work/main").find()).isTrue();
        assertThat(MACHINE_PATH.matcher("target/" + "work/x").find()).isFalse();
        assertThat(REGISTRY_HOST.matcher("https://repo" + ".maven.apache.org").find())
                .isTrue();
    }
}
