package io.chancery.message;

import static io.restassured.RestAssured.given;

import io.chancery.platform.security.ApiClients;
import io.chancery.vocabulary.DeliveryStatus;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;

/** Calls the API as a business system does, with keys of its own. */
@ApplicationScoped
public class Caller {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** What a record says where a test says nothing. */
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("salutation", ""),
            Map.entry("title", ""),
            Map.entry("birthdate", ""),
            Map.entry("postal_code", "10115"),
            Map.entry("city", "Berlin"),
            Map.entry("country", "DE"),
            Map.entry("email", ""),
            Map.entry("phone", ""),
            Map.entry("mobile", ""),
            Map.entry("preferred_channel", ""),
            Map.entry("language", "de"),
            Map.entry("modified", "2026-01-01T00:00:00"));

    private final ApiClients clients;
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    Caller(ApiClients clients) {
        this.clients = clients;
    }

    /** A key with these roles; the same one whenever it is asked for again. */
    public String key(String... roles) {
        var name = "test-" + String.join("-", roles);
        return keys.computeIfAbsent(
                name, missing -> clients.createIfMissing(missing, Set.of(roles)).orElseThrow());
    }

    /** A request of a business system that is none of the others. */
    public RequestSpecification asOther() {
        var key = keys.computeIfAbsent(
                "test-other",
                name -> clients.createIfMissing(name, Set.of("system")).orElseThrow());
        return given().header("Authorization", "Bearer " + key).contentType(ContentType.JSON);
    }

    /** A request with a key of these roles. */
    public RequestSpecification as(String... roles) {
        return given().header("Authorization", "Bearer " + key(roles)).contentType(ContentType.JSON);
    }

    /**
     * Loads one customer into a source that is made for it.
     *
     * @param said its columns, as far as the test cares for them
     */
    public void haveCustomer(String record, Map<String, String> said) {
        var columns = new HashMap<>(COLUMNS);
        columns.putAll(said);
        try {
            var mapping = Files.readString(Path.of("src/main/resources/demo/sources/crm.json"));
            as("admin").body(mapping).put("/api/v1/sources/crm").then().statusCode(org.hamcrest.Matchers.lessThan(300));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        as("admin")
                .body(columns)
                .put("/api/v1/sources/crm/records/" + record)
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));
    }

    /** Posts a message. */
    public Response post(String body) {
        return as("system").body(body.getBytes(StandardCharsets.UTF_8)).post("/api/v1/messages");
    }

    /** Posts a message that is accepted, and gives its id. */
    public String accepted(String body) {
        return post(body).then().statusCode(202).extract().path("id");
    }

    /** Waits until a message has ended. */
    public JsonPath ended(String id) {
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> List.of("delivered", "failed", "cancelled").contains(read(id).getString("status")));
        return read(id);
    }

    public JsonPath read(String id) {
        return as("operator")
                .get("/api/v1/messages/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The kinds of the events of one channel, oldest first. */
    public List<String> events(String id, String channel) {
        return as("operator")
                .get("/api/v1/messages/" + id + "/events")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("findAll { it.channel == '" + channel + "' }.kind");
    }

    /** Waits until a message has ended, and every copy of it. */
    public JsonPath allEnded(String id) {
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> read(id).getList("deliveries.status", String.class).stream()
                        .allMatch(status -> DeliveryStatus.of(status).isFinal()));
        return ended(id);
    }

    /** The UCID of the customer of a record. */
    public String ucid(String record) {
        return as("agent")
                .get("/api/v1/customers?source=crm&record=" + record)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].ucid");
    }

    /** The exact bytes of one channel. */
    public byte[] rendition(String id, String channel) {
        return rendition(id, channel, "");
    }

    /** The exact bytes of one channel, of the copy that the query names. */
    public byte[] rendition(String id, String channel, String query) {
        return as("operator")
                .get("/api/v1/messages/" + id + "/deliveries/" + channel + "/rendition" + query)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }
}
