package io.chancery.customer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.chancery.customer.registry.People;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.security.ApiClients;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every body that cannot be carried out says what is wrong with it, and where. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class BodyFaultsTest {

    @Inject
    ApiClients clients;

    private final String source = "s" + UUID.randomUUID();
    private String ucid = "";

    private RequestSpecification as(String role) {
        var key = clients.createIfMissing(UUID.randomUUID().toString(), Set.of(role))
                .orElseThrow();
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }

    @BeforeEach
    void aCustomer() {
        var person = new People(UUID.randomUUID().getMostSignificantBits(), 1)
                .first()
                .get(0);
        as("admin")
                .body(People.DEFINITION)
                .put("/api/v1/sources/" + source)
                .then()
                .statusCode(200);
        as("system")
                .body(person.json())
                .put("/api/v1/sources/" + source + "/records/A0")
                .then()
                .statusCode(200);
        ucid = as("agent")
                .get("/api/v1/customers?source=" + source + "&record=A0")
                .path("items[0].ucid");
    }

    /** A place that takes a body, by what the table below calls it. */
    private ValidatableResponse send(String place, String body) {
        var admin = as("admin").body(body);
        return switch (place) {
            case "merge" -> admin.post("/api/v1/customers/" + ucid + "/merge").then();
            case "split" -> admin.post("/api/v1/customers/" + ucid + "/split").then();
            case "decision" ->
                admin.post("/api/v1/match-candidates/" + UUID.randomUUID() + "/decision")
                        .then();
            case "undo" ->
                admin.post("/api/v1/link-operations/" + UUID.randomUUID() + "/undo")
                        .then();
            case "rematch" -> admin.post("/api/v1/rematches").then();
            case "match" -> admin.post("/api/v1/match").then();
            case "webhook" ->
                admin.put("/api/v1/sources/" + source + "/webhook").then();
            default ->
                admin.header("If-Match", "\"1\"")
                        .put("/api/v1/customers/" + ucid + "/values/" + place)
                        .then();
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "merge|{'other': 'x'}|invalid-operation|/other",
                "merge|{'other': '4KT-9QX-RM8'}|invalid-operation|/other",
                "merge|{'other': 7}|invalid-operation|/other",
                "merge|{'other': null}|invalid-operation|/other",
                "merge|{'other': '', 'version': '1', 'dryRun': 'no', 'why': 1}|invalid-operation|/other /version /dryRun /why",
                "merge|{}|invalid-operation|/other",
                "merge|[]|invalid-operation|/ /other",
                "merge|{'other': 'x', 'version': 1.5, 'otherVersion': 0}|invalid-operation|/other /version /otherVersion",
                "merge|{'other': 'x', 'a/b~c': 1}|invalid-operation|/other /a~1b~0c",
                "split|{}|invalid-operation|/records",
                "split|{'records': {}}|invalid-operation|/records",
                "split|{'records': [7, {'source': 's'}]}|invalid-operation|/records/0 /records/0/source /records/0/record /records/1/record",
                "split|{'records': [{'source': 's', 'record': 1, 'id': 2}]}|invalid-operation|/records/0/record /records/0/id",
                "split|{'records': [], 'reason': 5}|invalid-operation|/reason",
                "decision|{}|invalid-operation|/verdict",
                "decision|{'verdict': 'perhaps'}|invalid-operation|/verdict",
                "decision|{'verdict': 1, 'version': 2, 'dryRun': 3}|invalid-operation|/verdict /version /dryRun",
                "undo|{'reason': 1, 'dryRun': 'x', 'id': 7}|invalid-operation|/reason /dryRun /id",
                "rematch|{'preview': 'yes', 'learn': 1, 'all': true}|invalid-rematch|/preview /learn /all",
                "match|{}|invalid-match|/source /columns",
                "match|{'source': 1, 'record': 2, 'columns': []}|invalid-match|/source /record /columns",
                "match|{'source': 's', 'columns': {}, 'id': 1}|invalid-match|/id",
                "webhook|{}|invalid-webhook|/url",
                "webhook|{'url': 7, 'secret': 'mine'}|invalid-webhook|/url /secret",
                "email|{}|invalid-value|/value",
                "email|{'value': 7}|invalid-value|/value",
                "email|{'value': 'no address'}|invalid-value|/value",
                "email|{'value': 'a@example.org', 'trust': 'all'}|invalid-value|/trust",
                "email|{'value': 'a@example.org', 'trust': 101, 'by': 'me'}|invalid-value|/trust /by",
                "address|{'value': 'Am Hang 5'}|invalid-value|/value",
                "address|{'value': {'street': 'Am Hang 5', 'zip': '12043'}}|invalid-value|/value",
                "address|{'value': {'street': 'Am Hang 5', 'postcode': 12043, 'city': 'Berlin', 'country': 'DE'}}|invalid-value|/value/postcode"
            })
    void a_faulty_body_is_refused_with_every_pointer(String place, String body, String code, String pointers) {
        send(place, body.replace('\'', '"'))
                .statusCode(422)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo(code))
                .body("errors.pointer", containsInAnyOrder(pointersOf(pointers)));
    }

    /** In the table «/» alone is the body as a whole, of which the pointer is empty. */
    private static String[] pointersOf(String table) {
        return Stream.of(table.split(" "))
                .map(pointer -> pointer.equals("/") ? "" : pointer)
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"merge", "split", "decision", "rematch", "match", "webhook", "email", "undo"})
    void what_is_not_json_is_said_to_be_so(String place) {
        for (var body : new String[] {"{\"other\": ", "{'other': 1}", "{\"a\": 1, \"a\": 2}", "{} {}"}) {
            send(place, body)
                    .statusCode(400)
                    .contentType(startsWith("application/problem+json"))
                    .body("code", equalTo("malformed-json"))
                    .body("detail", startsWith("The body is not JSON: line "));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"merge", "split", "decision", "rematch", "match", "webhook", "email"})
    void an_empty_body_is_said_to_be_empty(String place) {
        send(place, "")
                .statusCode(400)
                .body("code", equalTo("malformed-json"))
                .body("detail", equalTo("The body is not JSON: it is empty"));
    }

    @Test
    void nothing_need_be_said_to_take_something_back() {
        send("undo", "").statusCode(404).body("code", equalTo("unknown-link-operation"));
    }

    @Test
    void a_reason_without_end_is_refused() {
        send("undo", "{\"reason\": \"" + "x".repeat(1001) + "\"}")
                .statusCode(422)
                .body("errors.pointer", hasItem("/reason"));
    }

    @Test
    void a_refused_body_has_changed_nothing() {
        send("merge", "{\"other\": \"x\"}").statusCode(422).body("errors[0].detail", not(nullValue()));

        as("agent").get("/api/v1/customers/" + ucid).then().statusCode(200).body("version", equalTo(1));
    }
}
