package io.chancery.message.plan;

import io.chancery.consent.Consents;
import io.chancery.consent.Preferences;
import io.chancery.consent.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the attitudes of customers, of many at once. */
@ApplicationScoped
public class Attitudes {

    private final Consents consents;

    Attitudes(Consents consents) {
        this.consents = consents;
    }

    /** By the ids that were asked for, in two questions to the database. */
    public Map<UUID, Attitude> of(Collection<UUID> customerIds) {
        var standings = consents.standings(customerIds);
        var preferences = consents.preferences(customerIds);
        return customerIds.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> new Attitude(
                                standings.getOrDefault(id, Standing.SILENT),
                                preferences.getOrDefault(id, Preferences.NONE))));
    }
}
