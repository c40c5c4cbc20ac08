package io.chancery.customer.sync;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.chancery.customer.registry.People;
import io.chancery.customer.registry.People.Delivered;
import io.chancery.platform.security.ApiClients;
import io.chancery.platform.webhook.Receiver;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of the way back do over REST, each with a receiver, two sources and people of its own. */
class SyncSteps {

    /** One test's clients are not the next one's. */
    @Inject
    ApiClients clients;

    final Receiver receiver = new Receiver();
    final String teller = "t" + UUID.randomUUID();
    final String wisher = "w" + UUID.randomUUID();
    private final People people = new People(UUID.randomUUID().getMostSignificantBits(), 2);
    private String start = "";

    RequestSpecification as(String role) {
        var key = clients.createIfMissing(UUID.randomUUID().toString(), Set.of(role))
                .orElseThrow();
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }

    /** One source that only delivers, and one that wants to be told of addresses. */
    @BeforeEach
    void twoSources() {
        start = end();
        source(teller, People.DEFINITION);
        source(wisher, wanting("email", "street"));
    }

    @AfterEach
    void closeReceiver() {
        receiver.close();
    }

    static String wanting(String... attributes) {
        return People.DEFINITION.replace(
                "\"trust\": 50", "\"trust\": 50, \"wants\": [\"" + String.join("\", \"", attributes) + "\"]");
    }

    void source(String key, String definition) {
        as("admin").body(definition).put("/api/v1/sources/" + key).then().statusCode(200);
    }

    /** The source has a webhook from now on; its secret. */
    String webhook(String source, String url) {
        return as("admin")
                .body(Map.of("url", url))
                .put("/api/v1/sources/" + source + "/webhook")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
    }

    Delivered first(int person) {
        return people.first().get(person);
    }

    Delivered second(int person) {
        return people.second().get(person);
    }

    void put(String source, String id, String json) {
        as("system")
                .body(json)
                .put("/api/v1/sources/" + source + "/records/" + id)
                .then()
                .statusCode(200);
    }

    void put(String source, Delivered record) {
        put(source, record.id(), record.json());
    }

    /** The person is known to both sources, and both say the same. */
    String knownToBoth() {
        put(wisher, second(0));
        put(teller, first(0));
        return ucid(wisher, "B0");
    }

    String ucid(String source, String record) {
        return customer(source, record).getString("items[0].ucid");
    }

    private JsonPath customer(String source, String record) {
        return as("agent")
                .get("/api/v1/customers?source=" + source + "&record=" + record)
                .jsonPath();
    }

    long version(String ucid) {
        return as("steward").get("/api/v1/customers/" + ucid).jsonPath().getLong("version");
    }

    void set(String ucid, String attribute, Object value) {
        as("steward")
                .header("If-Match", "\"" + version(ucid) + "\"")
                .body(Map.of("value", value))
                .put("/api/v1/customers/" + ucid + "/values/" + attribute)
                .then()
                .statusCode(204);
    }

    /** What the feed has for a record of the source since the test began, oldest first, each as its payload. */
    List<Map<String, Object>> feed(String source, String record) {
        var found = new ArrayList<Map<String, Object>>();
        for (var page = changes(start); page.get("next") != null; page = changes(page.getString("next"))) {
            found.addAll(page.getList("items.findAll { it.subject == '%s/%s' }.payload".formatted(source, record)));
        }
        return found;
    }

    private String end() {
        var cursor = "";
        for (var page = changes(cursor); page.get("next") != null; page = changes(cursor)) {
            cursor = page.getString("next");
        }
        return cursor;
    }

    private JsonPath changes(String after) {
        var request = as("system").queryParam("limit", 1000);
        return (after.isEmpty() ? request : request.queryParam("after", after))
                .get("/api/v1/changes")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The feed ends before the oldest transaction that is still open, so one may have to wait. */
    List<Map<String, Object>> awaitFeed(String source, String record, int size) {
        await().until(() -> feed(source, record).size() >= size);
        return feed(source, record);
    }

    ValidatableResponse backlog(String source) {
        return as("operator").get("/api/v1/sources/" + source + "/sync").then().statusCode(200);
    }

    void awaitNothingWaits(String source) {
        await().until(() -> backlog(source).extract().<List<?>>path("items").isEmpty());
    }

    JsonPath told(int index) {
        await().until(() -> receiver.told().size() > index);
        return new JsonPath(receiver.told().get(index).body());
    }
}
