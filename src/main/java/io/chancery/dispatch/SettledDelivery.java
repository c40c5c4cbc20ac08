package io.chancery.dispatch;

public record SettledDelivery(java.util.UUID deliveryId, io.chancery.vocabulary.DeliveryStatus status) {}
