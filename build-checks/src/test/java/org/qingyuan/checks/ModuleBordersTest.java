package org.qingyuan.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who may use whom, who may use which third party, and that nothing is more public than it must be.
class ModuleBordersTest {
    /// The design's column "may use": of each module, the others it may see.
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("finding", Set.of()),
            Map.entry("table", Set.of("finding")),
            Map.entry("registry", Set.of("finding", "table")),
            Map.entry("estimate", Set.of("finding", "registry")),
            Map.entry("traffic", Set.of("finding", "registry", "estimate")),
            Map.entry("accounts", Set.of("finding", "table")),
            Map.entry("output", Set.of("finding", "table")),
            Map.entry("policy", Set.of("finding")),
            Map.entry("access", Set.of("finding")),
            Map.entry("casework", Set.of("finding", "policy", "access")),
            Map.entry("store", Set.of("finding", "access", "casework")),
            Map.entry(
                    "report",
                    Set.of("finding", "table", "registry", "estimate", "policy", "access", "casework", "output")),
            Map.entry(
                    "run",
                    Set.of(
                            "finding",
                            "registry",
                            "table",
                            "estimate",
                            "traffic",
                            "accounts",
                            "policy",
                            "access",
                            "casework",
                            "output",
                            "report")),
            Map.entry(
                    "cli",
                    Set.of(
                            "finding",
                            "registry",
                            "table",
                            "estimate",
                            "traffic",
                            "accounts",
                            "policy",
                            "access",
                            "casework",
                            "store",
                            "output",
                            "report",
                            "run")));

    /// The homes of each third party, by the start of its package names.
    private static final Map<String, Set<String>> HOMES = Map.ofEntries(
            Map.entry("picocli.", Set.of("cli")),
            Map.entry("tools.jackson.", Set.of("output", "server")),
            Map.entry("com.github.luben.zstd", Set.of("traffic", "table")),
            Map.entry("org.duckdb.", Set.of("table")),
            Map.entry("org.snakeyaml.", Set.of("table", "policy")),
            Map.entry("com.sun.management.", Set.of("table")),
            Map.entry("org.bouncycastle.", Set.of("traffic")),
            Map.entry("org.apache.commons.statistics.", Set.of("estimate")),
            Map.entry("org.dhatim.fastexcel.", Set.of("output")),
            Map.entry("gg.jte", Set.of("report")),
            Map.entry("org.sqlite.", Set.of("store")),
            Map.entry("org.postgresql.", Set.of("store")),
            Map.entry("com.zaxxer.hikari.", Set.of("store")),
            Map.entry("org.flywaydb.", Set.of("store")));

    private static Stream<Dependency> dependencies() {
        return Product.CLASSES.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    private static Set<String> named(Predicate<Dependency> condition) {
        Set<String> names = new TreeSet<>();
        dependencies().filter(condition).forEach(found -> names.add(found.getDescription()));
        return names;
    }

    @Test
    void theImportSeesTheProduct() {
        assertThat(Product.CLASSES.contain("org.qingyuan.finding.Finding")).isTrue();
    }

    @Test
    void everyModuleHasItsRow() {
        Set<String> modules = new TreeSet<>();
        Product.CLASSES.forEach(type -> modules.add(Product.moduleOf(type)));
        assertThat(MAY_USE.keySet()).containsAll(modules);
    }

    @Test
    void modulesSeeOnlyWhatTheyMay() {
        assertThat(named(ModuleBordersTest::crossesBorder)).isEmpty();
    }

    private static boolean crossesBorder(Dependency dependency) {
        String from = Product.moduleOf(dependency.getOriginClass());
        String to = Product.moduleOf(Product.element(dependency.getTargetClass()));
        return !to.isEmpty()
                && !to.equals(from)
                && !MAY_USE.getOrDefault(from, Set.of()).contains(to);
    }

    @Test
    void thirdPartiesStayAtHome() {
        assertThat(named(ModuleBordersTest::leavesHome)).isEmpty();
    }

    private static boolean leavesHome(Dependency dependency) {
        JavaClass target = Product.element(dependency.getTargetClass());
        String name = target.getName();
        if (target.isPrimitive()
                || name.startsWith("java.")
                || name.startsWith("javax.")
                || name.startsWith(Product.ROOT)
                || name.startsWith("org.jspecify.")) {
            return false;
        }
        String module = Product.moduleOf(dependency.getOriginClass());
        return HOMES.entrySet().stream()
                .noneMatch(home ->
                        name.startsWith(home.getKey()) && home.getValue().contains(module));
    }

    @Test
    void packagesHaveNoCycles() {
        SlicesRuleDefinition.slices()
                .matching("org.qingyuan.(**)")
                .should()
                .beFreeOfCycles()
                .check(Product.CLASSES);
    }

    @Test
    void noPackageLiesInTwoModules() {
        Map<String, Set<String>> places = new TreeMap<>();
        for (JavaClass type : Product.CLASSES) {
            String path = type.getSource().map(Source::getUri).orElseThrow().toString();
            String file = type.getName().replace('.', '/').replaceAll("\\$.*", "");
            places.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>())
                    .add(path.substring(0, path.indexOf(file)));
        }
        places.values().removeIf(found -> found.size() == 1);
        assertThat(places).isEmpty();
    }

    @Test
    void whatIsPublicIsUsedFromAnotherPackage() {
        Set<String> needless = new TreeSet<>();
        for (JavaClass type : Product.CLASSES) {
            if (type.isTopLevelClass()
                    && type.getModifiers().contains(JavaModifier.PUBLIC)
                    && !type.getSimpleName().equals("Main")
                    && !type.getSimpleName().equals("package-info")
                    && !type.getSimpleName().matches("Jte.*Generated")
                    && !isUsedElsewhere(type)
                    && !isPartOfAnother(type)) {
                needless.add(type.getName());
            }
        }
        assertThat(needless).isEmpty();
    }

    private static boolean isUsedElsewhere(JavaClass type) {
        return Product.CLASSES.stream()
                .filter(other -> other.getName().equals(type.getName())
                        || other.getName().startsWith(type.getName() + "$"))
                .flatMap(part -> part.getDirectDependenciesToSelf().stream())
                .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
    }

    /// Whether a public method or record component of another public class takes or gives it.
    private static boolean isPartOfAnother(JavaClass type) {
        return Product.CLASSES.stream()
                .filter(other -> other.getPackageName().equals(type.getPackageName()) && !other.equals(type))
                .filter(other -> other.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(other -> other.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .anyMatch(method -> method.getAllInvolvedRawTypes().contains(type));
    }
}
