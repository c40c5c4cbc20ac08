/**
 * E-mail over SMTP. The only place that knows Jakarta Mail; with no relay configured, the mail is caught by a
 * development mailbox on the far side of the same protocol.
 */
@NullMarked
package io.chancery.dispatch.email;

import org.jspecify.annotations.NullMarked;
