/** How the deliveries of a channel are shared between its providers: away from one that errs or is slow, and slowly back. */
@NullMarked
package io.chancery.dispatch.provider;

import org.jspecify.annotations.NullMarked;
