package io.chancery.message.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.chancery.dispatch.sms.smsc.MagicNumber;
import io.chancery.message.Caller;
import io.chancery.message.Standstill;
import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a run goes on once it is started, beside others and beside single messages. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class RunFlowTest {

    private static final int MANY = 60;

    /** As many as may be queued, and those that were made with the last of them. */
    private static final int MOST_QUEUED = 25;

    @Inject
    Caller caller;

    @Inject
    RunCalls runs;

    @Inject
    Standstill standstill;

    @Inject
    DataSource database;

    @BeforeEach
    void customers() {
        runs.haveCustomer("lotte");
    }

    private List<String> query(String text, String id) {
        try (var connection = database.getConnection();
                var question = connection.prepareStatement(text)) {
            question.setString(1, id);
            var rows = question.executeQuery();
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonPath whenQueueIsFull(String id) {
        await().until(() -> runs.read(id).getInt("lines.accepted") >= 20);
        return runs.read(id);
    }

    @Test
    void little_is_made_ahead_and_a_paused_run_makes_nothing_until_it_is_resumed() throws SQLException {
        var id = runs.checked(RunCalls.lines("lotte", MANY));
        standstill.during(() -> {
            runs.act(id, "start");
            whenQueueIsFull(id);

            runs.act(id, "pause").statusCode(200).body("status", equalTo("paused"));

            assertThat(runs.read(id).getInt("lines.accepted")).isLessThanOrEqualTo(MOST_QUEUED);
            assertThat(runs.read(id).getInt("lines.waiting")).isGreaterThanOrEqualTo(MANY - MOST_QUEUED);
        });
        await().until(() -> runs.read(id).getInt("lines.accepted") == 0);
        var paused = runs.read(id);
        assertThat(paused.getInt("lines.delivered")).isBetween(20, MOST_QUEUED);
        runs.send(id, RunCalls.line("lotte", 1)).statusCode(409).body("code", equalTo("run-closed"));

        runs.act(id, "resume").statusCode(200).body("status", equalTo("running"));

        assertThat(runs.await(id, "completed").getInt("lines.delivered")).isEqualTo(MANY);
    }

    @Test
    void a_cancelled_run_calls_off_what_waits_wherever_it_waits() throws SQLException {
        var id = runs.checked(RunCalls.lines("lotte", MANY));
        standstill.during(() -> {
            runs.act(id, "start");
            whenQueueIsFull(id);

            runs.act(id, "cancel").statusCode(200).body("status", equalTo("cancelled"));

            await().until(() -> runs.read(id).getString("endedAt") != null);
            assertThat(runs.read(id).getInt("lines.cancelled")).isEqualTo(MANY);
        });
        assertThat(runs.results(id)).extracting(line -> line.getString("stage")).containsOnly("cancelled");
        assertThat(runs.results(id).get(0).getString("message")).isNotNull();
        assertThat(query(
                        "select number::text from attempt join delivery on delivery.id = delivery_id"
                                + " join message on message.id = message_id where message.run_id = ?::uuid",
                        id))
                .isEmpty();
        runs.act(id, "cancel").statusCode(200);
        runs.act(id, "resume").statusCode(409);
    }

    @Test
    void a_run_can_begin_at_a_time() {
        var id = runs.checked(RunCalls.lines("lotte", 2));
        var at = Instant.now().plusSeconds(2);

        runs.start(id, "{\"at\": \"" + at + "\"}").statusCode(200).body("status", equalTo("scheduled"));

        assertThat(runs.read(id).getInt("lines.waiting")).isEqualTo(2);
        var run = runs.await(id, "completed");
        assertThat(Instant.parse(run.getString("startedAt"))).isAfterOrEqualTo(at);
        assertThat(run.getInt("lines.delivered")).isEqualTo(2);
    }

    @Test
    void what_has_failed_is_tried_again_and_nothing_else() {
        caller.haveCustomer(
                "pech", Map.of("first_name", "Pia", "last_name", "Pechmann", "mobile", MagicNumber.INVALID.number()));
        var sms = RunCalls.line("pech", 1).replace("{\"customer\"", "{\"channels\": [\"sms\"], \"customer\"");
        var id = runs.checked(sms + "\n" + RunCalls.line("lotte", 2));
        runs.act(id, "start");
        var first = runs.await(id, "completed");
        assertThat(first.getInt("lines.failed")).isEqualTo(1);
        assertThat(first.getInt("lines.delivered")).isEqualTo(1);
        var before = runs.results(id);
        caller.haveCustomer("pech", Map.of("first_name", "Pia", "last_name", "Pechmann", "mobile", "+491713920099"));

        runs.act(id, "retry").statusCode(200).body("status", equalTo("running"));

        var again = runs.await(id, "completed");
        assertThat(again.getInt("lines.failed")).isZero();
        assertThat(again.getInt("lines.delivered")).isEqualTo(2);
        var after = runs.results(id);
        assertThat(after.get(0).getList("earlier"))
                .containsExactly(before.get(0).getString("message"));
        assertThat(after.get(0).getString("message")).isNotEqualTo(before.get(0).getString("message"));
        assertThat(after.get(1).getString("message")).isEqualTo(before.get(1).getString("message"));
        runs.act(id, "retry").statusCode(409).body("code", equalTo("nothing-to-retry"));
    }

    @Test
    void a_single_message_overtakes_a_run() throws SQLException {
        var id = runs.checked(RunCalls.lines("lotte", MANY));
        var single = new AtomicReference<String>();
        standstill.during(() -> {
            runs.act(id, "start");
            whenQueueIsFull(id);
            single.set(caller.accepted("""
                    {"template": "welcome", "customer": {"source": "crm", "record": "lotte"}, "channels": ["print"],
                     "data": {"contract": "V-0", "tariff": "Öko", "from": "2027-01-01", "instalment": "87.00",
                        "currency": "EUR"}}
                    """));
            await().until(() -> caller.events(single.get(), "print").contains("queued"));
        });
        runs.await(id, "completed");

        // Of those that were in the lane's hands already it overtakes none, of the others all.
        var later = query("""
                select delivery.id::text from attempt join delivery on delivery.id = delivery_id
                    join message on message.id = message_id
                where message.run_id is not null and started_at > (
                    select started_at from attempt join delivery on delivery.id = delivery_id
                    where message_id = ?::uuid)
                """, single.get());
        assertThat(later).hasSizeGreaterThanOrEqualTo(MANY - MOST_QUEUED);
    }

    @Test
    void runs_of_two_clients_take_turns() {
        var one = runs.checked(RunCalls.lines("lotte", 30));
        var other = runs.run(caller.asOther());
        caller.asOther()
                .contentType("application/x-ndjson")
                .body(RunCalls.lines("lotte", 30).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/runs/" + other + "/items")
                .then()
                .statusCode(200);
        caller.asOther().post("/api/v1/runs/" + other + "/check");
        await().until(() -> "ready"
                .equals(caller.as("operator").get("/api/v1/runs/" + other).path("status")));

        var at = "{\"at\": \"" + Instant.now().plusSeconds(2) + "\"}";
        runs.start(one, at);
        caller.asOther()
                .body(at)
                .post("/api/v1/runs/" + other + "/start")
                .then()
                .statusCode(200);
        runs.await(one, "completed");

        var firstThirty = query("""
                select run_id::text from message where run_id in (?::uuid, '%s') order by id limit 30
                """.formatted(other), one);
        assertThat(firstThirty).filteredOn(one::equals).hasSizeBetween(10, 20);
    }
}
