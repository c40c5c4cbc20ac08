package io.chancery.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chancery.dispatch.sms.smsc.MagicNumber;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.webhook.Receiver;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A business system is told of what becomes of its messages. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class StatusWebhookTest {

    @Inject
    Caller caller;

    private final Receiver receiver = new Receiver();
    private String webhook = "";

    @BeforeEach
    void aWebhook() {
        webhook = caller.as("system")
                .body(Map.of("url", receiver.url(), "events", List.of("message.status", "delivery.status")))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @AfterEach
    void noWebhook() {
        caller.as("system").delete("/api/v1/webhooks/" + webhook).then().statusCode(204);
        receiver.close();
    }

    private String invoice(String record, String channels) {
        return caller.accepted("""
                {"template": "invoice", "customer": {"source": "crm", "record": "%s"}, "reference": "R-W",
                 "channels": [%s], "metadata": {"case": "4711"},
                 "data": {"number": "R-W", "date": "2026-11-20", "due": "2026-12-15",
                    "period": {"from": "2026-01-01", "to": "2026-10-31"}, "currency": "EUR", "meter": "1ESY1234567890",
                    "items": [{"text": "Gas", "quantity": "312", "unit": "kWh", "price": "0.3290", "vat": "19"}]}}
                """.formatted(record, channels));
    }

    private List<JsonPath> told(String id) {
        return receiver.told().stream()
                .map(Receiver.Told::json)
                .filter(json -> id.equals(json.getString("data.messageId")))
                .toList();
    }

    private static List<String> steps(List<JsonPath> told) {
        return told.stream()
                .map(json -> json.getString("type") + " " + json.getString("data.channel") + " "
                        + json.getString("data.status"))
                .toList();
    }

    @Test
    void every_step_that_matters_is_told_without_personal_data() {
        caller.haveCustomer(
                "wilma",
                Map.of(
                        "first_name", "Wilma",
                        "last_name", "Webhaken",
                        "email", "wilma@example.org",
                        "mobile", "+491713920970"));
        var id = invoice("wilma", "\"email\", \"sms\"");

        await().until(() -> told(id).size() >= 4);

        assertThat(steps(told(id)))
                .contains("delivery.status email sent", "delivery.status sms sent", "delivery.status sms delivered")
                .contains("message.status null delivered");
        assertThat(told(id)).allSatisfy(json -> {
            assertThat(json.getString("data.reference")).isEqualTo("R-W");
            assertThat(json.getString("data.metadata.case")).isEqualTo("4711");
        });
        assertThat(receiver.told().toString().toLowerCase(Locale.ROOT))
                .doesNotContain("wilma", "webhaken", "3920970", "10115");
    }

    @Test
    void a_delivery_that_comes_back_says_why() {
        caller.haveCustomer(
                "rita",
                Map.of(
                        "first_name", "Rita",
                        "last_name", "Rücksendung",
                        "mobile", MagicNumber.UNDELIVERABLE.number()));
        var id = invoice("rita", "\"sms\"");

        await().until(() -> steps(told(id)).contains("message.status null failed"));

        var returned = told(id).stream()
                .filter(json -> "returned".equals(json.getString("data.status")))
                .findFirst()
                .orElseThrow();
        assertThat(returned.getString("data.reason")).isEqualTo("contact-point-bad");
        assertThat(returned.getString("data.deliveryId"))
                .isEqualTo(caller.read(id).getString("deliveries[0].id"));
    }
}
