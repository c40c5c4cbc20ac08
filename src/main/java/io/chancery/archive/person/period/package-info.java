/** Tells other features how long documents are kept. */
@NullMarked
package io.chancery.archive.person.period;

import org.jspecify.annotations.NullMarked;
