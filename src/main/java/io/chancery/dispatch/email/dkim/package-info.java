/**
 * Signs mails by DKIM (RFC 6376, RFC 8463), so that whoever gets one can see that it comes from the domain of its sender and
 * was not changed on the way. Works on the exact bytes that are archived and sent.
 */
@NullMarked
package io.chancery.dispatch.email.dkim;

import org.jspecify.annotations.NullMarked;
