/// A campaign (专项行动), and how findings come into its cases.
@NullMarked
package org.qingyuan.casework.campaign;

import org.jspecify.annotations.NullMarked;
