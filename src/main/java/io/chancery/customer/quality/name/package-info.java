/**
 * Names: their letters, their parts, who bears them, and whether a person or an organisation does.
 */
@NullMarked
package io.chancery.customer.quality.name;

import org.jspecify.annotations.NullMarked;
