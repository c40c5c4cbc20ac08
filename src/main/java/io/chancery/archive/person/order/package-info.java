/** Erasures that have been asked for and are not over, and by what they can be finished. */
@NullMarked
package io.chancery.archive.person.order;

import org.jspecify.annotations.NullMarked;
