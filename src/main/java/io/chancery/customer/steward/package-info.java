/**
 * What people decide about who is who: uncertain pairs, merges, splits, and taking any of it back; and why the engine
 * thinks what it thinks.
 */
@NullMarked
package io.chancery.customer.steward;

import org.jspecify.annotations.NullMarked;
