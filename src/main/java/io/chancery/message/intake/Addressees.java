package io.chancery.message.intake;

import io.chancery.customer.Customers;
import io.chancery.customer.Customers.RecordKey;
import io.chancery.message.intake.AcceptedMessage.AcceptedCopy;
import io.chancery.message.intake.MessageOrder.CopyOrder;
import io.chancery.message.intake.MessageOrder.CustomerKey;
import io.chancery.message.plan.ChannelChoice;
import io.chancery.message.plan.Recipients;
import io.chancery.platform.Fault;
import io.chancery.template.ChannelPlan;
import io.chancery.template.TemplateSettings;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Recipient;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the customer whom a message is for, and those who get copies. */
@ApplicationScoped
class Addressees {

    private static final String CUSTOMER = "/customer";

    private final Customers customers;
    private final Recipients recipients;

    Addressees(Customers customers, Recipients recipients) {
        this.customers = customers;
        this.recipients = recipients;
    }

    /** A customer as they are today. */
    record Addressee(UUID customerId, Recipient recipient) {}

    /** The customers of several orders, as far as anybody knows them. */
    record Found(Map<CustomerKey, Addressee> addressees, Set<CustomerKey> erased) {

        /**
         * @param pointer where the key stands in the request
         * @throws MessageRefusedException if nobody knows the customer
         */
        private Addressee get(CustomerKey key, String pointer) {
            var found = addressees.get(key);
            if (found != null) {
                return found;
            }
            checkUcid(key, pointer);
            if (erased.contains(key)) {
                throw MessageRefusedException.erasedCustomer(pointer);
            }
            throw MessageRefusedException.unknownCustomer(pointer);
        }

        /** @throws MessageRefusedException if nobody knows the customer */
        Addressee get(CustomerKey key) {
            return get(key, CUSTOMER);
        }
    }

    /** Finds all customers whom orders of one template name, in as few questions as for one. */
    Found find(Collection<MessageOrder> orders, TemplateSettings settings) {
        var keys = orders.stream()
                .flatMap(order -> Stream.concat(
                        Stream.of(order.customer()), order.copies().stream().map(CopyOrder::customer)))
                .collect(Collectors.toSet());
        var ids = ids(keys);
        var recipients = this.recipients.find(Set.copyOf(ids.values()), settings);
        var found = new HashMap<CustomerKey, Addressee>();
        ids.forEach((key, id) -> Optional.ofNullable(recipients.get(id))
                .ifPresent(recipient -> found.put(key, new Addressee(id, recipient))));
        return new Found(found, erased(keys, ids.keySet()));
    }

    private Set<CustomerKey> erased(Set<CustomerKey> asked, Set<CustomerKey> found) {
        return asked.stream()
                .filter(key -> !found.contains(key))
                .filter(key -> key.ucid() != null
                        && ucid(key.ucid()).filter(customers::isErased).isPresent())
                .collect(Collectors.toSet());
    }

    private Map<CustomerKey, UUID> ids(Set<CustomerKey> keys) {
        var records = new HashMap<CustomerKey, RecordKey>();
        var ucids = new HashMap<CustomerKey, Ucid>();
        for (var key : keys) {
            if (key.source() != null && key.record() != null) {
                records.put(key, new RecordKey(key.source(), key.record()));
            } else if (key.ucid() != null) {
                ucid(key.ucid()).ifPresent(ucid -> ucids.put(key, ucid));
            }
        }
        var ids = new HashMap<CustomerKey, UUID>();
        join(records, customers::ofRecords, ids);
        join(ucids, customers::ofUcids, ids);
        return ids;
    }

    private static <K> void join(
            Map<CustomerKey, K> names, Function<Set<K>, Map<K, UUID>> customers, Map<CustomerKey, UUID> ids) {
        if (!names.isEmpty()) {
            var known = customers.apply(Set.copyOf(names.values()));
            names.forEach((key, name) -> Optional.ofNullable(known.get(name)).ifPresent(id -> ids.put(key, id)));
        }
    }

    /** Empty if it is none, which is told to whoever asks for that customer. */
    private static Optional<Ucid> ucid(String text) {
        try {
            return Optional.of(new Ucid(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Those who get copies; one whom no channel of their role reaches is told so by the guards.
     *
     * @param reader who gets the message itself
     * @throws MessageRefusedException if nobody knows one of them, or somebody would get the message twice
     */
    static List<AcceptedCopy> copies(List<CopyOrder> orders, UUID reader, Found found, ChannelPlan plan) {
        var copies = new ArrayList<AcceptedCopy>();
        var readers = new HashSet<>(Set.of(reader));
        for (int i = 0; i < orders.size(); i++) {
            var order = orders.get(i);
            var pointer = "/copies/" + i + CUSTOMER;
            var addressee = found.get(order.customer(), pointer);
            if (!readers.add(addressee.customerId())) {
                throw MessageRefusedException.invalid(
                        List.of(new Fault(pointer, "is a customer who gets the message already")));
            }
            copies.add(new AcceptedCopy(order.role(), addressee, channels(order.role(), addressee, plan)));
        }
        return List.copyOf(copies);
    }

    private static List<Channel> channels(String role, Addressee addressee, ChannelPlan plan) {
        var byRole = plan.ofCopy(role);
        var first = new ChannelChoice(List.of(), byRole, addressee.recipient()).first();
        return first.isEmpty() ? byRole.channels().subList(0, 1) : first;
    }

    private static void checkUcid(CustomerKey key, String pointer) {
        try {
            if (key.ucid() != null) {
                new Ucid(key.ucid());
            }
        } catch (IllegalArgumentException e) {
            var detail = Objects.requireNonNullElse(e.getMessage(), "is not a UCID");
            throw MessageRefusedException.invalid(List.of(new Fault(pointer + "/ucid", detail)));
        }
    }
}
