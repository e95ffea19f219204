/// Every command and flag, what the exit codes mean, and the only main of the product.
@NullMarked
package org.qingyuan.cli;

import org.jspecify.annotations.NullMarked;
