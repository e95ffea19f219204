package org.qingyuan.traffic.generate;

import java.util.List;
import org.qingyuan.registry.OrganisationKind;

/// An invented organisation of the sample world. Names belong to nobody; addresses are private or for documentation
/// and benchmarks.
///
/// @param region code of GB/T 2260
/// @param parent id, blank for none
/// @param network IPv4 prefix of 16 or 24 bits, its clients' addresses end in `.HOST`
/// @param vlan tag of its frames at the tap, -1 = none
record SampleOrganisation(
        String id,
        String name,
        String nameEn,
        OrganisationKind kind,
        String region,
        String parent,
        String network,
        int vlan) {
    /// One province's worth: every kind, in several cities.
    static final List<SampleOrganisation> ALL = List.of(
            of("u-ninglan", "宁岚大学", "Ninglan University", OrganisationKind.UNIVERSITY, "320100", "10.20.0.0/16", 20),
            child("u-ninglan-cs", "宁岚大学计算机学院", "School of Computing", "u-ninglan", "10.20.3.0/24", 203),
            child("u-ninglan-dorm", "宁岚大学学生公寓", "Student Dormitories", "u-ninglan", "10.20.64.0/18", 264),
            of(
                    "u-pengcheng",
                    "彭泽理工学院",
                    "Pengze Institute of Technology",
                    OrganisationKind.UNIVERSITY,
                    "320300",
                    "10.21.0.0/16",
                    21),
            of(
                    "g-xizhou",
                    "汐州市政务服务中心",
                    "Xizhou Government Service Centre",
                    OrganisationKind.GOVERNMENT,
                    "320500",
                    "10.32.0.0/16",
                    32),
            of(
                    "g-danhe",
                    "丹河区水务局",
                    "Danhe District Water Bureau",
                    OrganisationKind.GOVERNMENT,
                    "320300",
                    "10.33.0.0/16",
                    33),
            of(
                    "s-linjiang",
                    "临江第三中学",
                    "Linjiang No. 3 Middle School",
                    OrganisationKind.SCHOOL,
                    "320100",
                    "10.40.0.0/16",
                    40),
            of(
                    "r-taihu",
                    "太澜材料研究所",
                    "Tailan Materials Institute",
                    OrganisationKind.RESEARCH,
                    "320500",
                    "10.48.0.0/16",
                    48),
            of(
                    "se-dongwu",
                    "东梧电力物资公司",
                    "Dongwu Power Supplies",
                    OrganisationKind.STATE_ENTERPRISE,
                    "320500",
                    "10.56.0.0/16",
                    56),
            of(
                    "e-ruixing",
                    "瑞行智造有限公司",
                    "Ruixing Manufacturing Ltd",
                    OrganisationKind.ENTERPRISE,
                    "320500",
                    "10.64.0.0/16",
                    64),
            of(
                    "e-qingteng",
                    "青藤网络科技公司",
                    "Qingteng Network Technology",
                    OrganisationKind.ENTERPRISE,
                    "320100",
                    "198.18.16.0/20",
                    -1),
            of(
                    "c-feiyu",
                    "飞屿网咖",
                    "Feiyu Internet Cafe",
                    OrganisationKind.INTERNET_CAFE,
                    "320300",
                    "198.18.40.0/24",
                    -1),
            of(
                    "d-jinling",
                    "金岭云数据中心",
                    "Jinling Cloud Data Centre",
                    OrganisationKind.DATA_CENTRE,
                    "320100",
                    "198.18.128.0/17",
                    -1),
            of(
                    "h-broadband",
                    "汐州家庭宽带",
                    "Xizhou Home Broadband",
                    OrganisationKind.RESIDENTIAL,
                    "320500",
                    "100.64.0.0/12",
                    -1),
            of("o-station", "彭泽长途客运站", "Pengze Coach Station", OrganisationKind.OTHER, "320300", "10.80.0.0/16", 80));

    private static SampleOrganisation of(
            String id, String name, String nameEn, OrganisationKind kind, String region, String network, int vlan) {
        return new SampleOrganisation(id, name, nameEn, kind, region, "", network, vlan);
    }

    private static SampleOrganisation child(
            String id, String name, String nameEn, String parent, String network, int vlan) {
        return new SampleOrganisation(id, name, nameEn, OrganisationKind.UNIVERSITY, "320100", parent, network, vlan);
    }

    /// The organisation of an id.
    ///
    /// @throws java.util.NoSuchElementException when there is none
    static SampleOrganisation named(String id) {
        return ALL.stream().filter(o -> o.id.equals(id)).findFirst().orElseThrow();
    }

    /// An address in its network: the first three parts of the network, then the host.
    String address(int host) {
        return network.substring(0, network.indexOf('/') - 1) + host;
    }
}
