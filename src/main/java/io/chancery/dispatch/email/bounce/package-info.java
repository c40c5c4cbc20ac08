/**
 * What becomes known of a mail after the relay has taken it: the return path that names the delivery, and the mailbox at
 * its end, in which reports of failure (RFC 3464) and complaints (RFC 5965) arrive.
 */
@NullMarked
package io.chancery.dispatch.email.bounce;

import org.jspecify.annotations.NullMarked;
