package io.chancery.dispatch.handover;

import io.chancery.dispatch.Handover;
import io.chancery.dispatch.journal.Journal;
import io.chancery.dispatch.outcome.ReadyDelivery;
import io.chancery.platform.work.ShardLease;
import io.chancery.vocabulary.Rendition;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One attempt under way: on record as begun, its outcome not yet. */
public final class Attempt {

    private final ReadyDelivery delivery;
    private final ShardLease lease;
    private final long epoch;
    private final @Nullable Outlet outlet;
    private final boolean probe;

    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.SAFE);
    private volatile @Nullable Rendition rendition;
    private volatile long nanos;

    /** How far it has come. */
    enum Phase {
        /** The provider cannot have accepted. */
        SAFE,
        /** The provider may have accepted. */
        BEYOND,
        /** Nobody waits for the outcome any more. */
        ENDED
    }

    private Attempt(ReadyDelivery delivery, ShardLease lease, long epoch, @Nullable Outlet outlet, boolean probe) {
        this.delivery = delivery;
        this.lease = lease;
        this.epoch = epoch;
        this.outlet = outlet;
        this.probe = probe;
    }

    /** One that is about to be made; a probe is made although the provider rests. */
    public static Attempt begin(ReadyDelivery delivery, ShardLease lease, Outlet outlet, boolean probe) {
        return new Attempt(delivery, lease, lease.epoch(), outlet, probe);
    }

    /** One that an earlier owner of the shard has left open. */
    public static Attempt leftOpen(ReadyDelivery delivery, ShardLease lease, long epoch) {
        return new Attempt(delivery, lease, epoch, null, false);
    }

    public ReadyDelivery delivery() {
        return delivery;
    }

    public UUID deliveryId() {
        return delivery.deliveryId();
    }

    public ShardLease lease() {
        return lease;
    }

    /** The epoch under which it was put on record. */
    public long epoch() {
        return epoch;
    }

    /** Where it is made; none if it was left open. */
    public Optional<Outlet> outlet() {
        return Optional.ofNullable(outlet);
    }

    /** How long its hand-over took, in nanoseconds; 0 if there was none. */
    public long nanos() {
        return nanos;
    }

    void took(long handoverNanos) {
        nanos = Math.max(1, handoverNanos);
    }

    boolean isProbe() {
        return probe;
    }

    /** Its outcome may wait for the database, and need not keep the bytes meanwhile. */
    void unload() {
        rendition = null;
    }

    public void load(Rendition loaded) {
        rendition = loaded;
    }

    @Nullable
    Rendition rendition() {
        return rendition;
    }

    Handover handover(Rendition content, Journal journal) {
        return new Handover(
                deliveryId(), delivery.number(), delivery.repeat(), content, () -> passPointOfNoReturn(journal));
    }

    /** Ends it and says how far it had come; only who finds it not yet ended reports the outcome. */
    Phase end() {
        return phase.getAndSet(Phase.ENDED);
    }

    /**
     * The journal comes first and the look at the lease after it: the shard's next owner reads the journal after the
     * lease was lost, so either it finds the intent, or we find the loss.
     */
    private void passPointOfNoReturn(Journal journal) {
        if (phase.get() == Phase.BEYOND) {
            // A long text message goes in several parts.
            return;
        }
        if (phase.get() == Phase.ENDED) {
            throw new HandoverPool.StoppedException(deliveryId());
        }
        journal.intent(deliveryId(), delivery.number());
        if (!lease.isHeld() || !phase.compareAndSet(Phase.SAFE, Phase.BEYOND)) {
            journal.declined(deliveryId(), delivery.number());
            throw new HandoverPool.StoppedException(deliveryId());
        }
    }
}
