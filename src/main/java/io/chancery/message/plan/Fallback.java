package io.chancery.message.plan;

import io.chancery.archive.Archive;
import io.chancery.archive.Delivery;
import io.chancery.message.store.CopyTable;
import io.chancery.message.store.CopyTable.Copy;
import io.chancery.message.store.MessageEntity;
import io.chancery.message.store.MessageRepository;
import io.chancery.message.store.Openings;
import io.chancery.template.ChannelPlan;
import io.chancery.template.TemplateSettings;
import io.chancery.template.Templates;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Starts the next channel of what has ended without success: of a message by its plan, of a copy by that of its role. */
@ApplicationScoped
public class Fallback {

    private final MessageRepository messages;
    private final CopyTable copies;
    private final Recipients recipients;
    private final Templates templates;
    private final Openings openings;
    private final Archive archive;

    Fallback(
            MessageRepository messages,
            CopyTable copies,
            Recipients recipients,
            Templates templates,
            Openings openings,
            Archive archive) {
        this.messages = messages;
        this.copies = copies;
        this.recipients = recipients;
        this.templates = templates;
        this.openings = openings;
        this.archive = archive;
    }

    /** A message or a copy of it, with all that was tried for it. */
    private record Part(MessageEntity message, @Nullable Copy copy, List<Delivery> tried) {

        private UUID customerId() {
            return copy == null ? message.customerId : copy.customerId();
        }

        private ChannelChoice choice(ChannelPlan plan, Recipient recipient) {
            return copy == null
                    ? new ChannelChoice(requested(message), plan, recipient)
                    : new ChannelChoice(List.of(), plan.ofCopy(copy.role()), recipient);
        }
    }

    /**
     * @param failed all that was tried for each message or copy
     * @return {@link Delivery#partId} of those that go on
     */
    Set<UUID> startNext(List<List<Delivery>> failed) {
        if (failed.isEmpty()) {
            return Set.of();
        }
        var asked = copies.of(failed.stream().flatMap(List::stream).toList());
        var byMessage = failed.stream()
                .collect(Collectors.groupingBy(tried -> tried.get(0).messageId()));
        return messages.findAll(byMessage.keySet()).stream()
                .flatMap(message -> byMessage.getOrDefault(message.id, List.of()).stream()
                        .map(tried -> new Part(message, asked.get(tried.get(0).partId()), tried)))
                .filter(this::startNext)
                .map(part -> part.tried().get(0).partId())
                .collect(Collectors.toSet());
    }

    private boolean startNext(Part part) {
        var settings = templates.get(part.message().templateVersionId).settings();
        var next = next(part, settings);
        next.ifPresent(channel -> openings.open(part.message(), part.copy(), List.of(channel), settings.plan()));
        return next.isPresent();
    }

    private Optional<Channel> next(Part part, TemplateSettings settings) {
        if (part.tried().stream().anyMatch(delivery -> delivery.status().isWithdrawn())) {
            return Optional.empty();
        }
        var tried = part.tried().stream().map(Delivery::channel).collect(Collectors.toSet());
        return recipients
                .find(part.customerId(), settings)
                .flatMap(recipient -> part.choice(settings.plan(), recipient).next(tried));
    }

    /** Whether there is a channel that would follow on a delivery, and on all that was tried before it. */
    public boolean hasNext(MessageEntity message, Delivery delivery) {
        var tried = archive.deliveries(List.of(message.id)).getOrDefault(message.id, List.of()).stream()
                .filter(other -> other.partId().equals(delivery.partId()))
                .toList();
        var copy = copies.of(tried).get(tried.get(0).partId());
        var settings = templates.get(message.templateVersionId).settings();
        return next(new Part(message, copy, tried), settings).isPresent();
    }

    private static List<Channel> requested(MessageEntity message) {
        return message.channels == null
                ? List.of()
                : Arrays.stream(message.channels).map(Channel::new).toList();
    }
}
