package io.chancery.dispatch;

import java.util.List;

/** Is told what became of deliveries, and decides what follows. */
public interface DeliveryListener {

    /**
     * Called in the transaction that records the outcomes: what it writes stands or falls with them. If it throws,
     * nothing is recorded and the same outcomes come again, first together and then one by one.
     */
    void settled(List<SettledDelivery> deliveries);
}
