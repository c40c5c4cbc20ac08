/** How documents lie in the archive: compressed, encrypted for their customer, committed to, and never written again. */
@NullMarked
package io.chancery.archive.document;

import org.jspecify.annotations.NullMarked;
