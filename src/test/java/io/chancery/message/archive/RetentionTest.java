package io.chancery.message.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.chancery.archive.Archive;
import io.chancery.archive.NewDocument;
import io.chancery.archive.search.Words;
import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.Sql;
import io.chancery.platform.Superuser;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was sent is kept for as long as it has to be, and no longer. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class RetentionTest {

    private static final String HOLDS = "/api/v1/archive/holds";
    private static final String EXPORTS = "/api/v1/archive/exports";
    private static final String EXPIRIES = "/api/v1/archive/expiries";
    /** Eleven years in milliseconds, as ids begin with. */
    private static final long ELEVEN_YEARS = 11L * 366 * 86_400_000;

    @Inject
    Caller caller;

    @Inject
    Words words;

    @Inject
    Archive archive;

    @Inject
    Sql sql;

    private String record = "";

    @BeforeEach
    void have() {
        var number = String.valueOf(100_000 + System.nanoTime() % 900_000);
        record = "retention-" + number;
        caller.haveCustomer(
                record,
                Map.of("last_name", "Alt" + number, "email", record + "@example.org", "mobile", "+4915124" + number));
    }

    private RequestSpecification anna() {
        return caller.as("compliance");
    }

    private RequestSpecification bert() {
        return caller.as("compliance", "agent");
    }

    private String sent() {
        var id = caller.accepted("""
                {"template": "meter-reading", "customer": {"source": "crm", "record": "%s"}, "channels": ["sms"],
                 "reference": "%s", "metadata": {"case": "4711"},
                 "data": {"until": "2026-12-18", "code": "LW-7K4M-29", "meters": [{"number": "1ESY7564060112",
                    "kind": "electricity", "unit": "kWh", "last": "48211", "lastOn": "2025-12-03"}]}}
                """.formatted(record, record));
        caller.ended(id);
        return id;
    }

    /** The only delivery of a message, as if it had been sent eleven years ago. */
    private UUID aged(String message) throws SQLException {
        var id = UUID.fromString(caller.read(message).getString("deliveries[0].id"));
        words.read();
        await().until(() -> rows("archive_text", id) == 1);
        await().until(() ->
                caller.read(message).getString("deliveries[0].status").equals("delivered"));
        var old = new UUID(id.getMostSignificantBits() - (ELEVEN_YEARS << 16), id.getLeastSignificantBits());
        Superuser.force("update delivery set id = ? where id = ?", old, id);
        for (var table : List.of("event", "attempt", "attempt_reference", "screen_document")) {
            Superuser.force("update %s set delivery_id = ? where delivery_id = ?".formatted(table), old, id);
        }
        Superuser.force(
                "update archive_text set delivery_id = ?, month = month_of(?) where delivery_id = ?", old, old, id);
        Superuser.force("update event set at = at - interval '11 years' where delivery_id = ?", old);
        // What is encrypted for one delivery cannot be passed off as another's.
        var kept = archive.findRendition(id).orElseThrow().rendition();
        var customer = archive.findDeliveries(List.of(old)).get(0).customerId();
        Superuser.force("delete from archive_entry where delivery_id = ?", id);
        QuarkusTransaction.requiringNew()
                .run(() -> archive.keep(List.of(NewDocument.sent(old, customer, kept)), Map.of()));
        return old;
    }

    private int rows(String table, UUID delivery) {
        return sql.run("select count(*) from " + table + " where delivery_id = ?", statement -> {
            statement.setObject(1, delivery);
            return Sql.rows(statement, row -> row.getInt(1)).get(0);
        });
    }

    private String content(String message) {
        return sql.run(
                "select data::text || metadata::text from message where id = '" + message + "'",
                statement -> Sql.rows(statement, row -> row.getString(1)).get(0));
    }

    private ValidatableResponse hold(String body) {
        return anna().body(body).post(HOLDS).then();
    }

    private String proposed() {
        var id = anna().post(EXPIRIES).then().statusCode(202).extract().<String>path("id");
        await().until(() -> !expiry(id).getString("status").equals("counting"));
        return id;
    }

    private JsonPath expiry(String id) {
        return anna().get(EXPIRIES + "/" + id).then().statusCode(200).extract().jsonPath();
    }

    private void expire() {
        var id = proposed();
        if (expiry(id).getString("status").equals("proposed")) {
            bert().post(EXPIRIES + "/" + id + "/approve").then().statusCode(200);
            await().until(() -> expiry(id).getString("status").equals("finished"));
        }
    }

    private String onHold(UUID delivery) {
        return anna().get("/api/v1/archive/" + delivery)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("retention.onHold");
    }

    @Test
    void what_is_due_goes_once_two_agree_and_leaves_a_protocol() throws SQLException {
        expire();
        var message = sent();
        var young = sent();
        var old = aged(message);
        anna().get("/api/v1/archive/" + old)
                .then()
                .body("retention.documentClass", equalTo("letter"))
                .body("retention.onHold", equalTo(false))
                .body("retention.until", startsWith("20"))
                .body("retention.rule", containsString("6 years from the end of the calendar year"));

        var id = proposed();
        var preview = expiry(id);
        assertThat(preview.getString("status")).isEqualTo("proposed");
        assertThat(preview.getLong("preview.due")).isEqualTo(1);
        assertThat(preview.getString("preview.counts[0].documentClass")).isEqualTo("letter");
        anna().get(EXPIRIES + "/" + id + "/items").then().body("items.deliveryId", hasItem(old.toString()));
        anna().post(EXPIRIES).then().statusCode(409).body("code", equalTo("expiry-open"));
        anna().post(EXPIRIES + "/" + id + "/approve").then().statusCode(403).body("code", equalTo("own-proposal"));
        caller.as("admin").post(EXPIRIES + "/" + id + "/approve").then().statusCode(403);

        bert().body("{\"because\": \"looked through\"}")
                .post(EXPIRIES + "/" + id + "/approve")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/because"));
        bert().body("{\"reason\": \"looked through\"}")
                .post(EXPIRIES + "/" + id + "/approve")
                .then()
                .statusCode(200)
                .body("decision.approved", equalTo(true))
                .body("decision.reason", equalTo("looked through"));
        await().until(() -> expiry(id).getString("status").equals("finished"));

        assertThat(expiry(id).getLong("outcome.deleted")).isEqualTo(1);
        anna().get("/api/v1/archive/" + old).then().statusCode(404);
        for (var table : List.of("event", "archive_entry", "archive_text", "attempt", "screen_document")) {
            assertThat(rows(table, old)).as(table).isZero();
        }
        assertThat(caller.read(message).getString("reference")).isEmpty();
        assertThat(caller.read(message).getString("status")).isIn("delivered", "accepted");
        assertThat(caller.read(young).getString("reference")).isEqualTo(record);
        assertThat(content(message)).isEqualTo("{}{}");
        anna().accept("application/x-ndjson")
                .get(EXPIRIES + "/" + id + "/protocol")
                .then()
                .statusCode(200)
                .body(containsString("\"deliveryId\":\"" + old + "\""));
        anna().accept("text/csv")
                .get(EXPIRIES + "/" + id + "/protocol")
                .then()
                .statusCode(200)
                .body(containsString(old.toString()));
        anna().get("/api/v1/archive/" + old + "/proof")
                .then()
                .statusCode(200)
                .body("leaves.kind", equalTo(List.of("deletion-record")));
        bert().post(EXPIRIES + "/" + id + "/approve").then().statusCode(409).body("code", equalTo("wrong-status"));
    }

    @Test
    void the_evidence_of_a_message_of_which_nothing_is_left_tells_what_was_deleted() throws SQLException {
        var message = sent();
        var old = aged(message);
        expire();

        var body = "{\"message\": \"" + message + "\"}";
        var id =
                anna().body(body).post(EXPORTS).then().statusCode(202).extract().<String>path("id");
        await().until(() -> anna().get(EXPORTS + "/" + id).path("status").equals("ready"));

        var evidence = anna().get(EXPORTS + "/" + id + "/content").asByteArray();
        assertThat(new String(evidence, StandardCharsets.UTF_8))
                .contains("deliveries/" + old + "/rows.ndjson", "\"message\":\"" + message + "\"", "\"deletion\":{");
    }

    @Test
    void what_is_on_hold_stays_until_it_is_released() throws SQLException {
        var message = sent();
        var old = aged(message);
        var hold = hold("{\"customer\": \"%s\", \"reason\": \"Action 4 O 17/26\"}".formatted(caller.ucid(record)))
                .statusCode(201)
                .extract()
                .<String>path("id");
        assertThat(onHold(old)).isEqualTo("true");

        expire();

        assertThat(rows("archive_entry", old)).isPositive();
        anna().get(HOLDS + "?inForce=true").then().body("items.id", hasItem(hold));
        anna().body("{}").post(HOLDS + "/" + hold + "/release").then().statusCode(422);
        anna().body("{\"reason\": \"settled\"}")
                .post(HOLDS + "/" + hold + "/release")
                .then()
                .statusCode(200)
                .body("release.reason", equalTo("settled"));
        anna().body("{\"reason\": \"settled\"}")
                .post(HOLDS + "/" + hold + "/release")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-released"));

        expire();

        assertThat(rows("archive_entry", old)).isZero();
    }

    @Test
    void a_hold_is_on_a_customer_with_all_that_comes_on_a_message_or_on_what_a_query_finds() throws SQLException {
        var before = UUID.fromString(caller.read(sent()).getString("deliveries[0].id"));
        hold("{\"query\": \"reference:%s channel:sms\", \"reason\": \"audit\"}".formatted(record))
                .statusCode(201)
                .body("on.deliveries", equalTo(1));
        var after = sent();
        var later = UUID.fromString(caller.read(after).getString("deliveries[0].id"));

        assertThat(onHold(before)).isEqualTo("true");
        assertThat(onHold(later)).isEqualTo("false");

        hold("{\"message\": \"%s\", \"reason\": \"audit\"}".formatted(after)).statusCode(201);
        assertThat(onHold(later)).isEqualTo("true");

        hold("{\"customer\": \"%s\", \"reason\": \"audit\"}".formatted(caller.ucid(record)))
                .statusCode(201);
        var last = UUID.fromString(caller.read(sent()).getString("deliveries[0].id"));
        assertThat(onHold(last)).isEqualTo("true");
    }

    @Test
    void nobody_is_erased_while_it_is_not_known_what_a_hold_is_on() throws SQLException {
        sent();
        var erasure = "/api/v1/customers/" + caller.ucid(record) + "/erasure";
        var id = hold("{\"query\": \"reference:%s\", \"reason\": \"audit\"}".formatted(record))
                .statusCode(201)
                .extract()
                .<String>path("id");
        Superuser.force("insert into legal_hold_progress values (?, ?)", UUID.fromString(id), new UUID(0, 0));

        QuarkusTransaction.requiringNew().run(() -> {
            // As if another node were at it.
            sql.run("select from legal_hold_progress for update", PreparedStatement::execute);
            anna().body("{\"reason\": \"Asked\"}")
                    .post(erasure)
                    .then()
                    .statusCode(202)
                    .body("state", equalTo("waiting"));
        });

        await().atMost(Duration.ofSeconds(40))
                .until(() ->
                        anna().body("{\"reason\": \"Asked\"}").post(erasure).statusCode() == 200);
        anna().get(erasure).then().body("report.kept[0].holds", equalTo(List.of(id)));
    }

    @Test
    void an_order_that_holds_nothing_is_refused() {
        hold("{\"reason\": \"audit\"}").statusCode(422).body("errors[0].pointer", equalTo("/customer"));
        hold("{\"customer\": \"22222222Z\", \"query\": \"channel:sms\", \"reason\": \"x\"}")
                .statusCode(422);
        hold("{\"query\": \"reference:nothing-like-it\", \"reason\": \"audit\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/query"));
        hold("{\"message\": \"%s\", \"reason\": \"audit\"}".formatted(UUID.randomUUID()))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/message"));
        hold("{\"query\": \"recipient:a@example.org\", \"reason\": \"audit\"}").statusCode(400);
        hold("{\"query\": \"channel:sms\"}").statusCode(422).body("errors[0].pointer", equalTo("/reason"));
        caller.as("admin").body("{}").post(HOLDS).then().statusCode(403);
        anna().get(HOLDS + "/" + UUID.randomUUID()).then().statusCode(404).body("code", equalTo("unknown-legal-hold"));
    }

    @Test
    void the_application_deletes_nothing_by_itself() throws SQLException {
        var old = aged(sent());

        assertThat(refusal(
                        "select expire_deliveries('%s', array['%s']::uuid[], now(), array['%s']::uuid[], array['x'],"
                                + " array['2020-12-31']::date[], array['{}'], array['{}'], array[sha256('x')])",
                        UUID.randomUUID(), old, UUID.randomUUID()))
                .contains("was not approved by another person");
    }

    private String refusal(String text, Object... values) {
        try {
            return sql.run(text.formatted(values), statement -> String.valueOf(statement.execute()));
        } catch (io.chancery.platform.DatabaseException e) {
            return String.valueOf(e.getCause().getMessage());
        }
    }
}
