package org.qingyuan.report.page;

import java.util.List;

/// One chapter of the page.
///
/// @param anchor its id in the page
/// @param title with its number
public record Section(String anchor, String title, List<Block> blocks) {}
