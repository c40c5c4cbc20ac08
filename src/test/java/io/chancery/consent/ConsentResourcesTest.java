package io.chancery.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.vocabulary.CustomerFacet;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ConsentResourcesTest {

    private static final String GRANT = """
            {"channel": "email", "status": "granted", "source": "form",
             "evidence": {"text": "Ja, ich will", "textVersion": "7", "form": "https://example.org/f"}}
            """;

    @Inject
    Declarations declarations;

    @Inject
    Caller caller;

    @Inject
    @Any
    Instance<CustomerFacet> facets;

    @Test
    void a_consent_opens_the_channel_and_an_objection_closes_every_one() {
        var ucid = declarations.customer("rest-objection");
        declarations.declared(ucid, "consents", GRANT);
        assertThat(declarations.newsletter("rest-objection")).isEqualTo("email sent");

        declarations.declared(ucid, "objection", "{\"reason\": \"Wrote on 3 March\", \"source\": \"letter\"}");
        assertThat(declarations.newsletter("rest-objection")).isEqualTo("email objected");
        assertThat(declarations.invoice("rest-objection")).isEqualTo("email sent");
        var consents = declarations.consents(ucid);
        assertThat(consents.getString("objection.reason")).isEqualTo("Wrote on 3 March");
        assertThat(consents.getString("objection.source")).isEqualTo("letter");
        assertThat(consents.getString("objection.recordedBy")).isEqualTo("test-system-agent");

        declarations.declared(ucid, "objection", "{\"status\": \"lifted\", \"reason\": \"Called, wants it again\"}");
        assertThat(declarations.newsletter("rest-objection")).isEqualTo("email sent");
        assertThat(declarations.consents(ucid).getList("history.status"))
                .containsExactly("confirmed", "objected", "objection-lifted");
    }

    @Test
    void a_restriction_stops_invoices_too_but_for_what_it_names() {
        var ucid = declarations.customer("rest-restriction");

        declarations.declared(ucid, "restriction", "{\"reason\": \"Disputes the address\"}");
        assertThat(declarations.invoice("rest-restriction")).endsWith("restricted");

        declarations.declared(ucid, "restriction", "{\"reason\": \"Legal claim\", \"except\": [\"request-payment\"]}");
        assertThat(declarations.invoice("rest-restriction")).isEqualTo("email sent");
        assertThat(declarations.newsletter("rest-restriction")).isEqualTo("email restricted");

        declarations.declared(ucid, "restriction", "{\"status\": \"lifted\", \"reason\": \"Settled\"}");
        assertThat(declarations.newsletter("rest-restriction")).isEqualTo("email consent-missing");
    }

    @Test
    void nothing_goes_to_somebody_who_has_died_unless_it_was_a_mistake() {
        var ucid = declarations.customer("rest-death");

        declarations.declared(ucid, "death", "{\"reason\": \"Told by the daughter\", \"source\": \"phone\"}");
        assertThat(declarations.invoice("rest-death")).endsWith("deceased");
        assertThat(declarations.newsletter("rest-death")).isEqualTo("email deceased");

        declarations.declared(ucid, "death", "{\"status\": \"lifted\", \"reason\": \"Another of the same name\"}");
        assertThat(declarations.invoice("rest-death")).isEqualTo("email sent");
    }

    @Test
    void a_consent_for_another_address_does_not_open_this_one() {
        var ucid = declarations.customer("rest-address");
        declarations.declared(
                ucid, "consents", GRANT.replace("\"status\"", "\"contactPoint\": \"old@example.org\", \"status\""));

        assertThat(declarations.newsletter("rest-address")).isEqualTo("email consent-for-other-address");
    }

    @Test
    void what_the_customer_prefers_goes_before_the_plan() {
        var ucid = declarations.customer("rest-preference");
        caller.as("agent")
                .body("{\"channels\": {\"service\": \"print\"}, \"language\": \"en\", \"source\": \"phone\"}")
                .put("/api/v1/customers/" + ucid + "/preferences")
                .then()
                .statusCode(200)
                .body(
                        "channels.service",
                        equalTo("print"),
                        "language",
                        equalTo("en"),
                        "entry.source",
                        equalTo("phone"));

        assertThat(declarations.invoice("rest-preference")).isEqualTo("print sent");
    }

    @Test
    void advertising_waits_for_the_end_of_quiet_hours_and_invoices_do_not() {
        var ucid = declarations.customer("rest-quiet");
        declarations.declared(ucid, "consents", GRANT);
        // All day but one minute of a zone in which it is not now.
        var hour = java.time.LocalTime.now(java.time.ZoneOffset.UTC)
                .plusHours(6)
                .withMinute(0)
                .withSecond(0)
                .withNano(0);
        caller.as("agent")
                .body("{\"quietHours\": {\"from\": \"%s\", \"to\": \"%s\", \"zone\": \"UTC\"}}"
                        .formatted(hour.plusMinutes(1), hour))
                .put("/api/v1/customers/" + ucid + "/preferences")
                .then()
                .statusCode(200);

        assertThat(declarations.newsletter("rest-quiet")).isEqualTo("email quiet-hours");
        assertThat(declarations.invoice("rest-quiet")).isEqualTo("email sent");
    }

    @Test
    void service_by_email_can_be_declined_and_the_invoice_comes_by_letter() {
        var ucid = declarations.customer("rest-service");
        declarations.declared(
                ucid, "consents", "{\"channel\": \"email\", \"purpose\": \"service\", \"status\": \"REVOKED\"}");

        assertThat(declarations.invoice("rest-service")).isEqualTo("print sent");
    }

    @Test
    void a_declaration_of_a_record_belongs_to_it() {
        var ucid = declarations.customer("rest-record");
        var body = GRANT.replace(
                "\"status\"",
                "\"at\": \"2025-07-06T15:20:01Z\", \"record\": {\"source\": \"crm\", \"record\": \"%s\"}, \"status\"");

        declarations.declared(ucid, "consents", body.formatted("rest-record"));
        declarations
                .post(ucid, "consents", body.formatted("rest-record"))
                .then()
                .statusCode(200)
                .body("status", equalTo("known"));
        declarations
                .post(ucid, "consents", body.formatted("rest-somebody-else"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/record"));

        assertThat(declarations.consents(ucid).getList("history.ofRecord")).containsExactly(true);
    }

    @Test
    void every_fault_has_a_pointer() {
        var ucid = declarations.customer("rest-faults");

        declarations
                .post(ucid, "consents", """
                        {"channel": "E Mail", "purpose": "fun", "status": "maybe", "at": "2999-01-01T00:00:00Z",
                         "colour": 1, "evidence": {"form": "javascript:x", "requestIp": "here", "shoe": "42"}}
                        """)
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-declaration"))
                .body(
                        "errors.pointer",
                        org.hamcrest.Matchers.containsInAnyOrder(
                                "/channel",
                                "/purpose",
                                "/status",
                                "/at",
                                "/colour",
                                "/evidence/form",
                                "/evidence/requestIp",
                                "/evidence/shoe"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "consents    | {\"channel\": \"email\", \"status\": \"granted\"}              | /evidence",
                "consents    | []                                                             | ''",
                "objection   | {\"reason\": \" \"}                                            | /reason",
                "objection   | {\"reason\": \"x\", \"except\": []}                            | /except",
                "objection   | {\"reason\": \"x\", \"status\": \"maybe\"}                     | /status",
                "restriction | {}                                                             | /reason",
                "restriction | {\"reason\": \"x\", \"except\": [\"fun\"]}                     | /except/0",
                "restriction | {\"reason\": \"x\", \"status\": \"lifted\", \"except\": [\"inform\"]} | /except"
            })
    void a_faulty_declaration_is_refused(String right, String body, String pointer) {
        var ucid = declarations.customer("rest-faulty");

        declarations.post(ucid, right, body).then().statusCode(422).body("errors[0].pointer", equalTo(pointer));

        assertThat(declarations.consents(ucid).getList("history")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"channels\": {\"fun\": \"email\"}}                              | /channels/fun",
                "{\"channels\": {\"marketing\": \"E Mail\"}}                       | /channels/marketing",
                "{\"quietHours\": {\"from\": \"20:00\"}}                           | /quietHours/to",
                "{\"quietHours\": {\"from\": \"20:00\", \"to\": \"20:00\"}}        | /quietHours/to",
                "{\"quietHours\": {\"from\": \"8\", \"to\": \"20:00\", \"zone\": \"Mars\"}} | /quietHours/from",
                "{\"language\": \"xyz\"}                                           | /language"
            })
    void a_faulty_preference_is_refused(String body, String pointer) {
        var ucid = declarations.customer("rest-faulty");

        caller.as("agent")
                .body(body)
                .put("/api/v1/customers/" + ucid + "/preferences")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"222-222-222", "not-a-ucid"})
    void nobody_is_behind_an_unknown_id(String ucid) {
        caller.as("agent").get("/api/v1/customers/" + ucid + "/consents").then().statusCode(404);
        caller.as("agent")
                .get("/api/v1/customers/" + ucid + "/preferences-link")
                .then()
                .statusCode(404);
        declarations.post(ucid, "consents", GRANT).then().statusCode(404);
        declarations.post(ucid, "objection", "{\"reason\": \"x\"}").then().statusCode(404);
    }

    @Test
    void an_author_sees_no_consents() {
        var ucid = declarations.customer("rest-author");

        caller.as("author")
                .get("/api/v1/customers/" + ucid + "/consents")
                .then()
                .statusCode(403);
    }

    @Test
    void the_page_of_a_customer_has_a_facet_for_consents() {
        declarations.customer("rest-facet");

        assertThat(facets.stream().map(CustomerFacet::name)).contains("consents");
        assertThat(facets.stream()
                        .filter(facet -> facet.name().equals("consents"))
                        .findFirst())
                .get()
                .extracting(facet -> facet.of(java.util.UUID.randomUUID()))
                .isInstanceOf(CustomerConsents.class);
    }
}
