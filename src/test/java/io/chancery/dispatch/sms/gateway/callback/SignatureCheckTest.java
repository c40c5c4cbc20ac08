package io.chancery.dispatch.sms.gateway.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureCheckTest {

    private static final String SECRET = "a secret of the test";
    private static final String BODY = "{\"id\": \"m-7\", \"status\": \"delivered\"}";
    private static final long NOW = 1_793_000_000;

    private final Map<String, String> settings = new HashMap<>(Map.of("secrets", SECRET));
    private final Map<String, String> headers = new HashMap<>(Map.of(
            "webhook-id", "msg_1",
            "webhook-timestamp", String.valueOf(NOW),
            "webhook-signature", Signing.standard(SECRET, "msg_1", NOW, BODY)));

    @Test
    void a_call_that_was_signed_now_passes() {
        assertThat(passes(BODY)).isTrue();
    }

    @Test
    void the_secret_of_the_standard_is_base64() {
        var bytes = SECRET.getBytes(StandardCharsets.UTF_8);
        settings.put("secrets", "whsec_" + Base64.getEncoder().encodeToString(bytes));

        assertThat(passes(BODY)).isTrue();
    }

    @Test
    void another_body_does_not_pass() {
        assertThat(passes(BODY.replace("m-7", "m-8"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"webhook-id,msg_2", "webhook-timestamp,1793000001", "webhook-timestamp,soon", "webhook-timestamp,-1"})
    void another_head_does_not_pass(String header, String value) {
        headers.put(header, value);

        assertThat(passes(BODY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void nothing_may_be_missing(String header) {
        headers.remove(header);

        assertThat(passes(BODY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1,", "v1", "v1,!!!", "v2,AAAA", ",", " ", "v1,AAAA v1,BBBB", "v1a,AAAA"})
    void what_is_no_signature_does_not_pass(String signature) {
        headers.put("webhook-signature", signature);

        assertThat(passes(BODY)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-301,false", "-300,true", "0,true", "300,true", "301,false"})
    void a_call_is_good_for_five_minutes(long seconds, boolean good) {
        headers.put("webhook-timestamp", String.valueOf(NOW + seconds));
        headers.put("webhook-signature", Signing.standard(SECRET, "msg_1", NOW + seconds, BODY));

        assertThat(passes(BODY)).isEqualTo(good);
    }

    @Test
    void two_secrets_may_be_live_on_either_side() {
        settings.put("secrets", "the next secret," + SECRET);
        headers.merge("webhook-signature", "v1,AAAA v1a,xyz", (good, other) -> other + " " + good);

        assertThat(passes(BODY)).isTrue();

        settings.put("secrets", "the next secret");
        assertThat(passes(BODY)).isFalse();
    }

    @Test
    void some_gateways_sign_time_and_body() {
        settings.putAll(Map.of("scheme", "timestamp-body", "timestamp-header", "X-Time", "signature-header", "X-Sign"));
        var signature = Base64.getEncoder().encodeToString(Signing.hmac(SECRET, NOW + "." + BODY));
        headers.clear();
        headers.putAll(Map.of("X-Time", String.valueOf(NOW), "X-Sign", "v1," + signature));

        assertThat(passes(BODY)).isTrue();
        headers.put("X-Time", String.valueOf(NOW + 1));
        assertThat(passes(BODY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256="})
    void some_gateways_sign_the_body_alone_in_hexadecimal(String before) {
        settings.putAll(Map.of("scheme", "hmac-hex", "signature-header", "X-Sign"));
        headers.clear();
        headers.put("X-Sign", before + HexFormat.of().formatHex(Signing.hmac(SECRET, BODY)));

        assertThat(passes(BODY)).isTrue();
        assertThat(passes(BODY + " ")).isFalse();
        headers.put("X-Sign", "zz");
        assertThat(passes(BODY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"whsec_", "whsec_s3cret!"})
    void a_secret_that_is_none_is_refused_and_not_repeated(String secret) {
        settings.put("secrets", secret);

        assertThatThrownBy(() -> passes(BODY)).hasNoCause().message().doesNotContain("s3cret");
    }

    private boolean passes(String body) {
        var clock = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);
        return new SignatureCheck(CallbackSettings.with(settings), clock)
                .passes(name -> Optional.ofNullable(headers.get(name)), body.getBytes(StandardCharsets.UTF_8));
    }
}
