package org.qingyuan.traffic.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the registry that belongs to the `campus` scenario: invented organisations of one province and who held
/// which prefix when, in the form that `--registry` reads.
public final class SampleRegistry {
    private SampleRegistry() {}

    /// Writes `organisations.csv` and `prefixes.csv` into a folder, which is made when it does not exist.
    public static void write(Path dir) throws IOException {
        Files.createDirectories(dir);
        StringBuilder organisations = new StringBuilder("id,name,name_en,kind,region,parent,contact\n");
        StringBuilder prefixes = new StringBuilder("prefix,organisation,valid_from,valid_to,note\n");
        for (SampleOrganisation each : SampleOrganisation.ALL) {
            organisations.append(String.join(
                    ",",
                    each.id(),
                    each.name(),
                    each.nameEn(),
                    each.kind().word(),
                    each.region(),
                    each.parent(),
                    "netadmin@" + each.id() + ".example"));
            organisations.append('\n');
            prefixes.append(each.network()).append(',').append(each.id()).append(",2020-01-01,,\n");
        }
        prefixes.append("2001:db8:20::/48,u-ninglan,2020-01-01,,IPv6\n");
        prefixes.append("198.18.41.0/24,h-broadband,2019-01-01,2021-10-01,handed back\n");
        prefixes.append("198.18.41.0/24,c-feiyu,2021-10-01,,\n");
        Files.writeString(dir.resolve("organisations.csv"), organisations, StandardCharsets.UTF_8);
        Files.writeString(dir.resolve("prefixes.csv"), prefixes, StandardCharsets.UTF_8);
    }
}
