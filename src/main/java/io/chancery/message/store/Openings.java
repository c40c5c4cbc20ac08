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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
     * Part of a message that begins on these channels.
     *
     * @param copy null for the message itself
     * @param plan that says how long each channel may take
     */
    public record Opening(MessageEntity message, @Nullable Copy copy, List<Channel> channels, ChannelPlan plan) {}

    /** Opens one delivery per channel of one part; they begin at the message's own time. */
    public void open(MessageEntity message, @Nullable Copy copy, List<Channel> channels, ChannelPlan plan) {
        open(List.of(new Opening(message, copy, channels, plan)));
    }

    /** The same of many parts, in a few statements. */
    public void open(List<Opening> openings) {
        var now = clock.instant();
        var opened = new ArrayList<NewDelivery>();
        var waiting = new HashMap<Instant, List<Waiting>>();
        var due = new HashMap<Instant, List<UUID>>();
        for (var opening : openings) {
            var begin = Collections.max(List.of(opening.message().sendAt, now));
            for (var channel : opening.channels()) {
                var delivery = delivery(opening, channel);
                opened.add(delivery);
                waiting.computeIfAbsent(begin, time -> new ArrayList<>())
                        .add(Waiting.of(delivery.id(), opening.message()));
                deadlines(opening, channel, begin)
                        .forEach(time -> due.computeIfAbsent(time, at -> new ArrayList<>())
                                .add(delivery.id()));
            }
        }
        archive.open(opened);
        waiting.forEach((begin, places) -> queue.add(places, begin));
        due.forEach((time, ids) -> deadlines.add(ids, time));
        signal.send(ComposeQueue.SIGNAL);
    }

    private NewDelivery delivery(Opening opening, Channel channel) {
        var copy = opening.copy();
        return new NewDelivery(
                ids.next(),
                copy == null ? opening.message().customerId : copy.customerId(),
                opening.message().id,
                copy == null ? null : copy.id(),
                channel,
                copy == null ? Map.of() : Map.of("copy", copy.role()));
    }

    private static List<Instant> deadlines(Opening opening, Channel channel, Instant begin) {
        var times = new ArrayList<Instant>();
        if (opening.message().expiresAt != null) {
            times.add(opening.message().expiresAt);
        }
        var limit = opening.plan().fallbackAfter().get(channel);
        if (limit != null) {
            times.add(begin.plus(limit));
        }
        return times;
    }
}
