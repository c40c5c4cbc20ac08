package io.chancery.dispatch;

import io.chancery.vocabulary.Channel;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An adapter that remembers every hand-over and answers as it is told. */
public final class RecordingChannelAdapter implements ChannelAdapter {

    private final Channel channel;
    private final int concurrency;
    private final List<Handover> handovers = new CopyOnWriteArrayList<>();
    private volatile boolean recording = true;
    private volatile Function<Handover, DeliveryOutcome> provider = RecordingChannelAdapter::accept;

    public RecordingChannelAdapter(Channel channel, int concurrency) {
        this.channel = channel;
        this.concurrency = concurrency;
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
    public int concurrency() {
        return concurrency;
    }

    @Override
    public DeliveryOutcome send(Handover handover) {
        if (recording) {
            handovers.add(handover);
        }
        return provider.apply(handover);
    }
}
