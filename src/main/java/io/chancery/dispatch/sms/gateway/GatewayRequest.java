package io.chancery.dispatch.sms.gateway;

import io.chancery.vocabulary.Rendition;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a gateway is sent for a text. */
final class GatewayRequest {

    private static final String CONTENT_TYPE = "Content-Type";

    private final URI address;
    private final BodyTemplate body;
    private final boolean plusSign;
    private final HttpRequest.Builder head;

    /** @throws IllegalArgumentException if it cannot be sent as it is configured; does not repeat values, which may be secrets */
    GatewayRequest(GatewayConfig.Gateway config) {
        address = address("url", config.url().orElse(""));
        body = BodyTemplate.of(config.body());
        plusSign = config.plusSign();
        head = HttpRequest.newBuilder(address);
        if (config.headers().keySet().stream().noneMatch(CONTENT_TYPE::equalsIgnoreCase)) {
            head.header(CONTENT_TYPE, "application/json");
        }
        config.headers().forEach((name, value) -> addHeader(head, name, value));
    }

    static URI address(String setting, String url) {
        try {
            var uri = URI.create(url);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException unreadable) {
            // Said below, without the address: there may be a key in it.
        }
        throw new IllegalArgumentException(setting + " is no address with http or https, a host and no user");
    }

    private static void addHeader(HttpRequest.Builder builder, String name, String value) {
        try {
            builder.header(name, value);
        } catch (IllegalArgumentException unsendable) {
            throw new IllegalArgumentException("the header " + name + " cannot be set, or not to its value");
        }
    }

    /** For people. */
    String place() {
        int port = address.getPort();
        return address.getScheme() + "://" + address.getHost() + (port < 0 ? "" : ":" + port) + address.getPath();
    }

    HttpRequest.Builder head(Optional<String> authorization) {
        var builder = head.copy();
        authorization.ifPresent(value -> addHeader(builder, "Authorization", value));
        return builder;
    }

    byte[] body(Rendition.Text rendition, UUID deliveryId) {
        return body.fill(Map.of(
                "from", number(rendition.envelope().getOrDefault("from", "")),
                "to", number(rendition.envelope().getOrDefault("to", "")),
                "text", new String(rendition.content(), StandardCharsets.UTF_8),
                "reference", deliveryId.toString()));
    }

    private String number(String address) {
        return !plusSign && address.startsWith("+") ? address.substring(1) : address;
    }
}
