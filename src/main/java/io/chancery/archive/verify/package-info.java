/** Verifies an export offline: with the file and the public key alone, and says in words what holds and what does not. */
@NullMarked
package io.chancery.archive.verify;

import org.jspecify.annotations.NullMarked;
