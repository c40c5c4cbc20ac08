/** Where messages and the composing queue are kept. For the message feature alone. */
@NullMarked
package io.chancery.message.store;

import org.jspecify.annotations.NullMarked;
