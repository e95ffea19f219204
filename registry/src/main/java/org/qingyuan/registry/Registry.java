package org.qingyuan.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Address;
import org.qingyuan.finding.Holder;
import org.qingyuan.finding.Reject;

/// Who held which address when. Immutable; safe for use by many threads; a look-up allocates nothing and takes well
/// under a microsecond among 10,000 prefixes.
public final class Registry {
    private static final Registry EMPTY = new Registry(List.of(), List.of(), Regions.builtIn(), List.of(), "none");

    private final List<Organisation> organisations;
    private final AssignmentIndex index;
    private final Regions regions;
    private final List<String> notices;
    private final String fingerprint;

    Registry(
            Collection<Organisation> organisations,
            Collection<Assignment> assignments,
            Regions regions,
            List<String> notices,
            String fingerprint) {
        this.organisations = organisations.stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
        this.index = new AssignmentIndex(assignments);
        this.regions = regions;
        this.notices = List.copyOf(notices);
        this.fingerprint = fingerprint;
    }

    /// A registry in which nobody holds anything; it knows the built-in regions.
    public static Registry empty() {
        return EMPTY;
    }

    /// Reads `organisations.csv`, `prefixes.csv` and, where there is one, `regions.csv`.
    ///
    /// A row that cannot be used is told to `rejects` under its own reason and left out; whoever loads decides whether
    /// to go on.
    ///
    /// @param zone in which a date means its midnight
    /// @throws java.nio.file.NoSuchFileException when one of the two files is missing
    public static Registry load(Path dir, ZoneId zone, Consumer<Reject> rejects) throws IOException {
        return new RegistryLoader(dir, zone, rejects).load();
    }

    /// Who held the address: by the longest prefix valid at the instant. `null` when nobody did.
    public @Nullable Holder holderAt(Address address, Instant instant) {
        Assignment assignment = index.at(address, instant);
        return assignment == null ? null : assignment.holder();
    }

    /// The longest prefix valid at the instant, `10.20.0.0/16`; `null` when there is none.
    public @Nullable String prefixAt(Address address, Instant instant) {
        Assignment assignment = index.at(address, instant);
        return assignment == null ? null : assignment.text();
    }

    /// All organisations by id.
    public List<Organisation> organisations() {
        return organisations;
    }

    public Regions regions() {
        return regions;
    }

    /// Columns passed over, each as `organisations.csv: colour`; the sentence around them is `registry.unknown-column`
    /// in the message files.
    public List<String> notices() {
        return notices;
    }

    /// SHA-256 in hex over the names and bytes of its files, the same for the same files in any folder; `none` when
    /// empty.
    public String fingerprint() {
        return fingerprint;
    }
}
