/// What a screening of accounts found, added up by rule, legal entity and branch; computed from result lines alone.
@NullMarked
package org.qingyuan.report.accounts;

import org.jspecify.annotations.NullMarked;
