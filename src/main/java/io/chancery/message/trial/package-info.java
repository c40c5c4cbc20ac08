/** Messages that authors send to themselves, on the way of all others and apart from what customers get. */
@NullMarked
package io.chancery.message.trial;

import org.jspecify.annotations.NullMarked;
