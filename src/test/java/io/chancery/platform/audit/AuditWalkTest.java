package io.chancery.platform.audit;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.lessThan;

import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.security.ApiClients;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people and systems do all day, and what of it is on record. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class AuditWalkTest {

    private static final String API = "/api/v1/";
    private static final String MESSAGE = """
            {"template": "invoice", "customer": {"source": "crm", "record": "%1$s"}, "reference": "%1$s",
             "channels": ["email"],
             "data": {"number": "%1$s", "date": "2026-11-20", "due": "2026-12-15", "currency": "EUR",
                "period": {"from": "2026-01-01", "to": "2026-10-31"},
                "items": [{"text": "Strom", "quantity": "312", "unit": "kWh", "price": "0.3290", "vat": "19"}]}}
            """;

    @Inject
    ApiClients clients;

    @Inject
    Caller caller;

    /** One of its own for each test, as names and subjects are. */
    private final String suffix = UUID.randomUUID().toString().substring(0, 8);

    private final String record = "wanda-" + suffix;

    private String ucid = "";

    @BeforeEach
    void aCustomer() {
        caller.haveCustomer(
                record,
                Map.of(
                        "contact_id",
                        record,
                        "first_name",
                        "Wanda",
                        "last_name",
                        "Weg" + suffix,
                        "street",
                        "Teststr. 7",
                        "email",
                        record + "@example.org"));
        ucid = caller.ucid(record);
    }

    private String key(String... roles) {
        return clients.createIfMissing(String.join("-", roles) + " " + suffix, Set.of(roles))
                .orElseThrow();
    }

    private static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }

    private static Response ok(Response response) {
        response.then().statusCode(lessThan(300));
        return response;
    }

    /** What an actor did, oldest first: action, kind, subject. */
    private List<String> deeds(String actor) {
        var entries = ok(caller.as("compliance").get(API + "audit?limit=200&actor=" + actor + " " + suffix))
                .jsonPath()
                .getList("items", Map.class);
        var deeds = new ArrayList<String>();
        for (var entry : entries) {
            var effect = ((Map<?, ?>) entry.get("detail")).get("effect");
            deeds.add(
                    0,
                    entry.get("action") + " " + entry.get("subjectKind") + " " + entry.get("subject")
                            + (effect == null ? "" : " " + effect));
        }
        return deeds;
    }

    @Test
    void an_agent_looks_at_a_customer_and_at_what_they_got() {
        var id = caller.accepted(MESSAGE.formatted(record));
        caller.ended(id);
        var agent = key("agent");

        ok(with(agent).get(API + "customers?q=Weg" + suffix));
        ok(with(agent).get(API + "customers/" + ucid));
        ok(with(agent).get(API + "customers/" + ucid + "/messages"));
        ok(with(agent).get(API + "customers/" + ucid + "/consents"));
        ok(with(agent).get(API + "messages?customer=" + ucid));
        ok(with(agent).get(API + "messages/" + id));
        ok(with(agent).get(API + "messages/" + id + "/deliveries/email/rendition"));
        with(agent).get(API + "messages/" + UUID.randomUUID()).then().statusCode(404);
        with(agent).get(API + "customers/" + ucid + "/gdpr-export").then().statusCode(403);

        assertThat(deeds("agent"))
                .containsExactly(
                        "searched customer ",
                        "viewed customer " + ucid,
                        "viewed customer " + ucid,
                        "viewed consent " + ucid,
                        "searched message ",
                        "viewed message " + id,
                        "viewed message " + id);
        assertThat(ok(caller.as("compliance").get(API + "audit?actor=agent " + suffix))
                        .asString())
                .doesNotContain("Weg" + suffix);
    }

    @Test
    void pages_for_people_are_on_record_as_the_api_is() {
        var id = caller.accepted(MESSAGE.formatted(record));
        caller.ended(id);
        var session = given().redirects()
                .follow(false)
                .formParam("j_username", "key")
                .formParam("j_password", key("agent"))
                .post("/j_security_check")
                .cookie("quarkus-credential");
        var browser = given().cookie("quarkus-credential", session).accept("text/html");

        ok(given().spec(browser).get("/"));
        ok(given().spec(browser).get("/messages/" + id));
        ok(given().spec(browser).accept("*/*").get("/messages/" + id + "/deliveries/email"));

        assertThat(deeds("agent"))
                .containsExactly(
                        "signed-in session agent " + suffix,
                        "searched message ",
                        "viewed message " + id,
                        "viewed message " + id);
    }

    @Test
    void a_business_system_fills_the_log_neither_by_what_it_reads_nor_by_what_it_brings() {
        var system = key("system");
        var id = ok(with(system).body(MESSAGE.formatted(record)).post(API + "messages"))
                .<String>path("id");
        ok(with(system).get(API + "messages/" + id));
        ok(with(system).get(API + "customers/" + ucid));
        ok(with(system)
                .body("{\"channel\": \"email\", \"purpose\": \"marketing\", \"status\": \"unsubscribed\","
                        + " \"source\": \"shop\", \"evidence\": {\"text\": \"Wants none\"}}")
                .post(API + "customers/" + ucid + "/consents"));

        assertThat(deeds("system")).isEmpty();

        ok(with(system).delete(API + "sources/crm/records/" + record));
        assertThat(deeds("system")).containsExactly("deleted record " + record);
    }

    @Test
    void whoever_has_another_role_beside_is_no_business_system() {
        var both = key("agent", "system");
        ok(with(both).get(API + "customers/" + ucid));
        var id = ok(with(both).body(MESSAGE.formatted(record)).post(API + "messages"))
                .<String>path("id");

        assertThat(deeds("agent-system")).containsExactly("viewed customer " + ucid, "created message " + id);
    }

    @Test
    void a_steward_sets_a_value_and_tries_a_merge() {
        var steward = key("steward");
        caller.haveCustomer("other-" + record, Map.of("contact_id", "other-" + record, "last_name", "Anders" + suffix));
        var other = caller.ucid("other-" + record);
        var version = ok(with(steward).get(API + "customers/" + ucid)).header("ETag");
        ok(with(steward)
                .header("If-Match", version)
                .body("{\"value\": \"Wandel\"}")
                .put(API + "customers/" + ucid + "/values/familyName"));
        with(steward)
                .header("If-Match", "\"99999\"")
                .body("{\"value\": \"Zorn\"}")
                .put(API + "customers/" + ucid + "/values/familyName")
                .then()
                .statusCode(409);
        ok(with(steward)
                .body("{\"other\": \"" + other + "\", \"dryRun\": true}")
                .post(API + "customers/" + ucid + "/merge"));
        ok(with(steward).body("{\"other\": \"" + other + "\"}").post(API + "customers/" + ucid + "/merge"));

        assertThat(deeds("steward"))
                .containsExactly(
                        "viewed customer " + ucid,
                        "changed customer " + ucid,
                        "merged customer " + ucid + " none",
                        "merged customer " + ucid);
        assertThat(ok(caller.as("compliance").get(API + "audit?action=merged&subject=" + ucid))
                        .<String>path("items[0].detail.other"))
                .isEqualTo(other);
    }

    @Test
    void an_author_changes_and_an_approver_approves() {
        var author = key("author");
        var approver = key("approver");
        var block = "b" + suffix;
        var url = API + "blocks/" + block;
        ok(with(author)
                .body(Map.of("files", Map.of(block + ".html", "<p>New</p>")))
                .put(url + "/draft"));
        ok(with(author)
                .header("If-Match", "\"1\"")
                .body("{\"reason\": \"new\"}")
                .post(url + "/draft/submit"));
        with(author).body("{}").post(url + "/versions/1/approve").then().statusCode(403);
        ok(with(approver).body("{}").post(url + "/versions/1/approve"));
        ok(with(approver).body("{}").post(url + "/versions/1/publish"));

        assertThat(deeds("author")).containsExactly("changed block " + block, "submitted block " + block);
        assertThat(deeds("approver")).containsExactly("approved block " + block, "published block " + block);
        assertThat(ok(caller.as("compliance").get(API + "audit?subject=" + block))
                        .<List<String>>path("items.detail.version"))
                .containsExactly("1", "1", "1", null);
    }

    @Test
    void an_operator_stops_a_template_and_looks_after_runs_and_webhooks() {
        var operator = key("operator");
        // No other test sends by this channel of this template.
        var stop = ok(with(operator)
                        .body("{\"template\": \"invoice\", \"channel\": \"sms\", \"note\": \"for a test\"}")
                        .post(API + "stops"))
                .<String>path("id");
        ok(with(operator).post(API + "stops/" + stop + "/lift"));
        var webhook = ok(with(operator)
                        .body("{\"url\": \"http://localhost:1/\", \"events\": [\"message.status\"]}")
                        .post(API + "webhooks"))
                .<String>path("id");
        ok(with(operator).body("{\"enabled\": false}").patch(API + "webhooks/" + webhook));
        ok(with(operator).post(API + "webhooks/" + webhook + "/rotate"));
        ok(with(operator).delete(API + "webhooks/" + webhook));
        var suppression = ok(with(operator)
                        .body("{\"channel\": \"email\", \"address\": \"" + suffix + "@example.org\", \"note\": \"x\"}")
                        .post(API + "suppressions"))
                .<String>path("id");
        ok(with(operator).body("{\"reason\": \"a mistake\"}").post(API + "suppressions/" + suppression + "/lift"));

        assertThat(deeds("operator"))
                .containsExactly(
                        "held stop " + stop,
                        "released stop " + stop,
                        "created webhook " + webhook,
                        "changed webhook " + webhook,
                        "changed webhook " + webhook,
                        "deleted webhook " + webhook,
                        "created suppression " + suppression,
                        "released suppression " + suppression);
    }

    @Test
    void an_administrator_begins_a_run_and_cancels_a_message() {
        var admin = key("admin");
        var run = ok(with(admin).body("{\"template\": \"invoice\"}").post(API + "runs"))
                .<String>path("id");
        ok(with(admin)
                .contentType("application/x-ndjson")
                .body(("{\"customer\": {\"ucid\": \"" + ucid + "\"}, \"data\": {}}\n").getBytes(UTF_8))
                .post(API + "runs/" + run + "/items"));
        ok(with(admin).post(API + "runs/" + run + "/cancel"));
        var later =
                MESSAGE.formatted(record).replace("\"channels\"", "\"sendAt\": \"2036-01-01T08:00:00Z\", \"channels\"");
        var id = ok(with(admin).body(later).post(API + "messages")).<String>path("id");
        ok(with(admin).post(API + "messages/" + id + "/cancel"));

        assertThat(deeds("admin"))
                .containsExactly(
                        "created run " + run,
                        "imported run " + run,
                        "cancelled run " + run,
                        "created message " + id,
                        "cancelled message " + id);
    }

    @Test
    void a_preview_is_on_record_only_if_it_shows_a_real_customer() {
        var author = key("author");
        ok(with(author).body("{}").post(API + "templates/invoice/preview"));
        ok(with(author)
                .body("{\"customer\": {\"source\": \"crm\", \"record\": \"" + record + "\"}}")
                .post(API + "templates/invoice/preview"));

        assertThat(deeds("author")).containsExactly("viewed customer ");
        assertThat(ok(caller.as("compliance").get(API + "audit?actor=author " + suffix))
                        .<String>path("items[0].detail.record"))
                .isEqualTo(record);
    }

    @Test
    void compliance_exports_a_person() {
        var compliance = key("compliance");
        ok(with(compliance).get(API + "customers/" + ucid + "/gdpr-export"));

        assertThat(deeds("compliance")).containsExactly("exported customer " + ucid);
    }
}
