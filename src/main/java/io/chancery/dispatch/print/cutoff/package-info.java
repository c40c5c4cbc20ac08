/** When a print run ends: pure arithmetic on local time. */
@NullMarked
package io.chancery.dispatch.print.cutoff;

import org.jspecify.annotations.NullMarked;
