package org.qingyuan.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The same input gives the same bytes: nothing but the front ends asks the machine for its clock, zone, locale,
/// charset, chance or streams. And the code that runs per packet does not allocate by stealth.
class PurityTest {
    private static final Set<String> FRONT_ENDS = Set.of("cli", "server");

    /// Members of the JDK that only a front end may touch, by class. A trailing `()` means the form without arguments.
    private static final Map<String, Set<String>> FRONT_END_ONLY = Map.ofEntries(
            Map.entry(
                    "java.lang.System",
                    Set.of("out", "err", "in", "exit", "currentTimeMillis", "getenv", "getProperty", "console")),
            Map.entry("java.lang.Runtime", Set.of("exit", "halt", "addShutdownHook", "availableProcessors")),
            Map.entry("java.time.Instant", Set.of("now()")),
            Map.entry("java.time.LocalDate", Set.of("now()")),
            Map.entry("java.time.LocalDateTime", Set.of("now()")),
            Map.entry("java.time.ZonedDateTime", Set.of("now()")),
            Map.entry("java.time.OffsetDateTime", Set.of("now()")),
            Map.entry("java.time.Year", Set.of("now()")),
            Map.entry("java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system")),
            Map.entry("java.time.ZoneId", Set.of("systemDefault")),
            Map.entry("java.util.UUID", Set.of("randomUUID")),
            Map.entry("java.util.Random", Set.of("<init>()")),
            Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of("current")),
            Map.entry("java.lang.Math", Set.of("random")),
            Map.entry("java.util.TimeZone", Set.of("getDefault")),
            Map.entry("java.util.Locale", Set.of("getDefault")),
            Map.entry("java.nio.charset.Charset", Set.of("defaultCharset")),
            Map.entry("java.util.Date", Set.of("<init>()")));

    /// Members whose short form follows the machine's locale or charset: nowhere, not even in a front end.
    private static final Map<String, Set<String>> NOWHERE = Map.of(
            "java.lang.String", Set.of("toLowerCase()", "toUpperCase()", "getBytes()", "format(String)", "formatted"),
            "java.io.FileReader", Set.of("<init>"),
            "java.io.FileWriter", Set.of("<init>"));

    private static Set<String> uses(Map<String, Set<String>> members, Predicate<JavaClass> origin) {
        return Product.CLASSES.stream()
                .filter(origin)
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> isAmong(members, access))
                .map(JavaAccess::getDescription)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isAmong(Map<String, Set<String>> members, JavaAccess<?> access) {
        Set<String> names = members.getOrDefault(access.getTarget().getOwner().getName(), Set.of());
        String name = access.getTarget().getName();
        String full = access.getTarget().getFullName();
        String arguments = full.indexOf('(') < 0 ? "" : full.substring(full.indexOf('('));
        return names.contains(name)
                || arguments.equals("()") && names.contains(name + "()")
                || arguments.startsWith("(java.lang.String,") && names.contains(name + "(String)");
    }

    @Test
    void onlyFrontEndsAskTheMachine() {
        assertThat(uses(FRONT_END_ONLY, type -> !FRONT_ENDS.contains(Product.moduleOf(type))))
                .isEmpty();
    }

    @Test
    void nothingFollowsTheMachinesLocaleOrCharset() {
        assertThat(uses(NOWHERE, type -> true)).isEmpty();
    }

    @Test
    void theRuleSeesUsesWhereTheyAreAllowed() {
        assertThat(uses(FRONT_END_ONLY, type -> Product.moduleOf(type).equals("cli")))
                .isNotEmpty();
    }

    @Test
    void perPacketCodeUsesNoStreamsAndNoLoggers() {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : Product.CLASSES) {
            if (isPerPacket(type)) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> isSlow(use.getTargetClass().getPackageName()))
                        .forEach(use -> found.add(use.getDescription()));
            }
        }
        assertThat(found).isEmpty();
    }

    private static boolean isPerPacket(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith("org.qingyuan.traffic.packet") || name.startsWith("org.qingyuan.traffic.flow");
    }

    private static boolean isSlow(String target) {
        return target.startsWith("java.util.stream")
                || target.startsWith("java.util.logging")
                || target.startsWith("java.util.regex");
    }

    @Test
    void perPacketCodeBoxesNothing() {
        Map<String, Set<String>> boxes = Map.of(
                "java.lang.Integer", Set.of("valueOf"),
                "java.lang.Long", Set.of("valueOf"),
                "java.lang.Short", Set.of("valueOf"),
                "java.lang.Byte", Set.of("valueOf"),
                "java.lang.Double", Set.of("valueOf"));
        assertThat(uses(boxes, PurityTest::isPerPacket)).isEmpty();
    }
}
