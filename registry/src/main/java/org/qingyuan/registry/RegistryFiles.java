package org.qingyuan.registry;

import java.util.List;
import org.qingyuan.table.CsvColumns;

/// The columns of the files of a registry.
final class RegistryFiles {
    static final CsvColumns ORGANISATIONS = new CsvColumns(
            List.of("id", "name", "kind", "region"), List.of("name_en", "parent", "contact", "valid_from", "valid_to"));

    static final CsvColumns PREFIXES =
            new CsvColumns(List.of("prefix", "organisation"), List.of("valid_from", "valid_to", "note"));

    static final CsvColumns REGIONS = new CsvColumns(List.of("code", "name", "name_en", "parent"), List.of());

    private RegistryFiles() {}
}
