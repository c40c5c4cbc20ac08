package io.chancery.customer.steward;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chancery.customer.registry.People;
import io.chancery.customer.registry.People.Delivered;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.security.ApiClients;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The walk through review, merge, split and undo, as a steward takes it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class StewardshipTest {

    @Inject
    ApiClients clients;

    /** Sources and people of its own for each test; the database is shared. */
    private final String a = "a" + UUID.randomUUID();

    private final String b = "b" + UUID.randomUUID();
    private final People people = new People(UUID.randomUUID().getMostSignificantBits(), 3);

    private RequestSpecification as(String role) {
        var key = clients.createIfMissing(UUID.randomUUID().toString(), Set.of(role))
                .orElseThrow();
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }

    @BeforeEach
    void twoSources() {
        as("admin").body(People.DEFINITION).put("/api/v1/sources/" + a).then().statusCode(200);
        as("admin").body(People.DEFINITION).put("/api/v1/sources/" + b).then().statusCode(200);
    }

    private void put(String source, String id, String json) {
        as("system")
                .body(json)
                .put("/api/v1/sources/" + source + "/records/" + id)
                .then()
                .statusCode(200);
    }

    private void put(String source, Delivered record) {
        put(source, record.id(), record.json());
    }

    /** All that anybody can see of who is who, as auditors get it. */
    private Map<String, String> links() {
        var links = new TreeMap<String, String>();
        as("compliance")
                .get("/api/v1/links")
                .then()
                .statusCode(200)
                .extract()
                .body()
                .asString()
                .lines()
                .filter(line -> line.contains(a) || line.contains(b))
                .forEach(line ->
                        links.put(field(line, "source").charAt(0) + field(line, "record"), field(line, "ucid")));
        return links;
    }

    private static String field(String line, String name) {
        int start = line.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return line.substring(start, line.indexOf('"', start));
    }

    private ValidatableResponse steward(String path, String body) {
        return as("steward").body(body).post("/api/v1" + path).then();
    }

    private String merge(String ucid, String other) {
        return steward("/customers/" + ucid + "/merge", "{\"other\": \"" + other + "\", \"reason\": \"called in\"}")
                .statusCode(200)
                .extract()
                .path("operation");
    }

    /** All that anybody can see of these customers, but for the count of their changes and the time of the last. */
    private Map<String, JsonNode> states(Collection<String> ucids) throws JsonProcessingException {
        var states = new TreeMap<String, JsonNode>();
        for (var ucid : ucids) {
            var page = as("admin")
                    .get("/api/v1/customers/" + ucid)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            var state = (ObjectNode) new ObjectMapper().readTree(page);
            states.put(ucid, state.without(Set.of("version", "since")));
        }
        return states;
    }

    @Test
    void a_merge_is_undone_without_a_trace() throws JsonProcessingException {
        put(a, people.first().get(0));
        put(b, people.second().get(1));
        var before = links();
        var states = states(before.values());

        var operation = merge(before.get("aA0"), before.get("bB1"));

        assertThat(Set.copyOf(links().values())).containsExactly(before.get("aA0"));
        as("agent")
                .get("/api/v1/customers/" + before.get("bB1"))
                .then()
                .statusCode(200)
                .body("ucid", equalTo(before.get("aA0")));
        steward("/link-operations/" + operation + "/undo", "{}").statusCode(200);
        assertThat(links()).isEqualTo(before);
        assertThat(states(before.values())).isEqualTo(states);
        as("agent").get("/api/v1/customers/" + before.get("bB1")).then().body("ucid", equalTo(before.get("bB1")));
        steward("/link-operations/" + operation + "/undo", "{}").statusCode(409).body("code", equalTo("cannot-undo"));
    }

    @Test
    void a_dry_run_tells_what_would_be_and_changes_nothing() {
        put(a, people.first().get(0));
        put(b, people.second().get(1));
        var before = links();

        steward(
                        "/customers/" + before.get("aA0") + "/merge",
                        "{\"other\": \"" + before.get("bB1") + "\", \"dryRun\": true}")
                .statusCode(200)
                .body("operation", nullValue())
                .body("customers.find { it.ucid == '%s' }.records".formatted(before.get("aA0")), hasSize(2))
                .body(
                        "customers.find { it.ucid == '%s' }.mergedInto".formatted(before.get("bB1")),
                        equalTo(before.get("aA0")));

        assertThat(links()).isEqualTo(before);
    }

    @Test
    void nobody_merges_what_has_changed_since_he_looked() {
        put(a, people.first().get(0));
        put(b, people.second().get(1));
        var before = links();

        steward(
                        "/customers/" + before.get("aA0") + "/merge",
                        "{\"other\": \"" + before.get("bB1") + "\", \"version\": 99}")
                .statusCode(409)
                .body("code", equalTo("stale-version"));

        assertThat(links()).isEqualTo(before);
    }

    @Test
    void a_split_stands_although_the_engine_would_join_and_can_be_undone() {
        put(a, people.first().get(0));
        put(b, people.second().get(0));
        var before = links();
        assertThat(before.get("bB0")).isEqualTo(before.get("aA0"));

        String operation = steward(
                        "/customers/" + before.get("aA0") + "/split",
                        "{\"records\": [{\"source\": \"" + b + "\", \"record\": \"B0\"}]}")
                .statusCode(200)
                .extract()
                .path("operation");

        var split = links();
        assertThat(split.get("aA0")).isEqualTo(before.get("aA0"));
        assertThat(split.get("bB0")).isNotEqualTo(before.get("aA0"));
        put(b, "B0", people.second().get(0).json().replace("Musterstadt", "Neustadt"));
        assertThat(links()).isEqualTo(split);
        steward("/link-operations/" + operation + "/undo", "{}").statusCode(200);
        assertThat(links()).isEqualTo(before);
    }

    @Test
    void a_split_needs_somebody_to_leave_and_somebody_to_stay() {
        put(a, people.first().get(0));
        var ucid = links().get("aA0");

        steward("/customers/" + ucid + "/split", "{\"records\": [{\"source\": \"" + a + "\", \"record\": \"A0\"}]}")
                .statusCode(422)
                .body("errors.pointer", hasItem("/records"));
        steward("/customers/" + ucid + "/split", "{\"records\": [{\"source\": \"" + a + "\", \"record\": \"no\"}]}")
                .statusCode(422)
                .body("errors.pointer", hasItem("/records/0"));
    }

    @Test
    void a_question_is_answered_once_and_for_all() {
        put(a, people.first().get(0));
        put(b, people.second().get(0));
        put(b, "B0", people.second().get(1).json().replace("\"B1\"", "\"B0\""));
        var candidate = candidate();
        var path = "/match-candidates/" + candidate + "/decision";

        steward(path, "{\"verdict\": \"perhaps\"}").statusCode(422).body("errors.pointer", hasItem("/verdict"));
        steward(path, "{\"verdict\": \"same\", \"version\": \"0\"}").statusCode(409);
        steward(path, "{\"verdict\": \"same\", \"reason\": \"moved and married\"}")
                .statusCode(200);

        var links = links();
        assertThat(links.get("bB0")).isEqualTo(links.get("aA0"));
        as("steward").get("/api/v1/match-candidates/" + candidate).then().statusCode(404);
        put(b, "B0", people.second().get(1).json().replace("\"B1\"", "\"B0\"").replace("Musterstadt", "Neustadt"));
        assertThat(links()).isEqualTo(links);
        as("steward")
                .get("/api/v1/customers/" + links.get("aA0") + "/history")
                .then()
                .body("items.operation.kind", hasItem("same"))
                .body("items.operation.reason", hasItem("moved and married"));
    }

    private String candidate() {
        return as("steward")
                .queryParam("kind", "update")
                .queryParam("limit", 200)
                .get("/api/v1/match-candidates")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.a.source == '%s' || it.b.source == '%s' }.id".formatted(b, b));
    }

    @Test
    void every_link_is_explained_in_words() {
        put(a, people.first().get(0));
        put(b, people.second().get(0));
        var ucid = links().get("aA0");

        as("steward")
                .header("Accept-Language", "de-DE,de;q=0.9")
                .get("/api/v1/customers/" + ucid + "/why")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].levels.attribute", hasItems("birth-date", "email"))
                .body("items[0].levels.words", hasItem(startsWith("Geburtsdatum: gleich")))
                .body("items[0].levels.words.flatten()", everyItem(not(startsWith("attribute."))));
    }

    @Test
    void a_record_is_tried_without_being_taken() {
        put(a, people.first().get(0));
        var before = links();

        as("agent")
                .body("{\"source\": \"" + b + "\", \"columns\": "
                        + people.second().get(0).json() + "}")
                .post("/api/v1/match")
                .then()
                .statusCode(200)
                .body("customer", equalTo(before.get("aA0")))
                .body("nearest[0].record.record", equalTo("A0"));
        as("agent")
                .body("{\"source\": \"" + b + "\", \"columns\": "
                        + people.second().get(2).json() + "}")
                .post("/api/v1/match")
                .then()
                .body("customer", nullValue());

        assertThat(links()).isEqualTo(before);
    }

    @Test
    void only_stewards_decide() {
        put(a, people.first().get(0));
        var path = "/api/v1/customers/" + links().get("aA0") + "/merge";

        as("agent").body("{}").post(path).then().statusCode(403);
        as("operator")
                .body("{}")
                .post("/api/v1/match-candidates/" + UUID.randomUUID() + "/decision")
                .then()
                .statusCode(403);
    }

    @Test
    void a_preview_of_a_rematch_moves_nothing() {
        put(a, people.first().get(0));
        put(b, people.second().get(0));
        var before = links();

        String id = as("steward")
                .body("{\"preview\": true}")
                .post("/api/v1/rematches")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> as("steward")
                        .get("/api/v1/rematches/" + id)
                        .then()
                        .extract()
                        .path("status")
                        .equals("finished"));

        as("steward").get("/api/v1/rematches/" + id).then().body("report.records", greaterThan(1));
        assertThat(links()).isEqualTo(before);
    }
}
