/** Blocks and brands, which many templates share: their versions, and who uses them. */
@NullMarked
package io.chancery.template.parts;

import org.jspecify.annotations.NullMarked;
