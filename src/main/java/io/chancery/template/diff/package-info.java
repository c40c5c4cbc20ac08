/** What differs between two versions, and whom it would break. */
@NullMarked
package io.chancery.template.diff;

import org.jspecify.annotations.NullMarked;
