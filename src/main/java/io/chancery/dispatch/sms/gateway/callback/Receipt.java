package io.chancery.dispatch.sms.gateway.callback;

import java.time.Instant;

/** What a gateway says of a text in the end. */
record Receipt(String reference, boolean delivered, String code, Instant at) {}
