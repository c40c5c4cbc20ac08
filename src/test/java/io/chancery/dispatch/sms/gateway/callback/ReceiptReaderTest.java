package io.chancery.dispatch.sms.gateway.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "secrets", "s", "code-pointer", "/error", "unknown-recipient-codes", "5,NO_SUCH", "time-pointer", "/at"));

    @Test
    void a_phone_confirms() {
        assertThat(read("{\"id\": \"m-7\", \"status\": \"Delivered\", \"error\": 0, \"at\": \"2026-11-02T07:59:00Z\"}"))
                .containsExactly(new Receipt("m-7", true, "Delivered", Instant.parse("2026-11-02T07:59:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "failed,27,failed 27",
        "EXPIRED,,EXPIRED",
        "rejected,NO_SUCH,nobody-there rejected NO_SUCH",
        "failed,5,nobody-there failed 5",
        "failed,'+491713920000 is off',failed"
    })
    void a_text_comes_back(String status, String error, String code) {
        var receipt = "{\"id\": 4711, \"status\": \"%s\", \"error\": %s}"
                .formatted(status, error == null ? null : "\"" + error + "\"");

        assertThat(read(receipt)).containsExactly(new Receipt("4711", false, code, NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"m-7\", \"status\": \"buffered\"}",
                "{\"id\": \"m-7\"}",
                "{\"status\": \"delivered\"}",
                "{\"id\": \"\", \"status\": \"delivered\"}",
                "{\"id\": {\"x\": 1}, \"status\": \"delivered\"}",
                "{\"id\": \"a,b\", \"status\": \"delivered\"}",
                "{\"id\": \"a\\u0000\", \"status\": \"delivered\"}",
                "{\"id\": \"m-7\", \"status\": [\"delivered\"]}",
                "[]",
                "[[], null, 1, \"delivered\"]",
                "7"
            })
    void what_settles_nothing_is_passed_over(String body) {
        assertThat(read(body)).isEmpty();
    }

    @Test
    void an_id_longer_than_any_gateway_has_is_passed_over() {
        assertThat(read("{\"id\": \"" + "x".repeat(129) + "\", \"status\": \"delivered\"}"))
                .isEmpty();
    }

    @Test
    void a_gateway_has_its_own_names_for_everything() {
        settings.putAll(Map.of(
                "list-pointer", "/results",
                "message-pointer", "/messageId",
                "status-pointer", "/status/groupName",
                "code-pointer", "/error/name",
                "time-pointer", "/doneAt",
                "delivered-statuses", "DELIVERED",
                "failed-statuses", "UNDELIVERABLE,REJECTED"));

        var receipts = read("""
                {"results": [
                  {"messageId": "a", "status": {"groupName": "DELIVERED"}, "error": {"name": "NO_ERROR"},
                   "doneAt": "2026-11-02T09:59:30.123+0200"},
                  {"messageId": "b", "status": {"groupName": "PENDING"}},
                  {"messageId": "c", "status": {"groupName": "UNDELIVERABLE"}, "error": {"name": "NO_SUCH"}}]}
                """);

        assertThat(receipts)
                .containsExactly(
                        new Receipt("a", true, "DELIVERED", Instant.parse("2026-11-02T07:59:30.123Z")),
                        new Receipt("c", false, "nobody-there UNDELIVERABLE NO_SUCH", NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "1793606340,2026-11-02T07:59:00Z",
        "1793606340123,2026-11-02T07:59:00.123Z",
        "'\"1793606340\"',2026-11-02T07:59:00Z",
        "'\"2026-11-02T08:59:00+01:00\"',2026-11-02T07:59:00Z",
        "'\"2026-11-02T07:59:00\"',2026-11-02T08:00:00Z",
        "'\"yesterday\"',2026-11-02T08:00:00Z",
        "null,2026-11-02T08:00:00Z",
        "999999999999999,2026-11-02T08:00:00Z",
        "'\"+999999999-01-01T00:00:00Z\"',2026-11-02T08:00:00Z",
        "'\"1970-01-01T00:00:00Z\"',2026-11-02T08:00:00Z"
    })
    void a_time_may_be_written_in_many_ways_and_what_is_none_is_now(String at, Instant time) {
        assertThat(read("{\"id\": \"m-7\", \"status\": \"delivered\", \"at\": " + at + "}"))
                .containsExactly(new Receipt("m-7", true, "delivered", time));
    }

    private List<Receipt> read(String body) {
        try {
            return new ReceiptReader(CallbackSettings.with(settings), Clock.fixed(NOW, ZoneOffset.UTC))
                    .read(new ObjectMapper().readTree(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
