package io.chancery.dispatch.sms.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.dispatch.DeliveryOutcome;
import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.DeliveryOutcome.Permanent;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import io.chancery.dispatch.Handover;
import io.chancery.dispatch.sms.gateway.ScriptedGateway.Reply;
import io.chancery.vocabulary.Rendition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpGatewayTest {

    private static final String NUMBER = "+491713920000";
    private static final UUID DELIVERY = UUID.fromString("0198c0de-0000-7000-8000-00000000beef");
    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");

    private final ScriptedGateway server = new ScriptedGateway(request -> Reply.of(202, "{\"id\": \"m-7\"}"));
    private final Map<String, String> settings = new HashMap<>(Map.of("reference-pointer", "/id"));
    private final AtomicInteger journal = new AtomicInteger();

    HttpGatewayTest() throws IOException {}

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_text_is_posted_whole_and_taken_under_the_id_that_its_receipts_will_name() throws IOException {
        var text = "Guten Tag. ".repeat(40).strip();

        assertThat(send(text)).isEqualTo(new Accepted("m-7"));

        var request = server.texts().get(0);
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
        assertThat(request.header("Authorization")).isNull();
        assertThat(new ObjectMapper().readTree(request.body()))
                .isEqualTo(new ObjectMapper()
                        .valueToTree(Map.of(
                                "from", "Lindenwerk", "to", NUMBER, "text", text, "reference", DELIVERY.toString())));
        assertThat(journal).hasValue(1);
    }

    @Test
    void a_gateway_has_its_own_way_of_writing_and_knows_us_by_a_password() {
        settings.put("auth", "basic");
        settings.put("user", "chancery");
        settings.put("password", "s3cret:");
        settings.put("headers.X-Version", "2");
        settings.put("plus-sign", "false");
        settings.put(
                "body", "{\"messages\": [{\"msisdn\": \"{to}\", \"body\": \"{text}\", \"flash\": false, \"n\": 1.0}]}");

        send("Guten Tag");

        var request = server.texts().get(0);
        assertThat(request.header("Authorization")).isEqualTo("Basic Y2hhbmNlcnk6czNjcmV0Og==");
        assertThat(request.header("X-Version")).isEqualTo("2");
        assertThat(request.body())
                .isEqualTo(
                        "{\"messages\":[{\"msisdn\":\"491713920000\",\"body\":\"Guten Tag\",\"flash\":false,\"n\":1.0}]}");
    }

    @ParameterizedTest
    @CsvSource({
        "200,,m-7",
        "201,,m-7",
        "202,{},0198c0de-0000-7000-8000-00000000beef",
        "200,<html>,0198c0de-0000-7000-8000-00000000beef",
        "200,'{\"id\": 4711}',4711",
        "200,'{\"id\": \"a,b\"}',0198c0de-0000-7000-8000-00000000beef",
        "200,'{\"id\": {}}',0198c0de-0000-7000-8000-00000000beef"
    })
    void two_hundred_and_the_like_are_a_yes(int status, String body, String reference) {
        server.script(request -> Reply.of(status, body == null ? "{\"id\": \"m-7\"}" : body));

        assertThat(send("Guten Tag")).isEqualTo(new Accepted(reference));
    }

    @ParameterizedTest
    @CsvSource({"400,,http-400", "404,E7,E7", "422,'to +491713920000 is bad',http-422", "400,17,17"})
    void some_refusals_are_for_good(int status, String code, String word) {
        settings.put("code-pointer", "/error/code");
        server.script(request -> Reply.of(status, code == null ? "" : "{\"error\": {\"code\": \"" + code + "\"}}"));

        assertThat(send("Guten Tag")).isEqualTo(new Permanent(word, "The gateway refused the text."));
    }

    @ParameterizedTest
    @CsvSource({"200,NO_SUBSCRIBER,true", "400,NO_SUBSCRIBER,true", "200,BLOCKED,false", "403,BLOCKED,false"})
    void a_code_says_more_than_the_status(int status, String code, boolean nobodyThere) {
        settings.putAll(Map.of(
                "code-pointer",
                "/code",
                "refused-codes",
                "BLOCKED,OPTED_OUT",
                "unknown-recipient-codes",
                "NO_SUBSCRIBER"));
        server.script(request -> Reply.of(status, "{\"id\": \"m-7\", \"code\": \"" + code + "\"}"));

        assertThat(send("Guten Tag")).isInstanceOfSatisfying(Permanent.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.nobodyThere()).isEqualTo(nobodyThere);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "301,,http-301,",
        "302,,http-302,",
        "401,,authentication,",
        "403,,authentication,",
        "402,,http-402,",
        "409,,http-409,",
        "429,,http-429,PT1S",
        "429,7,http-429,PT7S",
        "429,0,http-429,PT1S",
        "429,soon,http-429,PT1S",
        "429,99999999999999999999,http-429,PT1S",
        "503,,http-503,",
        "503,'Mon, 02 Nov 2026 08:00:30 GMT',http-503,PT30S",
        "503,'Mon, 02 Nov 2026 07:00:00 GMT',http-503,",
        "503,999999999,http-503,PT1H",
        "408,2,http-408,PT2S",
        "500,5,http-500,",
        "502,,http-502,"
    })
    void other_answers_are_for_now(int status, String retryAfter, String code, Duration pause) {
        server.script(request -> new Reply(
                status, retryAfter == null ? Map.of() : Map.of("Retry-After", retryAfter, "Location", "/x"), ""));

        assertThat(send("Guten Tag")).isInstanceOfSatisfying(Temporary.class, outcome -> {
            assertThat(outcome.code()).isEqualTo(code);
            assertThat(outcome.pause()).isEqualTo(pause);
        });
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void a_repeat_that_the_gateway_knows_has_been_accepted() {
        settings.put("duplicate-means-accepted", "true");
        server.script(request -> Reply.of(409, ""));

        assertThat(send("Guten Tag")).isEqualTo(new Accepted(DELIVERY.toString()));

        server.script(request -> Reply.of(409, "{\"id\": \"m-7\"}"));

        assertThat(send("Guten Tag")).isEqualTo(new Accepted("m-7"));
    }

    @Test
    void of_a_long_answer_only_the_beginning_is_read() {
        server.script(request -> Reply.of(200, "{\"id\": \"m-7\", \"x\": \"" + "x".repeat(5_000_000) + "\"}"));

        assertThat(send("Guten Tag")).isEqualTo(new Accepted(DELIVERY.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01713920000", "+49 171 3920000", "+49171392000\0", "{text}", ""})
    void a_number_that_is_not_e164_never_reaches_the_wire(String number) {
        assertThat(send("Guten Tag", number)).isInstanceOf(Permanent.class);
        assertThat(server.requests).isEmpty();
    }

    @Test
    void a_text_that_would_change_on_the_way_is_not_sent() {
        for (var text : List.of("", "typographic – dash", "carriage\rreturn", "x".repeat(256 * 153))) {
            assertThat(send(text)).isInstanceOf(Permanent.class);
        }
        assertThat(server.requests).isEmpty();
        assertThat(journal).hasValue(0);
    }

    @Test
    void a_hand_over_that_is_stopped_never_reaches_the_gateway() {
        var stopped = new IllegalStateException("the shard was lost");
        Runnable stop = () -> {
            throw stopped;
        };

        assertThatThrownBy(() -> gateway().send(new Handover(DELIVERY, 1, false, rendition("Guten Tag", NUMBER), stop)))
                .isSameAs(stopped);

        assertThat(server.texts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "url,ftp://gateway.example.org",
        "url,https://me:s3cret@gateway.example.org",
        "url,'https://gate way?key=s3cret'",
        "headers.Host,s3cret",
        "headers.X-Key,'s3cret\n'",
        "auth,basic",
        "auth,bearer",
        "auth,oauth2",
        "body,'{\"to\": \"{to}\", \"text\": \"s3cret {text}'",
        "reference-pointer,id",
        "body,'{\"to\": \"{to}\"}'",
        "body,'{\"to\": \"{to}\", \"text\": \"{text}{txt}\"}'"
    })
    void what_cannot_work_is_refused_at_start_without_repeating_a_secret(String setting, String value) {
        settings.put(setting, value);

        assertThatThrownBy(this::gateway)
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .message()
                .doesNotContain("s3cret");
    }

    @Test
    void people_see_where_it_is_but_no_key() {
        settings.put("url", "https://gateway.example.org/messages?key=s3cret");

        assertThat(gateway().endpoint().address()).isEqualTo("https://gateway.example.org/messages");
    }

    private HttpGateway gateway() {
        settings.putIfAbsent("url", server.address("/messages"));
        return new HttpGateway("test", GatewaySettings.with(settings), null, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private DeliveryOutcome send(String text) {
        return send(text, NUMBER);
    }

    private DeliveryOutcome send(String text, String number) {
        return gateway().send(new Handover(DELIVERY, 1, false, rendition(text, number), journal::incrementAndGet));
    }

    private static Rendition.Text rendition(String text, String to) {
        return new Rendition.Text(text.getBytes(StandardCharsets.UTF_8), Map.of("from", "Lindenwerk", "to", to));
    }
}
