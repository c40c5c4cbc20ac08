package io.chancery.archive;

import io.chancery.vocabulary.DeliveryStatus;
import io.chancery.vocabulary.Reason;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Is told where deliveries stand, in the transaction that has moved them there. */
public interface StatusListener {

    /**
     * Where a delivery stands now.
     *
     * @param reason of the event that brought it there; null if that needs none
     */
    record Change(
            UUID deliveryId,
            DeliveryStatus status,
            @Nullable Reason reason) {}

    /** What it writes stands or falls with the change. */
    void moved(List<Change> changes);
}
