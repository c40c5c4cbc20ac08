package io.chancery.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chancery.archive.Archive;
import io.chancery.archive.Delivery;
import io.chancery.archive.Event;
import io.chancery.archive.KeptRendition;
import io.chancery.archive.ScreenArchive;
import io.chancery.message.MessageFilter.Narrowing;
import io.chancery.message.intake.Intake;
import io.chancery.message.intake.MessageRefusedException;
import io.chancery.message.intake.Repetition;
import io.chancery.message.store.CopyTable;
import io.chancery.message.store.CopyTable.Copy;
import io.chancery.message.store.MessageEntity;
import io.chancery.message.store.MessageRepository;
import io.chancery.message.view.MessageViews;
import io.chancery.platform.audit.AuditLog;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The messages on record: what was asked for, where it stands, what happened to it and what was sent. */
@ApplicationScoped
public class Messages {

    /** Calls off what is not being handed over yet. */
    public interface Cancellation {

        /**
         * Cancels every delivery of the message that waits, be it for its date, for its turn, or for another attempt.
         *
         * @param clientId the client that may see no message but its own, if there is such a limit
         * @throws io.chancery.platform.ProblemException if none of them does
         */
        void cancel(UUID messageId, Optional<UUID> clientId);
    }

    private final Intake intake;
    private final MessageRepository messages;
    private final MessageViews views;
    private final CopyTable copies;
    private final Archive archive;
    private final ScreenArchive screens;

    Messages(
            Intake intake,
            MessageRepository messages,
            MessageViews views,
            CopyTable copies,
            Archive archive,
            ScreenArchive screens) {
        this.intake = intake;
        this.messages = messages;
        this.views = views;
        this.copies = copies;
        this.archive = archive;
        this.screens = screens;
    }

    /**
     * Takes a message in, all of it or nothing.
     *
     * @param body of {@code POST /messages}
     * @throws io.chancery.platform.ProblemException if anything is wrong with it
     */
    @Transactional
    public MessageView accept(UUID clientId, JsonNode body) {
        // Nothing has happened to it that could have a reason.
        var accepted = views.withReasons(intake.accept(clientId, body), List.of(), "en");
        AuditLog.about(accepted.id());
        return accepted;
    }

    /**
     * Sends a message once more: a new one of the same client, with the same template, data and reference, which names in
     * its metadata the one that it {@code repeats}. Its guards decide anew; copies to others are not repeated.
     *
     * @param clientId the client that may see no message but its own, if there is such a limit
     * @throws MessageRefusedException if its data is erased, or if it was only tried
     */
    @Transactional
    public MessageView resend(UUID id, Optional<UUID> clientId) {
        var message = find(id, clientId);
        if (message.test || messages.isErased(message.customerId)) {
            throw MessageRefusedException.notRepeatable(message.test);
        }
        return accept(message.clientId, Repetition.of(message));
    }

    /** The messages that the filter lets through, newest first. */
    public List<MessageView> list(MessageFilter filter) {
        return list(filter, Narrowing.NONE).messages();
    }

    /**
     * Messages, newest first.
     *
     * @param lookedUpTo the last one that was looked at, if older ones may be found behind it; null if there are none, or the
     *     list is full
     */
    public record Listed(
            List<MessageView> messages, @Nullable UUID lookedUpTo) {}

    /** Those of them that are left when the list is narrowed down further. */
    public Listed list(MessageFilter filter, Narrowing narrowing) {
        var found = messages.find(filter, narrowing);
        var ids = found.ids();
        return new Listed(
                ids.isEmpty() ? List.of() : views.withoutReasons(ids, filter.customerIds()), found.lookedUpTo());
    }

    /**
     * One message, with the reason of each delivery that was stopped.
     *
     * @param clientId the client that may see no message but its own, if there is such a limit
     * @param language of the sentences, ISO 639-1
     */
    @Transactional
    public MessageView get(UUID id, Optional<UUID> clientId, String language) {
        return views.withReasons(find(id, clientId), archive.events(id), language);
    }

    /** What the message was asked for with; empty once its customer was erased. */
    @Transactional
    public Content content(UUID id, Optional<UUID> clientId) {
        var message = find(id, clientId);
        return messages.isErased(message.customerId)
                ? new Content(JsonNodeFactory.instance.objectNode(), message.metadata, List.of(), true)
                : new Content(
                        message.data,
                        message.metadata,
                        message.channels == null ? List.of() : List.of(message.channels),
                        false);
    }

    /**
     * What a message was asked for with.
     *
     * @param channels the wished ones; empty if that was left to preference and plan
     * @param erased whether the data are gone with the customer
     */
    public record Content(JsonNode data, JsonNode metadata, List<String> channels, boolean erased) {}

    /** Everything that happened to a message, on all channels, oldest first. */
    @Transactional
    public List<Event> events(UUID id, Optional<UUID> clientId) {
        return archive.events(find(id, clientId).id);
    }

    /**
     * The exact bytes that were rendered for one channel; for {@link Channel#SCREEN} those behind the link.
     *
     * @param copy its role, or the UCID of its reader; null for the message itself
     */
    @Transactional
    public KeptRendition rendition(UUID id, Channel channel, @Nullable String copy, Optional<UUID> clientId) {
        var message = find(id, clientId);
        var deliveries = archive.deliveries(List.of(message.id)).getOrDefault(message.id, List.of());
        var parts = copy == null ? Set.of(message.id) : parts(copies.of(deliveries), copy);
        return deliveries.stream()
                .filter(delivery -> parts.contains(delivery.partId()))
                .flatMap(delivery -> kept(delivery, channel).stream())
                .findFirst()
                .orElseThrow(UnknownMessageException::rendition);
    }

    private static Set<UUID> parts(Map<UUID, Copy> asked, String named) {
        return asked.values().stream()
                .filter(copy -> copy.role().equals(named) || copy.ucid().equals(named))
                .map(Copy::id)
                .collect(Collectors.toSet());
    }

    private Optional<KeptRendition> kept(Delivery delivery, Channel channel) {
        if (messages.isErased(delivery.customerId())) {
            return Optional.empty();
        }
        if (channel.equals(Channel.SCREEN)) {
            return screens.read(delivery.id(), false);
        }
        return delivery.channel().equals(channel) ? archive.findRendition(delivery.id()) : Optional.empty();
    }

    private MessageEntity find(UUID id, Optional<UUID> clientId) {
        return messages.findByIdOptional(id)
                .filter(message -> clientId.map(message.clientId::equals).orElse(true))
                .orElseThrow(UnknownMessageException::message);
    }
}
