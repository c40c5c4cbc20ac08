/** What differs between two renditions of one message, in records for programs and in sentences for authors. */
@NullMarked
package io.chancery.render.difference;

import org.jspecify.annotations.NullMarked;
