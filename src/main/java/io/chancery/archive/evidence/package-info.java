/**
 * The one form that an export has, byte for byte, for those who write it and those who verify it; README.txt in each export
 * is its specification.
 */
@NullMarked
package io.chancery.archive.evidence;

import org.jspecify.annotations.NullMarked;
