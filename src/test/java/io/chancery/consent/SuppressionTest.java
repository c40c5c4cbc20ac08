package io.chancery.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class SuppressionTest {

    private static final String LIST = "/api/v1/suppressions";

    @Inject
    Declarations declarations;

    @Inject
    Caller caller;

    private Response post(String body) {
        return caller.as("agent").body(body).post(LIST);
    }

    private String suppressed(String address, String more) {
        return post("{\"channel\": \"email\", \"address\": \"%s\"%s}".formatted(address, more))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response lift(String id) {
        return caller.as("agent").body("{\"reason\": \"Mailbox works again\"}").post(LIST + "/" + id + "/lift");
    }

    @Test
    void nothing_goes_to_an_address_on_the_list_until_it_is_lifted() {
        declarations.customer("suppressed");
        var id = suppressed("Suppressed@Canary.example.org", ", \"note\": \"Returned by hand\"");

        assertThat(declarations.invoice("suppressed")).isEqualTo("print sent");
        assertThat(declarations.newsletter("suppressed")).isEqualTo("email consent-missing");

        lift(id).then().statusCode(204);
        assertThat(declarations.invoice("suppressed")).isEqualTo("email sent");
        lift(id).then().statusCode(409).body("code", equalTo("suppression-over"));
        caller.as("compliance")
                .get(LIST + "?past=true&address=" + Declarations.address("suppressed"))
                .then()
                .body("items", hasSize(1))
                .body("items[0].entry.note", equalTo("Returned by hand"))
                .body("items[0].lift.recordedBy", equalTo("test-agent"))
                .body("items[0].lift.note", equalTo("Mailbox works again"));
        caller.as("compliance")
                .get(LIST + "?address=" + Declarations.address("suppressed"))
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void why_a_message_took_another_channel_is_on_record() {
        var ucid = declarations.customer("suppressed-why");
        var suppression = suppressed(Declarations.address("suppressed-why"), "");

        var id = caller.accepted("""
                {"template": "payment-reminder", "customer": {"source": "crm", "record": "suppressed-why"},
                 "channels": ["email"], "data": {"invoice": "R-1", "amount": "12.50", "currency": "EUR",
                 "due": "2026-12-31", "level": 1}}
                """);
        caller.ended(id);

        assertThat(caller.read(id).getString("deliveries[0].reason")).isEqualTo("suppressed");
        caller.as("agent")
                .get("/api/v1/customers/" + ucid)
                .then()
                .body("suppressions.id", equalTo(List.of(suppression)))
                .body("suppressions[0].cause", equalTo("manual"));
        caller.as("agent")
                .get("/api/v1/messages/" + id + "/events")
                .then()
                .body("find { it.kind == 'skipped' }.detail.suppression", startsWith("manual on "))
                .body("find { it.kind == 'skipped' }.detail.suppression", containsString(suppression));
    }

    @Test
    void a_complaint_stops_advertising_and_no_invoice() {
        var ucid = declarations.customer("complained");
        declarations.declared(ucid, "consents", """
                {"channel": "email", "status": "granted", "source": "form", "evidence": {"text": "Ja, ich will"}}
                """);
        suppressed(Declarations.address("complained"), ", \"cause\": \"complaint\"");

        assertThat(declarations.newsletter("complained")).isEqualTo("email suppressed");
        assertThat(declarations.invoice("complained")).isEqualTo("email sent");
    }

    @Test
    void what_is_put_on_the_list_again_begins_anew() {
        var first = suppressed("again@example.org", ", \"expiresAt\": \"2999-01-01T00:00:00Z\"");
        var second = suppressed("again@example.org", ", \"scope\": \"marketing\"");

        caller.as("agent")
                .get(LIST + "?past=true&limit=1&address=again@example.org")
                .then()
                .body("items.id", equalTo(List.of(second)))
                .body("items[0].scope", equalTo("marketing"))
                .body("next", equalTo(second));
        caller.as("agent")
                .get(LIST + "?past=true&limit=5&address=again@example.org&after=" + second)
                .then()
                .body("items.id", equalTo(List.of(first)))
                .body("items[0].lift.note", equalTo("put on the list again"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                        | /channel",
                "{\"channel\": \"print\", \"address\": \"Weg 1\"}                          | /channel",
                "{\"channel\": \"email\", \"address\": \"nobody\"}                         | /address",
                "{\"channel\": \"sms\", \"address\": \"0151 123\"}                         | /address",
                "{\"channel\": \"sms\", \"address\": \"+491511234567\", \"scope\": \"x\"}  | /scope",
                "{\"channel\": \"sms\", \"address\": \"+491511234567\", \"cause\": \"x\"}  | /cause",
                "{\"channel\": \"sms\", \"address\": \"+491511234567\", \"colour\": 1}     | /colour",
                "{\"channel\": \"sms\", \"address\": \"+491511234567\", \"expiresAt\": \"2001-01-01T00:00:00Z\"} | /expiresAt"
            })
    void a_faulty_entry_is_refused(String body, String pointer) {
        post(body)
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-suppression"))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void who_may_not_send_may_not_keep_the_list_either() {
        caller.as("author").get(LIST).then().statusCode(403);
        caller.as("system").get(LIST).then().statusCode(403);
        caller.as("system")
                .body("{\"reason\": \"x\"}")
                .post(LIST + "/" + UUID.randomUUID() + "/lift")
                .then()
                .statusCode(403);
        lift(UUID.randomUUID().toString()).then().statusCode(404).body("code", equalTo("unknown-suppression"));
    }
}
