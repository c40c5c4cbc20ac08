package io.chancery.message.plan;

import io.chancery.consent.Consents;
import io.chancery.consent.Preferences;
import io.chancery.consent.Standing;
import io.chancery.consent.Suppression;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Reads the attitudes of customers, of many at once. */
@ApplicationScoped
public class Attitudes {

    private final Consents consents;
    private final FrequencyCap cap;

    Attitudes(Consents consents, FrequencyCap cap) {
        this.consents = consents;
        this.cap = cap;
    }

    /** By the ids of the customers, in a few questions to the database. */
    public Map<UUID, Attitude> of(Map<UUID, Recipient> customers) {
        var standings = consents.standings(customers.keySet());
        var preferences = consents.preferences(customers.keySet());
        var suppressions = consents.suppressions(customers.values());
        var allotments = cap.of(customers.keySet());
        var attitudes = new HashMap<UUID, Attitude>();
        customers.forEach((id, recipient) -> attitudes.put(
                id,
                new Attitude(
                        standings.getOrDefault(id, Standing.SILENT),
                        preferences.getOrDefault(id, Preferences.NONE),
                        suppressions.stream()
                                .filter(suppression -> isAbout(recipient, suppression))
                                .toList(),
                        allotments.getOrDefault(id, Allotment.unlimited()))));
        return attitudes;
    }

    private static boolean isAbout(Recipient recipient, Suppression suppression) {
        var channel = suppression.channel();
        var address = channel.equals(Channel.EMAIL) ? recipient.email() : recipient.mobile();
        return address != null && Suppression.normal(channel, address).equals(suppression.address());
    }
}
