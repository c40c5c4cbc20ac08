/** What operators see of the archive: whether it is what it was, and whether sealing keeps up. */
@NullMarked
package io.chancery.archive.watch;

import org.jspecify.annotations.NullMarked;
