/** What Chancery says on the console when it starts. */
@NullMarked
package io.chancery.web.start;

import org.jspecify.annotations.NullMarked;
