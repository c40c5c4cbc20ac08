package io.chancery.message.hold;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.message.store.HoldTable.Filter;
import io.chancery.platform.request.BodyFields;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which held deliveries are meant: those that are named, or all that a filter lets through.
 *
 * @param deliveries empty if the filter says it
 */
record HoldOrder(List<UUID> deliveries, Filter filter) {

    private static final int MOST = 1_000;
    private static final int LONGEST_NAME = 100;

    /** @throws HoldException if anything is wrong with the body, or if it would mean everything by mistake */
    static HoldOrder read(JsonNode body) {
        var fields = new BodyFields(body);
        fields.allow(Set.of("deliveries", "reason", "template", "channel"));
        var named = fields.texts("deliveries", MOST);
        var ids = named.stream().flatMap(text -> id(text).stream()).toList();
        if (ids.size() < named.size()) {
            fields.fault("deliveries", "must be a list of ids of deliveries");
        }
        var reason = fields.parsed("reason", "is not a reason that deliveries are held for", Reason::of);
        var channel = fields.parsed("channel", "is not a channel", Channel::new);
        var template = fields.text("template", LONGEST_NAME);
        boolean filtered = reason.isPresent() || channel.isPresent() || template != null;
        if (filtered == fields.has("deliveries")) {
            fields.fault("deliveries", "either these, or at least one of reason, template and channel");
        }
        fields.refuseFaulty(HoldException::invalid);
        return new HoldOrder(
                ids,
                new Filter(
                        reason.orElse(null),
                        template,
                        channel.map(Channel::name).orElse(null),
                        null));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
