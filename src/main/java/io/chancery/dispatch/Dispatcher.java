package io.chancery.dispatch;

import java.util.*;

@jakarta.enterprise.context.ApplicationScoped
public class Dispatcher {
    public void enqueue(List<QueuedDelivery> q) {}
}
