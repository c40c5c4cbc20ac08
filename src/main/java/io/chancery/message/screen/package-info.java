/** Pages for a screen: where the link of a text message leads, and what stands there. */
@NullMarked
package io.chancery.message.screen;

import org.jspecify.annotations.NullMarked;
