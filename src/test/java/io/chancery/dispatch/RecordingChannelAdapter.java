package io.chancery.dispatch;

import io.chancery.vocabulary.Channel;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An adapter with one provider, which remembers every hand-over and answers as it is told. */
public final class RecordingChannelAdapter implements ChannelAdapter, Provider {

    private final Channel channel;
    private final ProviderProfile profile;
    private final List<Handover> handovers = new CopyOnWriteArrayList<>();
    private volatile boolean recording = true;
    private volatile Function<Handover, DeliveryOutcome> provider = RecordingChannelAdapter::accept;

    public RecordingChannelAdapter(Channel channel, int concurrency) {
        this(channel, new ProviderProfile(channel.name(), concurrency, 1, OptionalDouble.empty()));
    }

    public RecordingChannelAdapter(Channel channel, ProviderProfile profile) {
        this.channel = channel;
        this.profile = profile;
    }

    /** What a provider does that is well: accepts, under a reference made of the delivery's id. */
    public static DeliveryOutcome accept(Handover handover) {
        handover.pointOfNoReturn();
        return new DeliveryOutcome.Accepted("ref-" + handover.deliveryId());
    }

    /** From now on the provider answers like this. */
    public void answer(Function<Handover, DeliveryOutcome> answer) {
        provider = answer;
    }

    /** The same, and remembers nothing: for benchmarks. */
    public void answerUnrecorded(Function<Handover, DeliveryOutcome> answer) {
        recording = false;
        provider = answer;
    }

    public List<Handover> handovers() {
        return handovers;
    }

    public List<UUID> deliveries() {
        return handovers.stream().map(Handover::deliveryId).toList();
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public List<Provider> providers() {
        return List.of(this);
    }

    @Override
    public ProviderProfile profile() {
        return profile;
    }

    @Override
    public ProviderEndpoint endpoint() {
        return new ProviderEndpoint(channel, profile.name(), false);
    }

    @Override
    public DeliveryOutcome send(Handover handover) {
        if (recording) {
            handovers.add(handover);
        }
        return provider.apply(handover);
    }
}
