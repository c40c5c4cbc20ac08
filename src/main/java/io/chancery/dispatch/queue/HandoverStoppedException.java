package io.chancery.dispatch.queue;

import java.util.UUID;

/** The hand-over must not be made: the shard was lost, or it has been given up. Adapters let it pass. */
final class HandoverStoppedException extends RuntimeException {

    HandoverStoppedException(UUID deliveryId) {
        super("The hand-over of delivery " + deliveryId + " was stopped before the provider could accept it");
    }
}
