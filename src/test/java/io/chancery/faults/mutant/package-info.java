/**
 * Copies of the packaged application in which one promise is broken on purpose, by changing classes in their jars: the
 * product has no switch for it. What a fault run does not find in them it would not find in the application either.
 */
@NullMarked
package io.chancery.faults.mutant;

import org.jspecify.annotations.NullMarked;
