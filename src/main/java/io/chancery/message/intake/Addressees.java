package io.chancery.message.intake;

import io.chancery.customer.Customers;
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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

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

    /** @throws MessageRefusedException if nobody knows the customer */
    Addressee get(CustomerKey key, TemplateSettings settings) {
        return find(key, CUSTOMER, settings).orElseThrow(() -> MessageRefusedException.unknownCustomer(CUSTOMER));
    }

    /**
     * Those who get copies; one whom no channel of their role reaches is told so by the guards.
     *
     * @param reader who gets the message itself
     * @throws MessageRefusedException if nobody knows one of them, or somebody would get the message twice
     */
    List<AcceptedCopy> copies(List<CopyOrder> orders, UUID reader, TemplateSettings settings) {
        var copies = new ArrayList<AcceptedCopy>();
        var readers = new HashSet<>(Set.of(reader));
        for (int i = 0; i < orders.size(); i++) {
            var order = orders.get(i);
            var pointer = "/copies/" + i + CUSTOMER;
            var addressee = find(order.customer(), pointer, settings)
                    .orElseThrow(() -> MessageRefusedException.unknownCustomer(pointer));
            if (!readers.add(addressee.customerId())) {
                throw MessageRefusedException.invalid(
                        List.of(new Fault(pointer, "is a customer who gets the message already")));
            }
            copies.add(new AcceptedCopy(order.role(), addressee, channels(order.role(), addressee, settings.plan())));
        }
        return List.copyOf(copies);
    }

    private static List<Channel> channels(String role, Addressee addressee, ChannelPlan plan) {
        var byRole = plan.ofCopy(role);
        var first = new ChannelChoice(List.of(), byRole, addressee.recipient()).first();
        return first.isEmpty() ? byRole.channels().subList(0, 1) : first;
    }

    private Optional<Addressee> find(CustomerKey key, String pointer, TemplateSettings settings) {
        return findId(key, pointer)
                .flatMap(id -> recipients.find(id, settings).map(recipient -> new Addressee(id, recipient)));
    }

    private Optional<UUID> findId(CustomerKey key, String pointer) {
        if (key.source() != null && key.record() != null) {
            return customers.findId(key.source(), key.record());
        }
        try {
            return customers.findId(new Ucid(Objects.requireNonNull(key.ucid())));
        } catch (IllegalArgumentException e) {
            var detail = Objects.requireNonNullElse(e.getMessage(), "is not a UCID");
            throw MessageRefusedException.invalid(List.of(new Fault(pointer + "/ucid", detail)));
        }
    }
}
