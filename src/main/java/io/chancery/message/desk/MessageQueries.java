package io.chancery.message.desk;

import io.chancery.customer.Customers;
import io.chancery.message.MessageFilter;
import io.chancery.message.Visibility;
import io.chancery.platform.Fault;
import io.chancery.platform.security.ApiClient;
import io.chancery.vocabulary.MessageStatus;
import io.chancery.vocabulary.Ucid;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns query parameters into a filter, and refuses those that make no sense. */
@ApplicationScoped
class MessageQueries {

    private static final int LIMIT = 200;
    private static final String STATUS_FAULT = Stream.of(MessageStatus.values())
            .map(MessageStatus::code)
            .collect(Collectors.joining(", ", "must be one of ", ""));

    private final Customers customers;

    MessageQueries(Customers customers) {
        this.customers = customers;
    }

    /** The filter; empty if it names a customer whom nobody knows. */
    Optional<MessageFilter> filter(MessageQuery query, SecurityIdentity caller) {
        var ucid = parse("customer", query.customer, Ucid::new, "is not a UCID");
        var status = parse("status", query.status, MessageStatus::of, STATUS_FAULT);
        var after = parse("after", query.after, UUID::fromString, "is not the id of a message");
        if (query.limit < 1 || query.limit > LIMIT) {
            throw refused("limit", "must be 1 to " + LIMIT);
        }
        var customerId = ucid == null ? Optional.<UUID>empty() : customers.findId(ucid);
        if (ucid != null && customerId.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MessageFilter(
                Visibility.of(caller).orElse(null),
                customerId.map(customers::idsOf).orElse(null),
                query.template,
                query.reference,
                status,
                after,
                query.test || ApiClient.isTest(caller),
                query.limit));
    }

    private static <T> @Nullable T parse(String name, @Nullable String text, Function<String, T> parser, String fault) {
        try {
            return text == null ? null : parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw refused(name, fault);
        }
    }

    private static InvalidQueryException refused(String name, String detail) {
        return new InvalidQueryException(List.of(new Fault("/" + name, detail)));
    }
}
