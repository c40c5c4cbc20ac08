/** Deliveries that wait for a person: listed, released, cancelled, and given up in the end. What an operator stops is held. */
@NullMarked
package io.chancery.message.hold;

import org.jspecify.annotations.NullMarked;
