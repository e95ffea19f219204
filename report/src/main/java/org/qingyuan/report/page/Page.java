package org.qingyuan.report.page;

import java.util.List;

/// A whole page.
///
/// @param lang language tag of HTML, `zh-CN` or `en`
/// @param facts where the numbers come from
/// @param signatures lines that are left blank for those who sign
public record Page(
        String lang,
        String title,
        String subtitle,
        List<Block.Fact> facts,
        List<Section> sections,
        List<String> signatures,
        String footer) {}
