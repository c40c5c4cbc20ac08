/** What differs between two letters: page by page, as they look and by what they say. */
@NullMarked
package io.chancery.render.print.difference;

import org.jspecify.annotations.NullMarked;
