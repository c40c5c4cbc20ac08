package io.chancery.dispatch;

public interface DeliveryListener {
    void settled(java.util.List<SettledDelivery> deliveries);
}
