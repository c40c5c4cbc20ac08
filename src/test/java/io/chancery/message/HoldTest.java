package io.chancery.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chancery.dispatch.sms.smsc.MagicNumber;
import io.chancery.message.hold.Patience;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.template.Templates;
import io.chancery.template.source.SampleFolder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits for a person: listed, released, cancelled, and given up in the end. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class HoldTest {

    @Inject
    Caller caller;

    @Inject
    Standstill standstill;

    @Inject
    Templates templates;

    @Inject
    Patience patience;

    /** A template of its own for each test. */
    private final String template = "t" + UUID.randomUUID().toString().substring(1);

    @TempDir
    private Path root;

    @BeforeEach
    void aTemplate() {
        SampleFolder.in(root)
                .withAnother(template)
                .changing(template + "/template.yaml", "channels: [email, print]", "channels: [email]");
        assertThat(templates.importFrom(root).faults()).isEmpty();
    }

    private String accepted(String name, Map<String, String> reachedBy) {
        var customer = new HashMap<>(Map.of("first_name", name, "last_name", "Halt-" + name));
        customer.putAll(reachedBy);
        caller.haveCustomer(name, customer);
        return caller.accepted("""
                {"template": "%s", "customer": {"source": "crm", "record": "%s"},
                 "data": {"number": "R-1", "items": [{"quantity": "1", "price": "2.50", "vat": "19"}]}}
                """.formatted(template, name));
    }

    private Response post(String path, Map<String, ?> body) {
        return caller.as("operator").contentType(ContentType.JSON).body(body).post(path);
    }

    private String stop() {
        var answer = post("/api/v1/stops", Map.of("template", template, "note", "Falsches Datum"));
        assertThat(answer.statusCode()).isEqualTo(201);
        return answer.path("id");
    }

    private List<Map<String, String>> held() {
        return JsonPath.from(caller.as("operator")
                        .get("/api/v1/holds?template=" + template)
                        .asString())
                .getList("items");
    }

    private String awaitHeld(String id) {
        await().until(() -> status(id).equals("held"));
        return caller.read(id).getString("deliveries[0].id");
    }

    private String status(String id) {
        return caller.read(id).getString("deliveries[0].status");
    }

    @Test
    void what_an_operator_has_stopped_waits_until_the_stop_is_lifted() {
        var stop = stop();

        var id = accepted("Hanna", Map.of("email", "hanna.halt@example.org"));

        var delivery = awaitHeld(id);
        assertThat(held()).singleElement().satisfies(one -> {
            assertThat(one).containsEntry("delivery", delivery).containsEntry("message", id);
            assertThat(one).containsEntry("reason", "stopped").containsEntry("stop", stop);
            assertThat(one.get("sentence")).contains("operator has stopped");
        });
        assertThat(release(delivery).statusCode()).isEqualTo(409);
        assertThat(release(delivery).jsonPath().getString("code")).isEqualTo("stop-in-force");
        var lifted = post("/api/v1/stops/" + stop + "/lift", Map.of());
        assertThat(lifted.jsonPath().getInt("deliveries")).isEqualTo(1);
        assertThat(caller.ended(id).getString("status")).isEqualTo("delivered");
        assertThat(caller.events(id, "email"))
                .containsExactly("accepted", "held", "released", "rendered", "queued", "attempted", "sent");
        assertThat(held()).isEmpty();
    }

    private Response release(String delivery) {
        return post("/api/v1/holds/release", Map.of("deliveries", List.of(delivery)));
    }

    @Test
    void what_waits_for_a_provider_already_is_taken_back_and_goes_on_as_it_was_rendered() throws SQLException {
        var id = new String[1];
        var stop = new String[1];
        standstill.during(() -> {
            id[0] = accepted("Hilde", Map.of("email", "hilde.halt@example.org"));
            await().until(() -> status(id[0]).equals("queued"));
            stop[0] = stop();
            awaitHeld(id[0]);
        });

        post("/api/v1/stops/" + stop[0] + "/lift", Map.of());

        assertThat(caller.ended(id[0]).getString("status")).isEqualTo("delivered");
        assertThat(caller.events(id[0], "email"))
                .containsExactly("accepted", "rendered", "queued", "held", "released", "queued", "attempted", "sent");
    }

    @Test
    void a_message_that_is_held_can_be_cancelled_and_so_can_all_of_a_template() {
        stop();
        var one = accepted("Heike", Map.of("email", "heike.halt@example.org"));
        var other = accepted("Helga", Map.of("email", "helga.halt@example.org"));
        awaitHeld(one);
        awaitHeld(other);

        assertThat(post("/api/v1/messages/" + one + "/cancel", Map.of()).statusCode())
                .isEqualTo(200);
        var cancelled = post("/api/v1/holds/cancel", Map.of("template", template));

        assertThat(cancelled.jsonPath().getInt("deliveries")).isEqualTo(1);
        assertThat(caller.ended(one).getString("status")).isEqualTo("cancelled");
        assertThat(caller.ended(other).getString("status")).isEqualTo("cancelled");
        assertThat(held()).isEmpty();
    }

    @Test
    void what_nobody_decides_on_is_given_up_and_says_so() throws SQLException {
        stop();
        var id = accepted("Herta", Map.of("email", "herta.halt@example.org"));
        var delivery = awaitHeld(id);

        patience.ends(delivery);

        await().until(() -> status(id).equals("expired"));
        assertThat(caller.read(id).getString("deliveries[0].reason")).isEqualTo("hold-expired");
        assertThat(caller.ended(id).getString("status")).isEqualTo("cancelled");
    }

    @Test
    void what_nobody_knows_of_waits_for_somebody_who_finds_out() {
        SampleFolder.in(root)
                .withAnother(template)
                .changing(template + "/template.yaml", "channels: [email, print]", "channels: [sms]")
                .changing(template + "/template.yaml", "onUncertain: resend-flagged", "onUncertain: hold");
        assertThat(templates.importFrom(root).faults()).isEmpty();
        var id = accepted("Henri", Map.of("mobile", MagicNumber.CUT.number()));
        await().until(() -> status(id).equals("uncertain"));
        var delivery = caller.read(id).getString("deliveries[0].id");
        assertThat(held()).extracting(one -> one.get("reason")).containsExactly("handover-unknown");

        // The SMSC has hung up and is called again after a second; an attempt before that would only be put off.
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        release(delivery);
        await().until(() -> held().size() == 1 && caller.events(id, "sms").size() == 8);
        assertThat(caller.events(id, "sms"))
                .containsExactly(
                        "accepted",
                        "rendered",
                        "queued",
                        "attempted",
                        "uncertain",
                        "repeated",
                        "attempted",
                        "uncertain");
        var confirmed = post("/api/v1/holds/confirm", Map.of("deliveries", List.of(delivery)));

        assertThat(confirmed.jsonPath().getInt("deliveries")).isEqualTo(1);
        assertThat(caller.ended(id).getString("status")).isEqualTo("delivered");
        assertThat(held()).isEmpty();
    }

    @Test
    void a_bad_order_is_refused_with_its_faults_and_changes_nothing() {
        stop();
        var id = accepted("Hedwig", Map.of("email", "hedwig.halt@example.org"));
        awaitHeld(id);

        for (var body : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("deliveries", List.of("x")),
                Map.of("deliveries", List.of(), "template", template),
                Map.of("reason", "because"),
                Map.of("template", template, "everything", true))) {
            var answer = post("/api/v1/holds/cancel", body);
            assertThat(answer.statusCode()).as(body.toString()).isEqualTo(422);
            assertThat(answer.jsonPath().getString("code")).isEqualTo("invalid-hold-order");
            assertThat(answer.jsonPath().getList("errors")).isNotEmpty();
        }
        assertThat(post("/api/v1/stops", Map.of("template", template, "note", "again"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(post("/api/v1/stops", Map.of("template", "no-such", "note", "x"))
                        .jsonPath()
                        .getString("errors[0].pointer"))
                .isEqualTo("/template");
        assertThat(held()).hasSize(1);
    }
}
