package org.qingyuan.registry;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Names of administrative divisions by code of GB/T 2260: all provinces and prefecture-level divisions are built in,
/// a registry may add others or replace these.
public final class Regions {
    /// One division.
    ///
    /// @param nameEn name in Latin letters, `null` where nobody gave one
    /// @param parent code of the division that holds it, `null` for a province
    public record Region(
            String code,
            String name,
            @Nullable String nameEn,
            @Nullable String parent) {}

    private final Map<String, Region> added;

    private Regions(Map<String, Region> added) {
        this.added = added;
    }

    /// The built-in divisions; read when first asked for.
    public static Regions builtIn() {
        return new Regions(Map.of());
    }

    /// These divisions over the built-in ones.
    static Regions with(Map<String, Region> added) {
        return new Regions(Map.copyOf(added));
    }

    /// The division, `null` when the code is unknown.
    public @Nullable Region get(String code) {
        Region region = added.get(code);
        return region != null ? region : BuiltIn.REGIONS.get(code);
    }

    /// Name in Chinese, or `null`.
    public @Nullable String name(String code) {
        Region region = get(code);
        return region == null ? null : region.name();
    }

    /// Name in Latin letters, or `null`.
    public @Nullable String nameEn(String code) {
        Region region = get(code);
        return region == null ? null : region.nameEn();
    }

    /// Code of the division that holds it, or `null`.
    public @Nullable String parent(String code) {
        Region region = get(code);
        return region == null ? null : region.parent();
    }

    /// All divisions by code.
    public Map<String, Region> all() {
        Map<String, Region> all = new HashMap<>(BuiltIn.REGIONS);
        all.putAll(added);
        return Map.copyOf(all);
    }

    /// Loaded with the first look-up, not with the program.
    private static final class BuiltIn {
        private static final Map<String, Region> REGIONS = read();

        private static Map<String, Region> read() {
            Map<String, Region> regions = new HashMap<>();
            ReferenceTable.read("regions.csv", RegistryFiles.REGIONS, row -> {
                String code = row.required("code");
                regions.put(
                        code, new Region(code, row.required("name"), row.optional("name_en"), row.optional("parent")));
            });
            return regions;
        }
    }
}
