package io.chancery.platform.audit;

import io.vertx.core.http.HttpServerRequest;

/** From where a request comes. */
public final class CallerAddress {

    private CallerAddress() {}

    /** Behind a proxy this is the caller's own only with {@code quarkus.http.proxy.proxy-address-forwarding}. */
    public static String of(HttpServerRequest request) {
        var remote = request.remoteAddress();
        var address = remote == null ? null : remote.hostAddress();
        return address == null ? "unknown" : address;
    }
}
