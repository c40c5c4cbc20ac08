package io.chancery.message.compose;

import io.chancery.archive.Archive;
import io.chancery.archive.NewEvent;
import io.chancery.archive.ScreenArchive;
import io.chancery.dispatch.Dispatcher;
import io.chancery.dispatch.QueuedDelivery;
import io.chancery.message.compose.Composing.Composed;
import io.chancery.message.compose.Composing.Composed.Ready;
import io.chancery.message.compose.Composing.Composed.Stopped;
import io.chancery.message.plan.FollowUp;
import io.chancery.message.store.ComposeQueue;
import io.chancery.message.store.ComposeQueue.Waiting;
import io.chancery.platform.work.ShardLeases;
import io.chancery.template.ChannelPlan;
import io.chancery.vocabulary.Rendition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Records what a batch came to: bytes and events kept, deliveries queued, all in one transaction or not at all. */
@ApplicationScoped
class ComposeOutput {

    private final ComposeQueue queue;
    private final Archive archive;
    private final ScreenArchive screenArchive;
    private final Dispatcher dispatcher;
    private final FollowUp followUp;
    private final ShardLeases leases;

    ComposeOutput(
            ComposeQueue queue,
            Archive archive,
            ScreenArchive screenArchive,
            Dispatcher dispatcher,
            FollowUp followUp,
            ShardLeases leases) {
        this.queue = queue;
        this.archive = archive;
        this.screenArchive = screenArchive;
        this.dispatcher = dispatcher;
        this.followUp = followUp;
        this.leases = leases;
    }

    @Transactional
    void record(Collection<Integer> shards, List<Waiting> waiting, List<Composed> composed) {
        leases.requireOwned(shards);
        // What was cancelled meanwhile is no longer in the queue, and is let go.
        var taken = queue.remove(waiting);
        stop(select(composed, taken, Stopped.class));
        send(select(composed, taken, Ready.class));
    }

    private static <T extends Composed> List<T> select(List<Composed> composed, Set<UUID> taken, Class<T> kind) {
        return composed.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(one -> taken.contains(one.item().delivery().id()))
                .toList();
    }

    private void stop(List<Stopped> stopped) {
        if (stopped.isEmpty()) {
            return;
        }
        stopped.forEach(this::postpone);
        archive.record(stopped.stream()
                .map(one -> NewEvent.because(
                        one.item().delivery().id(),
                        one.stop().kind(),
                        one.stop().reason(),
                        one.detail()))
                .toList());
        followUp.follow(stopped.stream().map(one -> one.item().delivery().id()).toList());
    }

    /** What is only held until a time goes back to wait for it, apart from what is ready. */
    private void postpone(Stopped stopped) {
        var until = stopped.stop().until();
        if (until != null) {
            queue.add(List.of(stopped.item().waiting()), until);
        }
    }

    private void send(List<Ready> ready) {
        if (ready.isEmpty()) {
            return;
        }
        var renditions = new HashMap<UUID, Rendition>();
        var details = new HashMap<UUID, Map<String, String>>();
        var screens = screenArchive.keep(
                ready.stream().flatMap(one -> Stream.ofNullable(one.screen())).toList());
        for (var one : ready) {
            var id = one.item().delivery().id();
            renditions.put(id, one.rendition());
            details.put(id, joined(one.detail(), screens.getOrDefault(id, Map.of())));
        }
        archive.keep(renditions, details);
        dispatcher.enqueue(ready.stream().map(this::queued).toList());
    }

    private static Map<String, String> joined(Map<String, String> detail, Map<String, String> more) {
        var all = new HashMap<>(detail);
        all.putAll(more);
        return all;
    }

    private QueuedDelivery queued(Ready ready) {
        var item = ready.item();
        var plan = item.version().settings().plan();
        return new QueuedDelivery(
                item.delivery().id(),
                item.delivery().channel(),
                item.waiting().shard(),
                item.waiting().priority() == 1,
                plan.onUncertain() == ChannelPlan.OnUncertain.RESEND_FLAGGED,
                dispatcher
                        .destination(item.delivery().channel(), ready.rendition())
                        .orElse(null));
    }
}
