/** What systems may ask about holds and stops. */
@NullMarked
package io.chancery.message.hold.desk;

import org.jspecify.annotations.NullMarked;
