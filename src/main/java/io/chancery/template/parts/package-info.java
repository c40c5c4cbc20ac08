/** Blocks and brands, which many templates share: who uses which version of them, and how templates follow. */
@NullMarked
package io.chancery.template.parts;

import org.jspecify.annotations.NullMarked;
