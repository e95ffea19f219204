package org.qingyuan.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.policy.CaseRules;
import org.qingyuan.policy.Measure;
import org.qingyuan.policy.Policies;
import org.qingyuan.policy.Policy;
import org.qingyuan.registry.OrganisationKind;

/// Where a pack is, as a person names it: one of the program by `NAME`, or one of the user's own by its folder, which
/// has a separator in it; `@VERSION` behind either.
///
/// @param name of the pack
/// @param version blank where none is named
/// @param folder `null` for a pack of the program
public record PolicySource(
        String name, String version, @Nullable Path folder) {
    /// @param base what a relative folder is relative to
    public static PolicySource of(String reference, Path base) {
        int at = reference.lastIndexOf('@');
        String place = at < 0 ? reference : reference.substring(0, at);
        String version = at < 0 ? "" : reference.substring(at + 1);
        if (reference.indexOf('/') < 0 && reference.indexOf('\\') < 0) {
            return new PolicySource(place, version, null);
        }
        Path folder = base.resolve(place).normalize();
        return new PolicySource("" + folder.getFileName(), version, folder);
    }

    /// Every version of the pack that is named, or the one whose version is.
    ///
    /// @throws Failure when there is none, or when it cannot be used
    public List<Policy> versions() {
        List<Policy> versions = policies().all().stream()
                .filter(policy -> policy.name().equals(name))
                .filter(policy -> version.isEmpty() || policy.version().equals(version))
                .toList();
        // without one the look-up says what there is
        return versions.isEmpty() ? List.of(find(LocalDate.EPOCH)) : versions;
    }

    /// The version that is named, else the one in force on a day.
    ///
    /// @throws Failure when there is none, or when it cannot be used
    public Policy find(LocalDate day) {
        return policies().find(version.isEmpty() ? name : name + "@" + version, day);
    }

    private Policies policies() {
        if (folder == null) {
            return Policies.builtIn();
        }
        try {
            return Policies.load(folder);
        } catch (IOException e) {
            throw FileFaults.reading(folder, e);
        }
    }

    /// Everything that is wrong with the pack, in all its versions: what its files say, then, where they can be read,
    /// whether the rules, parameters and kinds of organisation that it names exist.
    ///
    /// @param isRule whether there is a rule of this full name
    /// @throws Failure when there is no such pack
    public List<Failure> problems(Predicate<String> isRule) {
        List<Failure> problems = new ArrayList<>(problemsOfFiles());
        if (problems.isEmpty()) {
            for (Policy policy : new PolicySource(name, "", folder).versions()) {
                accountProblems(policy, problems);
                caseProblems(policy, isRule, problems);
            }
        }
        return problems;
    }

    private List<Failure> problemsOfFiles() {
        if (folder == null) {
            return Policies.checkBuiltIn(name);
        }
        try {
            return Policies.check(folder);
        } catch (IOException e) {
            throw FileFaults.reading(folder, e);
        }
    }

    private static void accountProblems(Policy policy, List<Failure> problems) {
        try {
            if (policy.judgesAccounts()) {
                AccountPolicy.of(policy, policy.from(), List.of());
            }
        } catch (Failure e) {
            problems.add(e);
        }
    }

    private static void caseProblems(Policy policy, Predicate<String> isRule, List<Failure> problems) {
        CaseRules cases = policy.cases();
        if (cases == null) {
            return;
        }
        List<String> unknown = new ArrayList<>();
        cases.opens().stream().filter(isRule.negate()).forEach(unknown::add);
        cases.attaches().stream().filter(isRule.negate()).forEach(unknown::add);
        for (Measure measure : cases.measures()) {
            measure.organisationKinds().stream()
                    .filter(kind -> OrganisationKind.of(kind) == null)
                    .map(kind -> measure.word() + ".organisationKinds = " + kind)
                    .forEach(unknown::add);
        }
        String where = policy.name() + "/" + policy.version() + "/cases.yaml";
        for (String what : unknown) {
            problems.add(new Failure(
                    ErrorCode.POLICY_REJECTED,
                    Map.of("where", where, "reject", RejectReason.UNKNOWN_VALUE.word(), "what", what)));
        }
    }
}
