/** Whom adapters trust when they encrypt, and who they say they are. */
@NullMarked
package io.chancery.dispatch.trust;

import org.jspecify.annotations.NullMarked;
