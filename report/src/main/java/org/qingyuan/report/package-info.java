/// Documents for people, computed from findings and run lines alone: a model, a template, charts as SVG, print style.
@NullMarked
package org.qingyuan.report;

import org.jspecify.annotations.NullMarked;
