package io.chancery.platform.audit;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** From where a request comes. */
public final class CallerAddress {

    private static final String UNKNOWN = "unknown";

    private CallerAddress() {}

    /** Behind a proxy this is the caller's own only with {@code quarkus.http.proxy.proxy-address-forwarding}. */
    public static String of(@Nullable RoutingContext context) {
        var remote = context == null ? null : context.request().remoteAddress();
        var address = remote == null ? null : remote.hostAddress();
        return address == null ? UNKNOWN : address;
    }
}
