/** The messages as they come and go, and one of them with everything that is known of it. */
@NullMarked
package io.chancery.web.message;

import org.jspecify.annotations.NullMarked;
