package io.chancery.web.message;

import io.chancery.archive.Event;
import io.chancery.customer.Customers;
import io.chancery.message.MessageFilter;
import io.chancery.message.MessageFilter.Narrowing;
import io.chancery.message.MessageView.DeliveryView;
import io.chancery.message.Messages;
import io.chancery.message.Messages.Listed;
import io.chancery.message.Visibility;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.security.ApiClient;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.MessageStatus;
import io.chancery.vocabulary.Ucid;
import io.chancery.web.Reader;
import io.chancery.web.TemplateTitles;
import io.chancery.web.rendition.DeliveryCard;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what a page shows from what the features know. */
@ApplicationScoped
class MessageAssembly {

    private static final Listed NOTHING = new Listed(List.of(), null);
    private static final int PAGE_SIZE = 25;
    private static final List<String> CHANNELS = List.of("print", "email", "sms");

    private final Messages messages;
    private final Customers customers;
    private final TemplateTitles templates;
    private final SecurityIdentity caller;

    MessageAssembly(Messages messages, Customers customers, TemplateTitles templates, SecurityIdentity caller) {
        this.messages = messages;
        this.customers = customers;
        this.templates = templates;
        this.caller = caller;
    }

    MessageList list(MessageQuery query, Reader reader) {
        var fault = fault(query, reader);
        var found = fault == null ? find(query, reader) : NOTHING;
        var titles = new HashMap<String, String>();
        var rows = found.messages().stream()
                .map(message -> new MessageList.Row(
                        message,
                        titles.computeIfAbsent(
                                message.subject().template(), key -> templates.of(key, reader.language()))))
                .toList();
        return new MessageList(
                rows,
                query,
                rows.size() < PAGE_SIZE,
                found.lookedUpTo(),
                templates.choices(reader.language()),
                CHANNELS,
                fault);
    }

    /** The field that says nothing that could be looked for. */
    private static @Nullable String fault(MessageQuery query, Reader reader) {
        var customer = query.of("customer");
        if (!customer.isEmpty() && parse(customer, Ucid::new).isEmpty()) {
            return "customer";
        }
        return Stream.of("from", "until")
                .filter(field ->
                        !query.of(field).isEmpty() && MessageQuery.begin(query.of(field), reader.zone(), 0) == null)
                .findFirst()
                .orElse(null);
    }

    private Listed find(MessageQuery query, Reader reader) {
        var customer = parse(query.of("customer"), Ucid::new);
        var customerId = customer.flatMap(customers::findId);
        if (customer.isPresent() && customerId.isEmpty()) {
            return NOTHING;
        }
        var end = MessageQuery.begin(query.of("until"), reader.zone(), 1);
        var before = query.after == null && end != null ? IdGenerator.floor(end) : query.after;
        var filter = new MessageFilter(
                Visibility.of(caller).orElse(null),
                customerId.map(customers::idsOf).orElse(null),
                text(query, "template"),
                text(query, "reference"),
                parse(query.of("status"), MessageStatus::of).orElse(null),
                before,
                ApiClient.isTest(caller),
                PAGE_SIZE);
        var narrowing = new Narrowing(
                parse(query.of("channel"), Channel::new).orElse(null),
                MessageQuery.begin(query.of("from"), reader.zone(), 0));
        return messages.list(filter, narrowing);
    }

    private static @Nullable String text(MessageQuery query, String field) {
        return query.of(field).isEmpty() ? null : query.of(field);
    }

    private static <T> Optional<T> parse(String text, java.util.function.Function<String, T> parser) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(parser.apply(text));
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    MessagePage message(UUID id, MessageTab tab, String language) {
        var clientId = Visibility.of(caller);
        var message = messages.get(id, clientId, language);
        var events = messages.events(id, clientId);
        var cards = message.deliveries().stream()
                .filter(delivery -> tab.shows(delivery.channel()))
                .map(delivery -> card(id, delivery, events))
                .toList();
        var tabs = Stream.of(MessageTab.values())
                .filter(one -> !one.isChannel()
                        || message.deliveries().stream().anyMatch(delivery -> one.shows(delivery.channel())))
                .toList();
        return new MessagePage(
                message,
                templates.of(message.subject().template(), language),
                name(message.customer()),
                tab,
                tabs,
                cards,
                events);
    }

    Messages.Content content(UUID id) {
        return messages.content(id, Visibility.of(caller));
    }

    private DeliveryCard card(UUID id, DeliveryView delivery, List<Event> events) {
        boolean rendered = events.stream()
                .anyMatch(event ->
                        event.kind() == EventKind.RENDERED && event.deliveryId().equals(delivery.id()));
        var copy = delivery.copy() == null ? null : delivery.copy().customer().text();
        return DeliveryCard.of(
                delivery,
                rendered
                        ? Optional.of(messages.rendition(id, delivery.channel(), copy, Visibility.of(caller))
                                .rendition())
                        : Optional.empty());
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
