package io.chancery.web;

import io.chancery.archive.Event;
import io.chancery.customer.Customers;
import io.chancery.message.MessageFilter;
import io.chancery.message.MessageView;
import io.chancery.message.MessageView.DeliveryView;
import io.chancery.message.Messages;
import io.chancery.template.Templates;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Ucid;
import io.chancery.web.rendition.DeliveryCard;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts together what a page shows from what the features know. */
@ApplicationScoped
class MessageAssembly {

    /** Nobody wants a page that never stops loading itself. */
    private static final Duration LOOKS_AGAIN_FOR = Duration.ofSeconds(30);

    private final Messages messages;
    private final Customers customers;
    private final Templates templates;
    private final Clock clock;

    MessageAssembly(Messages messages, Customers customers, Templates templates, Clock clock) {
        this.messages = messages;
        this.customers = customers;
        this.templates = templates;
        this.clock = clock;
    }

    MessageList list(MessageFilter filter, String language) {
        var found = messages.list(filter);
        var titles = new HashMap<String, String>();
        var rows = found.stream()
                .map(message -> new MessageList.Row(
                        message, titles.computeIfAbsent(message.subject().template(), key -> title(key, language))))
                .toList();
        return new MessageList(
                rows,
                filter.status() == null ? null : filter.status().code(),
                filter.after() == null ? null : filter.after().toString(),
                rows.size() < filter.limit());
    }

    MessagePage message(UUID id, String language) {
        var message = messages.get(id, Optional.empty(), language);
        var events = messages.events(id, Optional.empty());
        var cards = message.deliveries().stream()
                .map(delivery -> card(id, delivery, events))
                .toList();
        return new MessagePage(
                message,
                title(message.subject().template(), language),
                name(message.customer()),
                cards,
                events,
                looksAgain(message));
    }

    private DeliveryCard card(UUID id, DeliveryView delivery, List<Event> events) {
        boolean rendered = events.stream()
                .anyMatch(event ->
                        event.kind() == EventKind.RENDERED && event.deliveryId().equals(delivery.id()));
        var copy = delivery.copy() == null ? null : delivery.copy().customer().text();
        return DeliveryCard.of(
                delivery,
                rendered
                        ? Optional.of(messages.rendition(id, delivery.channel(), copy, Optional.empty())
                                .rendition())
                        : Optional.empty());
    }

    private boolean looksAgain(MessageView message) {
        var age = Duration.between(message.times().createdAt(), clock.instant());
        boolean open = message.deliveries().stream()
                .anyMatch(delivery -> !delivery.status().isFinal());
        return open && age.compareTo(LOOKS_AGAIN_FOR) < 0;
    }

    private String title(String template, String language) {
        return templates
                .findLive(template)
                .map(version -> version.settings().title().get(language))
                .orElse(template);
    }

    private String name(Ucid ucid) {
        return customers
                .findId(ucid)
                .flatMap(id ->
                        Optional.ofNullable(customers.recipients(List.of(id)).get(id)))
                .map(recipient -> recipient.name().full())
                .orElse("");
    }
}
