package io.chancery.dispatch;

import io.chancery.archive.Archive;
import io.chancery.archive.NewEvent;
import io.chancery.dispatch.queue.DispatchQueue;
import io.chancery.dispatch.queue.Withdrawal;
import io.chancery.platform.work.WorkSignal;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Reason;
import io.chancery.vocabulary.Rendition;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes deliveries over and sees that each is handed to a provider, once, in its turn. */
@ApplicationScoped
public class Dispatcher {

    private final DispatchQueue queue;
    private final Withdrawal withdrawal;
    private final Archive archive;
    private final WorkSignal signal;
    private final Map<Channel, ChannelAdapters> adapters;

    Dispatcher(
            DispatchQueue queue,
            Withdrawal withdrawal,
            Archive archive,
            WorkSignal signal,
            @All List<ChannelAdapter> adapters) {
        this.queue = queue;
        this.withdrawal = withdrawal;
        this.archive = archive;
        this.signal = signal;
        this.adapters = ChannelAdapters.byChannel(adapters);
    }

    /** The channels that have a provider. */
    public Set<Channel> channels() {
        return adapters.keySet();
    }

    /** Whether it is told in the end of each delivery on a channel whether it has arrived. */
    public boolean confirms(Channel channel) {
        var found = adapters.get(channel);
        return found != null && found.confirms();
    }

    /** Where deliveries go, for people: all providers of all channels. */
    public List<ProviderEndpoint> endpoints() {
        return adapters.values().stream()
                .flatMap(channel -> channel.providers().stream())
                .map(Provider::endpoint)
                .toList();
    }

    /** A provider by the name that stands in the record of attempts. */
    public record NamedProvider(String name, ProviderEndpoint endpoint) {}

    /** The same with their names. */
    public List<NamedProvider> named() {
        return adapters.values().stream()
                .flatMap(channel -> channel.providers().stream())
                .map(provider -> new NamedProvider(provider.profile().name(), provider.endpoint()))
                .toList();
    }

    /** Where a rendition goes, if so many a second may go there at most; for its {@link QueuedDelivery}. */
    public Optional<String> destination(Channel channel, Rendition rendition) {
        var found = adapters.get(channel);
        return found == null ? Optional.empty() : found.destination(rendition);
    }

    /**
     * A rendition as it will be handed over, and so as it has to be archived: with what its channel adds, such as a signature. Only for
     * what is sent: nobody may get hold of a signed mail that we did not send.
     *
     * @throws IllegalArgumentException if the channel has no provider
     */
    public Rendition sealed(Channel channel, Rendition rendition) {
        return adapters(channel).sealed(rendition);
    }

    private ChannelAdapters adapters(Channel channel) {
        return Optional.ofNullable(adapters.get(channel))
                .orElseThrow(() -> new IllegalArgumentException("No provider for channel " + channel));
    }

    /**
     * Queues deliveries in the caller's transaction, which is also the one that archives their renditions. One that is
     * queued already, or has been attempted before, is passed over.
     *
     * @param before what happened to the deliveries just before, and is recorded with it
     * @throws IllegalArgumentException if a channel has no provider
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void enqueue(List<QueuedDelivery> deliveries, List<NewEvent> before) {
        deliveries.forEach(delivery -> adapters(delivery.channel()));
        var events = new ArrayList<>(before);
        queue.insert(deliveries).forEach(id -> events.add(NewEvent.of(id, EventKind.QUEUED, Map.of())));
        archive.record(events);
        wake(deliveries);
    }

    /**
     * Queues deliveries again, in the caller's transaction, that had been withdrawn, or whose last attempt nobody knows the
     * result of.
     *
     * @param repeat whether the provider may have them already
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void resume(List<QueuedDelivery> deliveries, boolean repeat) {
        var reason = repeat ? Reason.HANDOVER_UNKNOWN : null;
        archive.record(queue.resume(deliveries, repeat).stream()
                .map(id -> new NewEvent(id, repeat ? EventKind.REPEATED : EventKind.QUEUED, 0, reason, Map.of()))
                .toList());
        wake(deliveries);
    }

    private void wake(List<QueuedDelivery> deliveries) {
        deliveries.stream()
                .map(QueuedDelivery::channel)
                .distinct()
                .forEach(channel -> signal.send(DispatchQueue.signalOf(channel)));
    }

    /**
     * Takes deliveries of a customer back in the caller's transaction, in which also stands why. One whose hand-over has begun is not
     * taken back.
     *
     * @param shard as they were queued with
     * @param deliveries with their channels
     * @return those that nobody will hand over now
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<UUID> withdraw(int shard, Map<UUID, Channel> deliveries) {
        return withdrawal.withdraw(shard, deliveries);
    }
}
