/// A circular as a page: sections of blocks with every word and number written out, charts as geometry. The templates
/// only lay it out.
@NullMarked
package org.qingyuan.report.page;

import org.jspecify.annotations.NullMarked;
