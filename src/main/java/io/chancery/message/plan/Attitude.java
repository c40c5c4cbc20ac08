package io.chancery.message.plan;

import io.chancery.consent.Preferences;
import io.chancery.consent.Standing;
import io.chancery.consent.Suppression;
import io.chancery.vocabulary.Channel;
import java.util.List;
import java.util.Optional;

/**
 * What a customer allows, forbids and prefers, and how much advertising they may still get, read when a message is about
 * to be sent.
 *
 * @param suppressions of the addresses at which the customer is reached
 */
public record Attitude(
        Standing standing, Preferences preferences, List<Suppression> suppressions, Allotment allotment) {

    /** What keeps the customer's address for a channel from being used. */
    public Optional<Suppression> suppression(Channel channel, boolean marketing) {
        return suppressions.stream()
                .filter(suppression -> suppression.stops(channel, marketing))
                .findFirst();
    }
}
