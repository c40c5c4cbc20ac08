package io.chancery.web.customer;

import io.chancery.customer.Customers;
import io.chancery.message.MessageFilter;
import io.chancery.message.MessageView;
import io.chancery.message.Messages;
import io.chancery.vocabulary.MessageStatus;
import io.chancery.web.TemplateTitles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts all messages to a customer in one line, each with its why. */
@ApplicationScoped
class Timelines {

    private static final int SHOWN = 12;
    /** Of one channel so many are looked through at most; then the reader may go on from there. */
    private static final int LOOKED_THROUGH = 200;

    private final Messages messages;
    private final Customers customers;
    private final TemplateTitles templates;

    Timelines(Messages messages, Customers customers, TemplateTitles templates) {
        this.messages = messages;
        this.customers = customers;
        this.templates = templates;
    }

    /** @param language of the sentences, ISO 639-1 */
    Timeline of(UUID customerId, Timeline.Filter filter, String language) {
        int looked = filter.channel() == null ? SHOWN + 1 : LOOKED_THROUGH;
        var found = messages.list(new MessageFilter(
                null, customers.idsOf(customerId), null, null, status(filter), after(filter), false, looked));
        var shown = new ArrayList<MessageView>();
        int seen = 0;
        while (seen < found.size() && shown.size() < SHOWN) {
            var message = found.get(seen++);
            if (isOn(message, filter.channel())) {
                shown.add(message);
            }
        }
        boolean more = seen < found.size() || found.size() == looked;
        var next = more && seen > 0 ? found.get(seen - 1).id().toString() : null;
        return new Timeline(entries(shown, language), filter, next);
    }

    private static boolean isOn(MessageView message, @Nullable String channel) {
        return channel == null
                || message.deliveries().stream()
                        .anyMatch(delivery -> delivery.channel().name().equals(channel));
    }

    private List<Timeline.Entry> entries(List<MessageView> shown, String language) {
        var titles = new HashMap<String, String>();
        return shown.stream()
                .map(message -> new Timeline.Entry(
                        told(message, language),
                        titles.computeIfAbsent(message.subject().template(), key -> templates.of(key, language)),
                        message.metadata().path("repeats").asText(null)))
                .toList();
    }

    /** With reasons; of a message to somebody else no more is told than the copy. */
    private MessageView told(MessageView message, String language) {
        boolean copy = message.deliveries().stream().anyMatch(delivery -> delivery.copy() != null);
        return copy ? message : messages.get(message.id(), Optional.empty(), language);
    }

    private static @Nullable MessageStatus status(Timeline.Filter filter) {
        try {
            return filter.status() == null ? null : MessageStatus.of(filter.status());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable UUID after(Timeline.Filter filter) {
        try {
            return filter.after() == null ? null : UUID.fromString(filter.after());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
