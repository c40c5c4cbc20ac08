/** What differs between two texts, line by line, and what of it does not count. */
@NullMarked
package io.chancery.render.difference.text;

import org.jspecify.annotations.NullMarked;
