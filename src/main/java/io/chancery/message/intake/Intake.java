package io.chancery.message.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.message.intake.AcceptedMessage.Origin;
import io.chancery.message.intake.Addressees.Found;
import io.chancery.message.plan.ChannelChoice;
import io.chancery.message.store.MessageEntity;
import io.chancery.platform.Fault;
import io.chancery.platform.IdGenerator;
import io.chancery.render.Renderer;
import io.chancery.template.TemplateVersion;
import io.chancery.template.Templates;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes a message in: all of it in one transaction, or nothing. */
@ApplicationScoped
public class Intake {

    private final Templates templates;
    private final Renderer renderer;
    private final MessageWriter writer;
    private final Addressees addressees;
    private final IdGenerator ids;
    private final Clock clock;

    Intake(
            Templates templates,
            Renderer renderer,
            MessageWriter writer,
            Addressees addressees,
            IdGenerator ids,
            Clock clock) {
        this.templates = templates;
        this.renderer = renderer;
        this.writer = writer;
        this.addressees = addressees;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Checks the request, puts message, deliveries and events on record and wakes the composer.
     *
     * @return the message, as it is on record now
     * @throws MessageRefusedException if anything is wrong with it; then nothing has changed
     */
    @Transactional
    public MessageEntity accept(UUID clientId, JsonNode body) {
        return accept(ids.next(), clientId, body);
    }

    /** The same, for a message whose id was given before. */
    MessageEntity accept(UUID id, UUID clientId, JsonNode body) {
        var order = read(body, templates::getLive);
        var found = addressees.find(List.of(order.order()), order.version().settings());
        return writer.write(List.of(address(new Origin(id, clientId, null), order, found)))
                .get(0);
    }

    /** A request that is right in itself, whomever it is for. */
    record SoundOrder(MessageOrder order, TemplateVersion version) {}

    /**
     * Checks a request without its customers.
     *
     * @param versions the version of each template to check against
     * @throws MessageRefusedException if anything is wrong with it
     */
    SoundOrder read(JsonNode body, Function<String, TemplateVersion> versions) {
        var reader = new OrderReader(renderer.channels(), clock.instant());
        var order = reader.read(body);
        var faults = new ArrayList<>(reader.faults());
        var version = versions.apply(order.template());
        faults.addAll(templates.check(version, order.data()));
        faults.addAll(languageFaults(order, version));
        faults.addAll(roleFaults(order, version));
        if (!faults.isEmpty()) {
            throw MessageRefusedException.invalid(faults);
        }
        return new SoundOrder(order, version);
    }

    /**
     * Checks for whom a request is, and by which channels they can be reached.
     *
     * @param found its customers, and perhaps others
     * @throws MessageRefusedException if anything is wrong with it
     */
    static AcceptedMessage address(Origin origin, SoundOrder sound, Found found) {
        var order = sound.order();
        var version = sound.version();
        var addressee = found.get(order.customer());
        var channels = chooseChannels(order, version, addressee.recipient());
        var copies = Addressees.copies(
                order.copies(),
                addressee.customerId(),
                found,
                version.settings().plan());
        return new AcceptedMessage(origin, addressee, order, version, channels, copies);
    }

    /** What is wrong with the form of a request, whomever it is for. */
    List<Fault> formFaults(JsonNode body, TemplateVersion version) {
        var reader = new OrderReader(renderer.channels(), clock.instant());
        var order = reader.read(body);
        var faults = new ArrayList<>(reader.faults());
        faults.addAll(languageFaults(order, version));
        return faults;
    }

    private static List<Fault> languageFaults(MessageOrder order, TemplateVersion version) {
        var language = order.options().language();
        var languages = version.settings().languages();
        return language == null || languages.contains(language)
                ? List.of()
                : List.of(new Fault("/language", "the template has only " + languages));
    }

    private static List<Fault> roleFaults(MessageOrder order, TemplateVersion version) {
        var roles = version.settings().plan().copies().keySet();
        var faults = new ArrayList<Fault>();
        for (int i = 0; i < order.copies().size(); i++) {
            var role = order.copies().get(i).role();
            if (!role.isEmpty() && !roles.contains(role)) {
                faults.add(new Fault("/copies/" + i + "/role", "is not a role of the template; it has " + roles));
            }
        }
        return faults;
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
