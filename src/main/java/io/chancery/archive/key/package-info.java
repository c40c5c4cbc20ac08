/** The keys that protect what customers got, one for each of them: whoever is erased takes theirs along. */
@NullMarked
package io.chancery.archive.key;

import org.jspecify.annotations.NullMarked;
