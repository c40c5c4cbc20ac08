/** A development stand-in for an SMSC: the far side of SMPP 3.4, on loopback. Shares nothing with the adapter. */
@NullMarked
package io.chancery.dispatch.sms.smsc;

import org.jspecify.annotations.NullMarked;
