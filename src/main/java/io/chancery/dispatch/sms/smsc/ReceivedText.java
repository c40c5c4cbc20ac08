package io.chancery.dispatch.sms.smsc;

import java.time.Instant;

/**
 * A text as a phone shows it, joined from its parts.
 *
 * @param from a name, a short code, or a number with its plus sign
 */
public record ReceivedText(Instant at, String from, String to, String text, int parts) {}
