/** What providers say later: stored first, then matched to the attempt it is about. */
@NullMarked
package io.chancery.dispatch.receipt;

import org.jspecify.annotations.NullMarked;
