/**
 * Text messages over SMPP 3.4. With its sub-package the only place that knows jSMPP; with nobody configured to
 * take them, the texts go to a development SMSC on the far side of the same protocol.
 */
@NullMarked
package io.chancery.dispatch.sms;

import org.jspecify.annotations.NullMarked;
