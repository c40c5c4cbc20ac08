package io.chancery.dispatch;

public record QueuedDelivery(
        java.util.UUID deliveryId,
        io.chancery.vocabulary.Channel channel,
        int shard,
        boolean marketing,
        boolean resendWhenUncertain) {}
