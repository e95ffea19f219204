package org.qingyuan.registry;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qingyuan.registry.Regions.Region;

class RegionsTest {
    private static final Map<String, Region> ALL = Regions.builtIn().all();

    private static boolean isProvince(Region region) {
        return region.code().endsWith("0000");
    }

    @Test
    void holdsAllProvincesAndPrefectures() {
        assertThat(ALL.values().stream().filter(RegionsTest::isProvince)).hasSize(34);
        assertThat(ALL.values().stream()
                        .filter(region -> !isProvince(region) && region.code().endsWith("00")))
                .hasSize(333);
        assertThat(ALL).hasSize(399);
    }

    @Test
    void everyDivisionLiesInItsProvince() {
        assertThat(ALL.values()).allSatisfy(region -> {
            assertThat(region.code()).matches("[1-9][0-9]{5}");
            assertThat(region.name()).matches("\\p{IsHan}{2,11}");
            assertThat(requireNonNull(region.nameEn())).matches("[A-Z][A-Za-zêü' ]+");
            if (isProvince(region)) {
                assertThat(region.parent()).isNull();
            } else {
                assertThat(region.parent()).isEqualTo(region.code().substring(0, 2) + "0000");
                assertThat(ALL).containsKey(requireNonNull(region.parent()));
            }
        });
    }

    @Test
    void namesInBothLanguages() {
        Regions regions = Regions.builtIn();
        assertThat(regions.name("320000")).isEqualTo("江苏省");
        assertThat(regions.nameEn("320300")).isEqualTo("Xuzhou");
        assertThat(regions.name("330300")).isEqualTo("温州市");
        assertThat(regions.nameEn("513300")).isEqualTo("Garzê");
        assertThat(regions.nameEn("610000")).isEqualTo("Shaanxi");
        assertThat(regions.nameEn("140000")).isEqualTo("Shanxi");
        assertThat(regions.name("469030")).isEqualTo("琼中黎族苗族自治县");
        assertThat(regions.name("000000")).isNull();
        assertThat(regions.parent("000000")).isNull();
    }
}
