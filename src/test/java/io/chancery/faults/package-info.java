/**
 * The fault harness: the packaged application among processes that die, freeze and hang up, and an account of what the
 * providers took, which is kept outside of it and compared with its records at the end.
 */
@NullMarked
package io.chancery.faults;

import org.jspecify.annotations.NullMarked;
