/** Ends what waits to be sent when its reader refuses it: consent is asked for when something is sent, not when it is rendered. */
@NullMarked
package io.chancery.message.refusal;

import org.jspecify.annotations.NullMarked;
