package io.chancery.message.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.customer.Customers;
import io.chancery.message.intake.MessageOrder.CustomerKey;
import io.chancery.message.plan.ChannelChoice;
import io.chancery.message.plan.Recipients;
import io.chancery.platform.Fault;
import io.chancery.platform.IdGenerator;
import io.chancery.render.Renderer;
import io.chancery.template.TemplateVersion;
import io.chancery.template.Templates;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Recipient;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes a message in: all of it in one transaction, or nothing. */
@ApplicationScoped
public class Intake {

    private final Templates templates;
    private final Customers customers;
    private final Renderer renderer;
    private final MessageWriter writer;
    private final Recipients recipients;
    private final IdGenerator ids;

    Intake(
            Templates templates,
            Customers customers,
            Renderer renderer,
            MessageWriter writer,
            Recipients recipients,
            IdGenerator ids) {
        this.templates = templates;
        this.customers = customers;
        this.renderer = renderer;
        this.writer = writer;
        this.recipients = recipients;
        this.ids = ids;
    }

    /**
     * Checks the request, puts message, deliveries and events on record and wakes the composer.
     *
     * @return the id of the message
     * @throws MessageRefusedException if anything is wrong with it; then nothing has changed
     */
    @Transactional
    public UUID accept(UUID clientId, JsonNode body) {
        return accept(ids.next(), clientId, body);
    }

    /** The same, for a message whose id was given before. */
    UUID accept(UUID id, UUID clientId, JsonNode body) {
        var reader = new OrderReader(renderer.channels());
        var order = reader.read(body);
        var faults = new ArrayList<>(reader.faults());
        var version = templates.getLive(order.template());
        faults.addAll(templates.check(version, order.data()));
        faults.addAll(languageFaults(order, version));
        if (!faults.isEmpty()) {
            throw MessageRefusedException.invalid(faults);
        }
        var customerId = find(order.customer()).orElseThrow(MessageRefusedException::unknownCustomer);
        var recipient =
                recipients.find(customerId, version.settings()).orElseThrow(MessageRefusedException::unknownCustomer);
        var channels = chooseChannels(order, version, recipient);
        return writer.write(new AcceptedMessage(id, clientId, customerId, order, version, recipient, channels));
    }

    private static List<Fault> languageFaults(MessageOrder order, TemplateVersion version) {
        var language = order.options().language();
        var languages = version.settings().languages();
        return language == null || languages.contains(language)
                ? List.of()
                : List.of(new Fault("/language", "the template has only " + languages));
    }

    private Optional<UUID> find(CustomerKey key) {
        if (key.source() != null && key.record() != null) {
            return customers.findId(key.source(), key.record());
        }
        try {
            return customers.findId(new Ucid(Objects.requireNonNull(key.ucid())));
        } catch (IllegalArgumentException e) {
            throw MessageRefusedException.invalid(
                    List.of(new Fault("/customer/ucid", Objects.requireNonNullElse(e.getMessage(), "is not a UCID"))));
        }
    }

    private static List<Channel> chooseChannels(MessageOrder order, TemplateVersion version, Recipient recipient) {
        var choice =
                new ChannelChoice(order.options().channels(), version.settings().plan(), recipient);
        var first = choice.first();
        if (first.isEmpty()) {
            var names = choice.candidates().stream().map(Channel::name).collect(Collectors.joining(" or "));
            var pointer = order.options().channels().isEmpty() ? "/customer" : "/channels";
            throw MessageRefusedException.noUsableContactPoint(pointer, names);
        }
        return first;
    }
}
