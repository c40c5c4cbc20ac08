package io.chancery.platform.webhook.send;

import java.net.InetAddress;
import java.net.URI;

/**
 * Where to send, checked.
 *
 * @param address the one that was checked, and the only one to connect to
 */
record Target(URI uri, InetAddress address) {

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    boolean isSecure() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    int port() {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return isSecure() ? HTTPS_PORT : HTTP_PORT;
    }

    /** Path and query. */
    String request() {
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
