/// Who owns what, and what was true when: organisations with their dated address prefixes, regions, and reference
/// tables with the source of each row (hardware efficiency, networks, coins, algorithms, pools, factors).
@NullMarked
package org.qingyuan.registry;

import org.jspecify.annotations.NullMarked;
