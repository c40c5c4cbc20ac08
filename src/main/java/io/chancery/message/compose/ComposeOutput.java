package io.chancery.message.compose;

import io.chancery.archive.Archive;
import io.chancery.archive.Delivery;
import io.chancery.archive.NewDocument;
import io.chancery.archive.NewDocument.Part;
import io.chancery.archive.ScreenArchive;
import io.chancery.message.compose.Composing.Composed;
import io.chancery.message.compose.Composing.Composed.Ready;
import io.chancery.message.compose.Composing.Composed.Stopped;
import io.chancery.message.store.ComposeQueue;
import io.chancery.message.store.ComposeQueue.Waiting;
import io.chancery.platform.work.ShardLeases;
import io.chancery.vocabulary.Rendition;
import io.chancery.vocabulary.sms.PduParameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records what a batch came to: bytes and events kept, deliveries queued, all in one transaction or not at all. */
@ApplicationScoped
class ComposeOutput {

    private final ComposeQueue queue;
    private final Archive archive;
    private final ScreenArchive screenArchive;
    private final Sending sending;
    private final Unsent unsent;
    private final ShardLeases leases;

    ComposeOutput(
            ComposeQueue queue,
            Archive archive,
            ScreenArchive screenArchive,
            Sending sending,
            Unsent unsent,
            ShardLeases leases) {
        this.queue = queue;
        this.archive = archive;
        this.screenArchive = screenArchive;
        this.sending = sending;
        this.unsent = unsent;
        this.leases = leases;
    }

    @Transactional
    void record(Collection<Integer> shards, List<Waiting> waiting, List<Composed> composed) {
        leases.requireOwned(shards);
        // What was cancelled meanwhile is no longer in the queue, and is let go.
        var taken = queue.remove(waiting);
        unsent.record(select(composed, taken, Stopped.class));
        send(select(composed, taken, Ready.class));
    }

    private static <T extends Composed> List<T> select(List<Composed> composed, Set<UUID> taken, Class<T> kind) {
        return composed.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(one -> taken.contains(one.item().delivery().id()))
                .toList();
    }

    private void send(List<Ready> ready) {
        if (ready.isEmpty()) {
            return;
        }
        var details = new HashMap<UUID, Map<String, String>>();
        var screens = screenArchive.keep(
                ready.stream().flatMap(one -> Stream.ofNullable(one.screen())).toList(),
                ready.stream()
                        .map(one -> one.item().delivery())
                        .collect(Collectors.toMap(Delivery::id, Delivery::customerId)));
        for (var one : ready) {
            var id = one.item().delivery().id();
            details.put(id, joined(one.detail(), screens.getOrDefault(id, Map.of())));
        }
        sending.begin(
                ready, archive.keep(ready.stream().map(ComposeOutput::document).toList(), details));
    }

    private static NewDocument document(Ready one) {
        var delivery = one.item().delivery();
        var message = one.item().message();
        var used = Likenesses.used(
                one.item().version(),
                message.reference,
                message.data,
                one.item().reader(),
                one.detail());
        return new NewDocument(
                delivery.id(),
                delivery.customerId(),
                Part.SENT,
                one.rendition(),
                withParameters(used, one.rendition(), delivery.id()),
                Likenesses.kind(one.item()));
    }

    /** Of a text, what the network will be told of it beside its characters. */
    private static Map<String, Object> withParameters(Map<String, Object> used, Rendition rendition, UUID deliveryId) {
        if (!(rendition instanceof Rendition.Text text)) {
            return used;
        }
        var all = new HashMap<>(used);
        all.put("pdu", PduParameters.of(text, deliveryId));
        return all;
    }

    private static Map<String, String> joined(Map<String, String> detail, Map<String, String> more) {
        var all = new HashMap<>(detail);
        all.putAll(more);
        return all;
    }
}
