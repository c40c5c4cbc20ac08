package io.chancery.dispatch.sms.gateway;

import io.chancery.dispatch.sms.gateway.callback.Place;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A token from a token server (RFC 6749 §4.4), fetched when it is needed and kept until shortly before it ends. */
final class OAuth2Credentials implements Credentials {

    private static final Place TOKEN = Place.of("/access_token");
    private static final Place LIFE = Place.of("/expires_in");
    /** RFC 6750 §2.1, a little wider; above all no line break. */
    private static final Pattern WRITABLE = Pattern.compile("[\\x21-\\x7e]{1,16000}");

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private static final Duration LIFE_IF_UNSAID = Duration.ofMinutes(5);
    private static final Duration LONGEST_LIFE = Duration.ofDays(1);
    private static final Duration MARGIN = Duration.ofMinutes(1);
    /** Those who wait for a token that did not come need not all ask again. */
    private static final Duration REST = Duration.ofSeconds(1);

    private final HttpRequest.Builder request;
    private final byte[] body;
    private final Connections connections;
    private final Clock clock;

    private @Nullable String header;
    private Instant freshUntil = Instant.MIN;
    private Instant restsUntil = Instant.MIN;

    /** @throws IllegalArgumentException if settings are missing */
    OAuth2Credentials(GatewayConfig.OAuth2 config, Connections connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
        var id = encoded(Credentials.needed(config.clientId(), "oauth2.client-id"));
        var secret = encoded(Credentials.needed(config.clientSecret(), "oauth2.client-secret"));
        var form = new StringBuilder("grant_type=client_credentials");
        config.scope().ifPresent(scope -> form.append("&scope=").append(encoded(scope)));
        var builder = HttpRequest.newBuilder(GatewayRequest.address(
                        "oauth2.token-url", config.tokenUrl().orElse("")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json");
        if (config.secretInBody()) {
            form.append("&client_id=").append(id).append("&client_secret=").append(secret);
        } else {
            builder.header("Authorization", Credentials.basic(id, secret));
        }
        request = builder;
        body = form.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized Optional<String> header() throws NotSentException {
        var now = clock.instant();
        if (header == null || !now.isBefore(freshUntil)) {
            if (now.isBefore(restsUntil)) {
                throw noToken();
            }
            fetch();
        }
        return Optional.ofNullable(header);
    }

    @Override
    public synchronized boolean forget(String refused) {
        if (refused.equals(header)) {
            header = null;
        }
        return true;
    }

    private void fetch() throws NotSentException {
        header = null;
        try {
            var answer = connections.post(request.copy(), body, () -> {});
            header = TOKEN.in(answer.json())
                    .filter(token ->
                            answer.isSuccess() && WRITABLE.matcher(token).matches())
                    .map(Credentials::bearer)
                    .orElseThrow(OAuth2Credentials::noToken);
            freshUntil = clock.instant().plus(life(answer));
        } catch (IOException unanswered) {
            restsUntil = clock.instant().plus(REST);
            throw noToken();
        }
    }

    private static Duration life(Answer answer) {
        var said = LIFE.in(answer.json())
                .filter(seconds -> SECONDS.matcher(seconds).matches())
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(LIFE_IF_UNSAID);
        var life = shorter(said, LONGEST_LIFE);
        return life.minus(shorter(MARGIN, life.dividedBy(2)));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static NotSentException noToken() {
        return new NotSentException("authentication", "The token server gave no token.");
    }
}
