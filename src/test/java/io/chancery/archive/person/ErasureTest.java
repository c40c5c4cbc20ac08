package io.chancery.archive.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.chancery.archive.person.order.OrderTable;
import io.chancery.archive.search.Words;
import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.Sql;
import io.chancery.platform.person.PersonIndex;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever is erased is unknown to everybody and everything, but for what the law wants kept. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ErasureTest {

    @Inject
    ErasureJob job;

    @Inject
    OrderTable orders;

    @Inject
    PersonIndex index;

    @Inject
    Somebody somebody;

    @Inject
    Caller caller;

    @Inject
    Words words;

    @Inject
    Sql sql;

    private void nobodyFinds(String canary, String ucid) {
        caller.as("agent")
                .get("/api/v1/customers?q=Nach" + canary)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        caller.as("agent")
                .get("/api/v1/customers?source=crm&record=" + Somebody.record(canary))
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        caller.as("agent")
                .get("/api/v1/customers/" + ucid)
                .then()
                .statusCode(410)
                .body("code", equalTo("customer-erased"));
        caller.as("agent").get("/api/v1/customers/" + ucid + "/messages").then().statusCode(410);
        assertThat(caller.as("agent").get("/api/v1/messages?customer=" + ucid).asString())
                .doesNotContain(ucid);
        assertThat(caller.as("agent")
                        .get("/api/v1/messages?reference=ref-" + Somebody.record(canary))
                        .asString())
                .doesNotContain(ucid);
        assertThat(caller.as("agent").get("/api/v1/archive?customer=" + ucid).asString())
                .doesNotContain(ucid);
        caller.post("""
                {"template": "welcome", "customer": {"ucid": "%s"}, "data": {}}
                """.formatted(ucid)).then().statusCode(equalTo(422));
    }

    private int found(String query) {
        return caller.as("compliance")
                .queryParam("q", query)
                .get("/api/v1/archive")
                .then()
                .statusCode(200)
                .extract()
                .path("items.size()");
    }

    /** What a check of everything says. */
    private JsonPath check() {
        var path = "/api/v1/archive/checks?limit=1";
        var before = caller.as("compliance").get(path).jsonPath().getString("items[0].id");
        await().until(() ->
                caller.as("compliance").post("/api/v1/archive/checks").statusCode() == 202);
        await().until(() -> !String.valueOf(
                        caller.as("compliance").get(path).jsonPath().getString("items[0].id"))
                .equals(String.valueOf(before)));
        return caller.as("compliance").get(path).jsonPath();
    }

    @Test
    void where_nothing_has_to_be_kept_nothing_is_left() throws SQLException {
        var canary = "kanari" + System.nanoTime() % 1_000_000;
        var ucid = somebody.person(canary);
        var message = somebody.advertised(canary, ucid);
        words.read();
        await().until(() -> found("Nach" + canary) == 1);
        assertThat(somebody.places(canary))
                .contains("source_record", "golden", "message", "consent_declaration", "archive_text");
        caller.as("compliance")
                .get("/api/v1/customers/" + ucid + "/erasure")
                .then()
                .statusCode(200)
                .body("state", equalTo("preview"))
                .body("report.erased.sourceRecords", equalTo(1))
                .body("report.erasedDeliveries", equalTo(1))
                .body("report.kept.size()", equalTo(0));

        somebody.erase(ucid)
                .statusCode(200)
                .body("state", equalTo("erased"))
                .body("report.erased.messages", equalTo(1));

        assertThat(somebody.places(canary)).isEmpty();
        assertThat(somebody.places(Somebody.record(canary))).containsExactly("audit_entry");
        nobodyFinds(canary, ucid);
        assertThat(found("Nach" + canary)).isZero();
        assertThat(found("recipient:" + canary + "@example.org")).isZero();
        caller.as("compliance")
                .get("/api/v1/customers/" + ucid + "/gdpr-export")
                .then()
                .statusCode(410);
        caller.as("operator")
                .get("/api/v1/messages/" + message + "/deliveries/email/rendition")
                .then()
                .statusCode(404);
        somebody.erase(ucid).statusCode(200);
        caller.as("compliance")
                .get("/api/v1/customers/" + ucid + "/erasure")
                .then()
                .body("state", equalTo("erased"))
                .body("asked.reason", equalTo("Request of 27 November, ticket 81"));
        caller.as("compliance")
                .get("/api/v1/audit?action=erased&subject=" + ucid)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].detail.kept", equalTo("0"));
    }

    @Test
    void what_the_law_wants_kept_is_found_by_compliance_alone() throws SQLException {
        var canary = "zeisig" + System.nanoTime() % 1_000_000;
        var ucid = somebody.person(canary);
        var gone = somebody.advertised(canary, ucid);
        var kept = somebody.letter(canary);
        var bytes = caller.rendition(kept, "email");
        words.read();
        await().until(() -> found("Nach" + canary) == 2);

        somebody.erase(ucid)
                .statusCode(200)
                .body("report.kept.size()", equalTo(1))
                .body("report.kept[0].documentClass", equalTo("letter"))
                .body("report.kept[0].deliveries", equalTo(1))
                .body("report.erasedDeliveries", equalTo(1));

        nobodyFinds(canary, ucid);
        assertThat(found("reference:ref-" + Somebody.record(canary))).isEqualTo(1);
        assertThat(found("customer:" + ucid)).isEqualTo(1);
        assertThat(found("Nach" + canary)).isEqualTo(1);
        assertThat(somebody.places(canary)).containsExactly("archive_text");
        assertThat(somebody.places(Somebody.record(canary)))
                .containsExactlyInAnyOrder("archive_text", "audit_entry", "message");
        var entry = caller.as("compliance")
                .queryParam("q", "customer:" + ucid)
                .get("/api/v1/archive")
                .jsonPath();
        assertThat(entry.getString("items[0].message.id")).isEqualTo(kept);
        assertThat(caller.as("compliance")
                        .get("/api/v1/archive/" + entry.getString("items[0].id") + "/rendition")
                        .asByteArray())
                .isEqualTo(bytes);
        caller.as("operator")
                .get("/api/v1/messages/" + kept + "/deliveries/email/rendition")
                .then()
                .statusCode(404);
        caller.as("operator")
                .get("/api/v1/messages/" + gone + "/deliveries/email/rendition")
                .then()
                .statusCode(404);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains(canary);
    }

    @Test
    void a_source_does_not_bring_them_back_unasked() {
        var canary = "wiederkehr" + System.nanoTime() % 1_000_000;
        var ucid = somebody.person(canary);
        somebody.erase(ucid).statusCode(200);
        var record = "/api/v1/sources/crm/records/" + Somebody.record(canary);

        var again = Map.of(
                "salutation",
                "",
                "title",
                "",
                "birthdate",
                "",
                "postal_code",
                "10115",
                "city",
                "Berlin",
                "country",
                "DE",
                "email",
                canary + "@example.org",
                "first_name",
                "Vor" + canary,
                "last_name",
                "Nach" + canary);
        caller.as("admin").body(again).put(record).then().statusCode(409).body("code", equalTo("erased-record"));
        caller.as("agent")
                .body(Somebody.REASON)
                .post(record + "/readmission")
                .then()
                .statusCode(403);
        caller.as("steward").body("{}").post(record + "/readmission").then().statusCode(422);
        caller.as("steward")
                .body(Somebody.REASON)
                .post(record + "/readmission")
                .then()
                .statusCode(204);
        caller.as("steward")
                .body(Somebody.REASON)
                .post(record + "/readmission")
                .then()
                .statusCode(404);
        somebody.person(canary);

        assertThat(caller.ucid(Somebody.record(canary))).isNotEqualTo(ucid);
    }

    @Test
    void a_check_finds_no_fault_with_an_erasure_and_one_with_a_key_that_somebody_has_emptied() {
        var erased = somebody.person("erased" + System.nanoTime() % 1_000_000);
        var ucid = erased;
        somebody.erase(ucid).statusCode(200);
        var canary = "emptied" + System.nanoTime() % 1_000_000;
        var emptied = somebody.person(canary);
        somebody.advertised(canary, emptied);

        assertThat(check().getString("items[0].findings.words")).doesNotContain("emptied, and no erasure");
        sql.run(
                "update customer_key set wrapped = null where customer_id = (select id from customer where ucid = '"
                        + emptied + "')",
                statement -> statement.executeUpdate());

        await().until(() -> check().getString("items[0].findings.words").contains("emptied, and no erasure"));
    }

    @Test
    void an_objection_outlives_the_person_as_a_hash() {
        var canary = "widerspruch" + System.nanoTime() % 1_000_000;
        var ucid = somebody.person(canary);
        caller.as("steward")
                .body("{\"reason\": \"No\", \"source\": \"letter\"}")
                .post("/api/v1/customers/" + ucid + "/objection")
                .then()
                .statusCode(201);
        somebody.erase(ucid).statusCode(200);
        caller.haveCustomer(canary + "-neu", Map.of("last_name", "Andermann", "email", canary + "@example.org"));
        var other = caller.ucid(canary + "-neu");

        assertThat(caller.as("compliance").get("/api/v1/customers/" + other).asString())
                .contains("erased-objection");
    }

    @Test
    void what_is_on_hold_is_kept_for_as_long_as_the_hold() {
        var canary = "streit" + System.nanoTime() % 1_000_000;
        var ucid = somebody.person(canary);
        somebody.advertised(canary, ucid);
        caller.as("compliance")
                .body("{\"customer\": \"" + ucid + "\", \"reason\": \"Lawsuit 7\"}")
                .post("/api/v1/archive/holds")
                .then()
                .statusCode(201);

        somebody.erase(ucid)
                .statusCode(200)
                .body("report.kept[0].duty", equalTo("legal hold"))
                .body("report.kept[0].holds.size()", equalTo(1))
                .body("report.erasedDeliveries", equalTo(0));
    }

    @Test
    void what_a_node_left_undone_another_does() {
        var ucid = somebody.person("abbruch" + System.nanoTime() % 1_000_000);
        var asked = new ErasureRecord.Asked("compliance", "A node died after this", Instant.EPOCH);
        orders.insert(index.find(ucid).orElseThrow().id(), asked);

        caller.as("compliance")
                .get("/api/v1/customers/" + ucid + "/erasure")
                .then()
                .body("state", equalTo("waiting"));
        await().untilAsserted(() -> {
            job.run();
            caller.as("agent").get("/api/v1/customers/" + ucid).then().statusCode(410);
        });
    }

    @Test
    void only_compliance_erases_and_says_why() {
        var ucid = somebody.person("rolle" + System.nanoTime() % 1_000_000);
        var path = "/api/v1/customers/" + ucid + "/erasure";

        for (var role : List.of("agent", "steward", "author", "operator", "admin", "system")) {
            caller.as(role).body(Somebody.REASON).post(path).then().statusCode(403);
            caller.as(role).get(path).then().statusCode(403);
        }
        caller.as("compliance").body("{}").post(path).then().statusCode(422).body("code", equalTo("invalid-erasure"));
        caller.as("compliance")
                .body(Somebody.REASON)
                .post("/api/v1/customers/x/erasure")
                .then()
                .statusCode(404);
    }
}
