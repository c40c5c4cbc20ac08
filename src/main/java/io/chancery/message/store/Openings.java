package io.chancery.message.store;

import io.chancery.archive.Archive;
import io.chancery.archive.NewDelivery;
import io.chancery.message.store.ComposeQueue.Waiting;
import io.chancery.message.store.CopyTable.Copy;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.work.WorkSignal;
import io.chancery.template.ChannelPlan;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens deliveries of a message: on record, queued for the composer, in the caller's transaction. */
@ApplicationScoped
public class Openings {

    private final Archive archive;
    private final ComposeQueue queue;
    private final DeadlineTable deadlines;
    private final WorkSignal signal;
    private final IdGenerator ids;
    private final Clock clock;

    Openings(
            Archive archive,
            ComposeQueue queue,
            DeadlineTable deadlines,
            WorkSignal signal,
            IdGenerator ids,
            Clock clock) {
        this.archive = archive;
        this.queue = queue;
        this.deadlines = deadlines;
        this.signal = signal;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens one delivery per channel; they begin at the message's own time.
     *
     * @param copy null for the message itself
     * @param plan that says how long each may take
     */
    public void open(MessageEntity message, @Nullable Copy copy, List<Channel> channels, ChannelPlan plan) {
        var copyId = copy == null ? null : copy.id();
        var detail = copy == null ? Map.<String, String>of() : Map.of("copy", copy.role());
        var deliveries = channels.stream()
                .map(channel -> new NewDelivery(ids.next(), message.id, copyId, channel, detail))
                .toList();
        archive.open(deliveries);
        queue.add(
                deliveries.stream()
                        .map(delivery -> Waiting.of(delivery.id(), message))
                        .toList(),
                message.sendAt);
        if (message.expiresAt != null) {
            deadlines.add(deliveries.stream().map(NewDelivery::id).toList(), message.expiresAt);
        }
        deliveries.forEach(delivery -> limit(delivery, message.sendAt, plan));
        signal.send();
    }

    private void limit(NewDelivery delivery, Instant sendAt, ChannelPlan plan) {
        var time = plan.fallbackAfter().get(delivery.channel());
        if (time != null) {
            var begin = Collections.max(List.of(sendAt, clock.instant()));
            deadlines.add(List.of(delivery.id()), begin.plus(time));
        }
    }
}
