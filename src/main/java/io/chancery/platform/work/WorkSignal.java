package io.chancery.platform.work;

@jakarta.enterprise.context.ApplicationScoped
public class WorkSignal {
    public void send() {}
}
