package io.chancery.dispatch;

import io.chancery.vocabulary.Channel;

/**
 * Speaks to one kind of provider. A bean in a sub-package of its own per channel; knows no database and no template,
 * and is called by several threads at once.
 */
public interface ChannelAdapter {

    Channel channel();

    /** How many hand-overs this adapter can make at the same time. */
    int concurrency();

    /** Whether its providers tell of every delivery, in the end, whether it has arrived. */
    default boolean confirms() {
        return false;
    }

    /**
     * Hands one rendition over. Failures of the provider are outcomes, not exceptions. Calls
     * {@link Handover#pointOfNoReturn()} at the last instant at which the provider cannot have accepted yet.
     */
    DeliveryOutcome send(Handover handover);
}
