package io.chancery.message.run;

import static org.awaitility.Awaitility.await;

import io.chancery.message.Caller;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Calls of the API about runs, as a business system makes them. */
@ApplicationScoped
class RunCalls {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Caller caller;

    RunCalls(Caller caller) {
        this.caller = caller;
    }

    /** A customer whom letters reach. */
    void haveCustomer(String record) {
        caller.haveCustomer(
                record,
                Map.of(
                        "first_name",
                        "Lotte",
                        "last_name",
                        "Serienmuster-" + record,
                        "street",
                        "Teststr. 9",
                        "email",
                        record.toLowerCase() + "@example.org"));
    }

    /** A line that is as it should be. */
    static String line(String record, int number) {
        return "{\"customer\": {\"source\": \"crm\", \"record\": \"" + record + "\"}, \"reference\": \"V-" + number
                + "\", \"data\": {\"contract\": \"V-" + number
                + "\", \"from\": \"2027-01-01\", \"instalment\": \"87.00\"}}";
    }

    static String lines(String record, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> line(record, number))
                .collect(Collectors.joining("\n"));
    }

    /** A run of welcome letters. */
    String run() {
        return run(caller.as("system"));
    }

    String run(RequestSpecification client) {
        return client.body("""
                        {"template": "welcome",
                         "defaults": {"channels": ["print"], "data": {"tariff": "Öko", "currency": "EUR"}}}
                        """)
                .post("/api/v1/runs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    ValidatableResponse send(String id, String lines) {
        return send(id, "", "application/x-ndjson", lines);
    }

    ValidatableResponse send(String id, String query, String type, String lines) {
        return caller.as("system")
                .contentType(type)
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/runs/" + id + "/items" + query)
                .then();
    }

    ValidatableResponse act(String id, String act) {
        return caller.as("system").post("/api/v1/runs/" + id + "/" + act).then();
    }

    ValidatableResponse start(String id, String body) {
        return caller.as("system")
                .body(body)
                .post("/api/v1/runs/" + id + "/start")
                .then();
    }

    JsonPath read(String id) {
        return caller.as("system")
                .get("/api/v1/runs/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    JsonPath await(String id, String status) {
        org.awaitility.Awaitility.await()
                .atMost(LIMIT)
                .until(() -> read(id).getString("status").equals(status));
        return read(id);
    }

    /** A run with these lines that has been checked. */
    String checked(String lines) {
        return checked(run(), lines);
    }

    String checked(String id, String lines) {
        send(id, lines).statusCode(200);
        act(id, "check").statusCode(200);
        await(id, "ready");
        return id;
    }

    List<Map<String, Object>> errors(String id) {
        return caller.as("system")
                .get("/api/v1/runs/" + id + "/errors")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    /** The results, each as JSON. */
    List<JsonPath> results(String id) {
        var file = caller.as("system")
                .get("/api/v1/runs/" + id + "/results")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return file.lines().filter(line -> !line.isBlank()).map(JsonPath::from).toList();
    }
}
