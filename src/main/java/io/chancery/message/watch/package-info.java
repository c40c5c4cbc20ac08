/** What operators see of messages: what was accepted, what waits to be rendered, and what waits for a person. */
@NullMarked
package io.chancery.message.watch;

import org.jspecify.annotations.NullMarked;
