package io.chancery.message.watch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators see of a running node. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class WatchTest {

    private static final List<String> CHANNELS = List.of("print", "email", "sms");

    @Inject
    Caller caller;

    @Inject
    SentEverywhere everywhere;

    @Inject
    ComposeGauges composing;

    @Inject
    HoldGauge holds;

    private final String template = "t" + UUID.randomUUID().toString().substring(1);

    @TempDir
    private Path root;

    @BeforeEach
    void aTemplateAndACustomer() {
        everywhere.haveTemplate(root, template);
        everywhere.haveCustomer(
                "Wanda", Map.of("last_name", "Wacht", "email", "wanda.wacht@example.org", "mobile", "+491713920091"));
    }

    private String sent() {
        return everywhere.send(template, "Wanda");
    }

    @Test
    void each_attempt_is_counted_and_timed_by_channel_and_provider() {
        var before = Scrape.now();

        sent();

        var after = Scrape.now();
        for (var channel : CHANNELS) {
            var tag = "channel=\"" + channel + "\"";
            for (var name : List.of(
                    "chancery_attempts_total",
                    "chancery_handover_seconds_count",
                    "chancery_acceptance_to_handover_seconds_count",
                    "chancery_rendering_seconds_count")) {
                assertThat(after.sum(name, tag)).as(name + tag).isGreaterThan(before.sum(name, tag));
            }
            assertThat(after.sum("chancery_provider_weight", tag)).isPositive();
            assertThat(after.find("chancery_provider_resting", tag)).contains(0.0);
        }
        assertThat(after.sum("chancery_intake_total", "outcome=\"accepted\""))
                .isGreaterThan(before.sum("chancery_intake_total", "outcome=\"accepted\""));
    }

    @Test
    void a_request_that_is_refused_is_counted_as_refused() {
        double before = Scrape.now().sum("chancery_intake_total", "outcome=\"refused\"");

        caller.post(everywhere.order(template, "Wanda", "{}")).then().statusCode(422);

        assertThat(Scrape.now().sum("chancery_intake_total", "outcome=\"refused\""))
                .isGreaterThan(before);
    }

    @Test
    void queues_and_holds_are_sampled_and_an_empty_one_is_nought() {
        await().untilAsserted(() -> {
            var scrape = Scrape.now();
            for (var channel : CHANNELS) {
                assertThat(scrape.find("chancery_queue_ready", "channel=\"" + channel + "\"", "single"))
                        .isPresent();
                assertThat(scrape.find("chancery_queue_retrying", "channel=\"" + channel + "\""))
                        .isPresent();
            }
            assertThat(scrape.find("chancery_back_sync", "waiting")).isPresent();
        });

        composing.sample();
        holds.sample();

        var scrape = Scrape.now();
        assertThat(scrape.find("chancery_compose_age_seconds", "single")).isPresent();
        assertThat(scrape.find("chancery_compose_waiting", "marketing")).isPresent();
        assertThat(scrape.find("chancery_holds", "reason=\"stopped\"")).isPresent();
    }

    @Test
    void nothing_of_a_customer_or_a_message_is_in_a_metric() {
        var id = sent();

        var scrape = String.join("\n", Scrape.now().lines());

        assertThat(scrape).doesNotContain(id, "Wacht", "wanda", "491713920091", template);
    }

    @Test
    void operators_see_each_provider_and_its_state() {
        caller.as("operator")
                .get("/api/v1/providers")
                .then()
                .statusCode(200)
                .body("node", notNullValue())
                .body("items.channel", hasItems("print", "email", "sms"))
                .body("items.address", not(empty()))
                .body("items[0].share.weight", greaterThan(0))
                .body("items[0].share.points", greaterThan(0));
        caller.as("author").get("/api/v1/providers").then().statusCode(403);
    }

    @Test
    void a_node_that_works_is_alive_and_ready_and_says_whether_it_is_slow() {
        given().get("/q/health/live")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("work-loops"))
                .body("checks.find { it.name == 'work-loops' }.data.loops", greaterThan(5));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'node' }.data.shards", equalTo(64))
                .body("checks.find { it.name == 'pace' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'pace' }.data.degraded", notNullValue());
    }
}
