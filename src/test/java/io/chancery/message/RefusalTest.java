package io.chancery.message;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chancery.consent.SelfService;
import io.chancery.customer.Customers;
import io.chancery.dispatch.sms.smsc.MagicNumber;
import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is rendered and waits for its provider is not sent once its reader has refused it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class RefusalTest {

    private static final List<String> SKIPPED = List.of("accepted", "rendered", "queued", "skipped");

    @Inject
    Caller caller;

    @Inject
    Standstill standstill;

    @Inject
    SelfService selfService;

    @Inject
    Customers customers;

    /** A customer of its own for each test. */
    private final String record = "r" + UUID.randomUUID();

    private List<String> waiting = List.of();

    private void haveCustomer(Map<String, String> said) {
        var columns = new HashMap<>(said);
        columns.put("last_name", "Absage-" + record);
        caller.haveCustomer(record, columns);
    }

    private void haveReader() {
        haveCustomer(Map.of("email", record + "@example.org", "street", "Teststr. 7"));
        declare("consents", "\"channel\": \"email\", \"status\": \"granted\", \"evidence\": {\"text\": \"Ja\"}");
    }

    private void declare(String what, String said) {
        caller.as("agent")
                .body("{" + said + "}")
                .post("/api/v1/customers/" + caller.ucid(record) + "/" + what)
                .then()
                .statusCode(201);
    }

    private void unsubscribeByOneClick() {
        var path = selfService.optOutPath(customers.findId("crm", record).orElseThrow());
        given().formParam("List-Unsubscribe", "One-Click").post(path).then().statusCode(200);
    }

    private String newsletter(Instant sendAt) {
        return accepted("newsletter-winter", """
                "channels": ["email"], "sendAt": "%s",
                "data": {"offer": "Glasfaser", "discount": "20", "until": "2026-12-24"}
                """.formatted(sendAt));
    }

    private String welcome() {
        return accepted("welcome", """
                "data": {"contract": "V-1", "tariff": "Öko", "from": "2027-01-01", "instalment": "87.00", "currency": "EUR"}
                """);
    }

    private String accepted(String template, String rest) {
        return caller.accepted("""
                {"template": "%s", "customer": {"source": "crm", "record": "%s"}, %s}
                """.formatted(template, record, rest));
    }

    private void awaitEvent(String id, String channel, String kind) {
        await().until(() -> caller.events(id, channel).contains(kind));
    }

    @Test
    void a_newsletter_that_waits_ends_with_the_click_and_a_contract_goes_on() throws SQLException {
        haveReader();
        standstill.during(() -> {
            var newsletter = newsletter(Instant.now());
            var welcome = welcome();
            awaitEvent(newsletter, "email", "queued");
            awaitEvent(welcome, "email", "queued");

            unsubscribeByOneClick();

            // Not later, but with the click.
            var stopped = caller.read(newsletter);
            assertThat(stopped.getString("status")).isEqualTo("cancelled");
            assertThat(stopped.getList("deliveries.reason")).containsExactly("consent-withdrawn");
            assertThat(caller.events(newsletter, "email")).isEqualTo(SKIPPED);
            waiting = List.of(newsletter, welcome);
        });

        assertThat(caller.ended(waiting.get(1)).getString("status")).isEqualTo("delivered");
        assertThat(caller.events(waiting.get(0), "email")).isEqualTo(SKIPPED);
    }

    @Test
    void what_an_operator_has_stopped_is_not_sent_when_it_is_released() throws SQLException {
        haveReader();
        standstill.during(() -> {
            var newsletter = newsletter(Instant.now());
            awaitEvent(newsletter, "email", "queued");
            var stop = caller.as("operator")
                    .body("{\"template\": \"newsletter-winter\", \"note\": \"Falsches Datum\"}")
                    .post("/api/v1/stops")
                    .then()
                    .statusCode(201)
                    .extract()
                    .<String>path("id");
            awaitEvent(newsletter, "email", "held");

            unsubscribeByOneClick();
            caller.as("operator").body("{}").post("/api/v1/stops/" + stop + "/lift");

            assertThat(caller.events(newsletter, "email"))
                    .containsExactly("accepted", "rendered", "queued", "held", "skipped");
        });
    }

    @Test
    void an_objection_ends_what_waits_and_a_letter_of_another_day_is_left_to_that_day() throws SQLException {
        haveReader();
        standstill.during(() -> {
            var newsletter = newsletter(Instant.now());
            var later = newsletter(Instant.now().plus(1, ChronoUnit.DAYS));
            awaitEvent(newsletter, "email", "queued");

            declare("objection", "\"reason\": \"Keine Werbung mehr\"");

            assertThat(caller.read(newsletter).getList("deliveries.reason")).containsExactly("objected");
            assertThat(caller.events(later, "email")).containsExactly("accepted");
        });
    }

    @Test
    void who_wants_no_contract_mails_gets_the_letter_of_the_plan() throws SQLException {
        haveReader();
        standstill.during(() -> {
            var welcome = welcome();
            awaitEvent(welcome, "email", "queued");

            declare("consents", "\"channel\": \"email\", \"purpose\": \"service\", \"status\": \"revoked\"");

            awaitEvent(welcome, "print", "queued");
            assertThat(caller.events(welcome, "email")).isEqualTo(SKIPPED);
            assertThat(caller.read(welcome).getString("deliveries.find { it.channel == 'email' }.reason"))
                    .isEqualTo("service-declined");
        });
    }

    @Test
    void a_restriction_and_a_death_end_contract_messages_too() throws SQLException {
        haveReader();
        standstill.during(() -> {
            var restricted = welcome();
            awaitEvent(restricted, "email", "queued");
            declare("restriction", "\"reason\": \"Bestreitet die Adresse\", \"except\": [\"request-payment\"]");

            assertThat(caller.ended(restricted).getList("deliveries.reason")).containsOnly("restricted");

            declare("restriction", "\"status\": \"lifted\", \"reason\": \"Geprüft\"");
            var inherited = welcome();
            awaitEvent(inherited, "email", "queued");
            declare("death", "\"reason\": \"Sterbeurkunde\"");

            assertThat(caller.ended(inherited).getList("deliveries.reason")).containsOnly("deceased");
        });
    }

    @Test
    void what_is_being_handed_over_goes_its_way_and_is_not_tried_again() throws SQLException {
        haveCustomer(Map.of("mobile", MagicNumber.THROTTLED.number()));
        standstill.withoutEnd(() -> {
            var text = accepted("meter-reading", """
                    "channels": ["sms"],
                    "data": {"until": "2026-12-18", "code": "LW-7K4M-29", "meters": [{"number": "1ESY7564060112",
                        "kind": "electricity", "unit": "kWh", "last": "48211", "lastOn": "2025-12-03"}]}
                    """);
            awaitEvent(text, "sms", "attempted");

            declare("restriction", "\"reason\": \"Bestreitet die Nummer\"");

            assertThat(caller.read(text).getList("deliveries.status")).containsExactly("sending");
            waiting = List.of(text);
        });

        var ended = caller.ended(waiting.get(0));
        assertThat(ended.getList("deliveries.reason")).containsExactly("restricted");
        assertThat(caller.events(waiting.get(0), "sms"))
                .containsExactly("accepted", "rendered", "queued", "attempted", "deferred", "skipped");
    }
}
