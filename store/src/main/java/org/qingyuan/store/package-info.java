/// Where cases are kept: the ports of casework over SQLite and PostgreSQL.
@NullMarked
package org.qingyuan.store;

import org.jspecify.annotations.NullMarked;
