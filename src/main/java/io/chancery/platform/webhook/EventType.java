package io.chancery.platform.webhook;

import java.util.Set;

/** What webhooks can be told of; each is a topic of the outbox. */
public final class EventType {

    /** A message has come to an end. */
    public static final String MESSAGE_STATUS = "message.status";

    /** A delivery has come to something that matters: an end, a hold, or not knowing. */
    public static final String DELIVERY_STATUS = "delivery.status";

    /** Each of them. */
    public static final Set<String> ALL = Set.of(DELIVERY_STATUS, MESSAGE_STATUS);

    private EventType() {}
}
