/** What becomes of messages that came with a test key: as in reality, but that nothing leaves the house. */
@NullMarked
package io.chancery.message.simulation;

import org.jspecify.annotations.NullMarked;
