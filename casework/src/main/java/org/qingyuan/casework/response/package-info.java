/// What a party asks for, and what it gets.
@NullMarked
package org.qingyuan.casework.response;

import org.jspecify.annotations.NullMarked;
