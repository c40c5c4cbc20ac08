package io.chancery.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Is told what became of deliveries, and decides what follows. */
public interface DeliveryListener {

    /**
     * Called in the transaction that records the outcomes: what it writes stands or falls with them. If it throws,
     * nothing is recorded and the same outcomes come again, first together and then one by one.
     */
    void settled(List<SettledDelivery> deliveries);

    /**
     * Deliveries are to be attempted again. Called in the transaction that puts their last attempt on record, so that they
     * can still be withdrawn before there is another.
     */
    default void deferred(List<UUID> deliveryIds) {}

    /** Somebody called a delivery spam. Called in the transaction that puts it on record, at most once for each. */
    default void complained(UUID deliveryId, Instant at) {}
}
