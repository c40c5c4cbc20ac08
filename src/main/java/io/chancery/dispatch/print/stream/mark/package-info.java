/** What inserters and people read on the front of each sheet. */
@NullMarked
package io.chancery.dispatch.print.stream.mark;

import org.jspecify.annotations.NullMarked;
