package io.chancery.platform.webhook.send;

import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;

/** The sender of the production code, for tests that need no Quarkus. */
public final class WebhookSenders {

    private static final Vertx VERTX = Vertx.vertx();

    private WebhookSenders() {}

    /** One that may send to these hosts, and to the public internet. */
    public static WebhookSender to(String... hosts) {
        return new WebhookSender(VERTX, new Targets(InetAddress::getAllByName, List.of(hosts)), Clock.systemUTC());
    }
}
