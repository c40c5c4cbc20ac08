package io.chancery.message.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.chancery.archive.ArchiveSearch;
import io.chancery.archive.search.Words;
import io.chancery.customer.Customers;
import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was sent is found by all that can be known of it, and by nobody who may not see it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ArchiveSearchTest {

    private static String record = "";
    private static String name = "";
    private static String mail = "";
    private static String letter = "";
    private static String text = "";

    @Inject
    Caller caller;

    @Inject
    Words words;

    @Inject
    Customers customers;

    @Inject
    ArchiveSearch search;

    @Inject
    Sql sql;

    /** One customer, to whom each channel was used once. */
    @BeforeEach
    void have() {
        if (!record.isEmpty()) {
            return;
        }
        var number = String.valueOf(100_000 + System.nanoTime() % 900_000);
        name = "Müller" + number.replaceAll("[0-4]", "ä").replaceAll("[5-9]", "x");
        record = "archive-" + number;
        caller.haveCustomer(
                record,
                Map.of(
                        "first_name",
                        "Jörg",
                        "last_name",
                        name,
                        "email",
                        record + "@example.org",
                        "street",
                        "Große Straße 7",
                        "mobile",
                        "+4915123" + number));
        mail = sent("welcome", "email", WELCOME);
        letter = sent("welcome", "print", WELCOME);
        text = sent("meter-reading", "sms", METERS);
        // The words of the text were archived last, and are read in that order.
        words.read();
        Awaitility.await().until(() -> items(mine() + "LW-7K4M-29").size() == 1);
    }

    private static final String WELCOME = """
            {"contract": "V-1", "tariff": "Öko", "from": "2027-01-01", "instalment": "87.00", "currency": "EUR"}
            """;
    private static final String METERS = """
            {"until": "2026-12-18", "code": "LW-7K4M-29", "meters": [{"number": "1ESY7564060112", "kind": "electricity",
                "unit": "kWh", "last": "48211", "lastOn": "2025-12-03"}]}
            """;

    private String sent(String template, String channel, String data) {
        var id = caller.accepted("""
                {"template": "%s", "customer": {"source": "crm", "record": "%s"}, "channels": ["%s"],
                 "reference": "%s-%s", "data": %s}
                """.formatted(template, record, channel, record, channel, data));
        caller.ended(id);
        return id;
    }

    private RequestSpecification asCompliance() {
        return caller.as("compliance");
    }

    private JsonPath page(String query) {
        return asCompliance()
                .queryParam("q", query)
                .get("/api/v1/archive")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<String> items(String query) {
        return page(query).getList("items.message.id");
    }

    private ValidatableResponse refused(String query) {
        return asCompliance()
                .queryParam("q", query)
                .get("/api/v1/archive")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-query"));
    }

    private String mine() {
        return "source:crm record:" + record + " ";
    }

    private String deliveryOf(String message) {
        return page(mine()).getString("items.find { it.message.id == '" + message + "' }.id");
    }

    @Test
    void each_filter_finds_what_has_it() {
        assertThat(items("customer:" + caller.ucid(record))).containsExactlyInAnyOrder(mail, letter, text);
        assertThat(items(mine())).containsExactlyInAnyOrder(mail, letter, text);
        assertThat(items("reference:" + record + "-sms")).containsExactly(text);
        assertThat(items(mine() + "template:welcome version:1 class:transactional purpose:inform"))
                .containsExactlyInAnyOrder(mail, letter);
        assertThat(items(mine() + "channel:print")).containsExactly(letter);
        assertThat(items(mine() + "-channel:print")).containsExactlyInAnyOrder(mail, text);
        assertThat(items(mine() + "-status:failed from:2020-01-01")).hasSize(3);
        assertThat(items(mine() + "from:2020-01-01 to:2020-12-31")).isEmpty();
        assertThat(items("recipient:" + record.toUpperCase() + "@example.org")).containsExactly(mail);
        assertThat(items("recipient:\"10115 Grosse Str. 7\" " + mine())).containsExactly(letter);
        assertThat(items("run:" + UUID.randomUUID())).isEmpty();
        assertThat(items("reason:refused " + mine())).isEmpty();
        assertThat(items("test:true " + mine())).isEmpty();
    }

    @Test
    void filters_without_a_customer_find_it_among_all_others() {
        assertThat(items("template:welcome channel:email")).contains(mail).doesNotContain(letter, text);
        assertThat(items("purpose:inform class:transactional")).contains(mail, letter);
        assertThat(items("channel:sms from:2026-01-01")).contains(text);
        assertThat(items("")).contains(mail, letter, text);
        assertThat(items("status:failed")).doesNotContain(mail, letter, text);
    }

    @Test
    void who_the_provider_calls_by_an_id_is_found_by_it() {
        var id = asCompliance()
                .get("/api/v1/archive/" + deliveryOf(text))
                .then()
                .statusCode(200)
                .extract()
                .<String>path("attempts[0].providerId");

        assertThat(items("provider-id:\"" + id.split(",")[0] + "\"")).contains(text);
    }

    @Test
    void words_are_found_however_their_umlauts_are_written_on_every_channel() {
        var plain = name.replace("ü", "ue").replace("ä", "ae");

        assertThat(items(plain)).contains(mail, letter);
        assertThat(items(name.toUpperCase())).contains(mail, letter);
        assertThat(items("text:" + plain.substring(0, 9) + " channel:print"))
                .contains(letter)
                .doesNotContain(mail);
        assertThat(items("LW-7K4M-29 " + mine())).containsExactly(text);
        assertThat(items("-\"LW 7K4M 29\" " + mine())).containsExactlyInAnyOrder(mail, letter);
        assertThat(items("\"29 7K4M\" " + mine())).isEmpty();
    }

    @Test
    void parameters_mean_the_same_as_the_box() {
        asCompliance()
                .queryParam("source", "crm")
                .queryParam("record", record)
                .queryParam("channel", "sms")
                .queryParam("text", "\"LW 7K4M 29\"")
                .get("/api/v1/archive")
                .then()
                .statusCode(200)
                .body("items.message.id", equalTo(List.of(text)), "count", equalTo("1"))
                .body("items[0].message.template", equalTo("meter-reading"), "items[0].channel", equalTo("sms"))
                .body(
                        "items[0].ucid",
                        equalTo(caller.ucid(record)),
                        "items[0].document.size",
                        is(caller.rendition(text, "sms").length));
    }

    @Test
    void pages_hang_together() {
        var first = asCompliance()
                .queryParam("q", mine())
                .get("/api/v1/archive?limit=2")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var second = asCompliance()
                .queryParam("q", mine())
                .queryParam("after", first.getString("next"))
                .get("/api/v1/archive?limit=2")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(first.getString("count")).isEqualTo("3");
        assertThat(first.getList("items.message.id")).containsExactly(text, letter);
        assertThat(second.getList("items.message.id")).containsExactly(mail);
        assertThat(second.getString("next")).isNull();
        assertThat(second.getString("count")).isNull();
    }

    @Test
    void an_entry_tells_all_and_gives_the_exact_bytes() {
        var id = deliveryOf(letter);
        var bytes = asCompliance()
                .get("/api/v1/archive/" + id + "/rendition")
                .then()
                .statusCode(200)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", containsString("attachment"))
                .extract()
                .asByteArray();

        assertThat(bytes).isEqualTo(caller.rendition(letter, "print"));
        asCompliance()
                .header("Accept-Language", "de")
                .get("/api/v1/archive/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id), "channel", equalTo("print"), "documents[0].part", equalTo("sent"))
                .body("documents[0].content.used.data.contract", equalTo("V-1"))
                .body("documents[0].content.used.template", equalTo("welcome"))
                .body("documents[0].content.envelope.postcode", equalTo("10115"))
                .body("documents[0].storedSha256.size()", equalTo(64))
                .body("events[0].kind", equalTo("accepted"));
    }

    @Test
    void what_cannot_be_understood_is_explained() {
        refused("kanal:sms")
                .body("errors[0].pointer", equalTo("/q"))
                .body("errors[0].detail", containsString("at character 1"))
                .body("errors[0].detail", containsString("provider-id"));
        refused("status:lost text:\"offen");
        asCompliance().get("/api/v1/archive?limit=201").then().statusCode(400);
        asCompliance().get("/api/v1/archive?after=x").then().statusCode(400);
        asCompliance().get("/api/v1/archive/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void roles_see_what_they_may() {
        var id = deliveryOf(letter);
        caller.as("author").get("/api/v1/archive").then().statusCode(403);
        caller.as("system").get("/api/v1/archive").then().statusCode(403);
        caller.as("agent")
                .get("/api/v1/archive")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/customer"));
        caller.as("agent")
                .get("/api/v1/archive?customer=" + caller.ucid(record))
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(3));
        caller.as("agent").get("/api/v1/archive/" + id).then().statusCode(400);
        caller.as("agent")
                .get("/api/v1/archive/" + id + "?customer=" + caller.ucid(record))
                .then()
                .statusCode(200);
        caller.haveCustomer(record + "b", Map.of("last_name", "Anders", "email", record + "b@example.org"));
        caller.as("agent")
                .get("/api/v1/archive/" + id + "/rendition?customer=" + caller.ucid(record + "b"))
                .then()
                .statusCode(404);
    }

    @Test
    void searches_are_saved_and_shared() {
        var path = "/api/v1/archive/searches/fehler-sms";
        caller.as("admin")
                .body("{\"query\": \"status:failed channel:sms\"}")
                .put(path)
                .then()
                .statusCode(200);
        asCompliance().get(path).then().statusCode(404);
        caller.as("admin")
                .body("{\"query\": \"status:failed channel:sms\", \"shared\": true}")
                .put(path);

        asCompliance()
                .get(path)
                .then()
                .statusCode(200)
                .body("own", is(false), "query", equalTo("status:failed channel:sms"));
        asCompliance().delete(path).then().statusCode(404);
        asCompliance().body("{\"query\": \"status:lost\"}").put(path).then().statusCode(400);
        asCompliance()
                .body("{\"query\": \"recipient:a@example.org\"}")
                .put(path)
                .then()
                .statusCode(400);
        caller.as("admin").delete(path).then().statusCode(204);
        caller.as("admin").get(path).then().statusCode(404);
    }

    @Test
    void words_are_found_again_after_they_were_read_once_more() {
        caller.as("operator").post("/api/v1/archive/text/rebuild").then().statusCode(202);
        words.read();

        Awaitility.await().until(() -> items(mine() + name).containsAll(List.of(mail, letter)));
        assertThat(items(mine() + name)).doesNotHaveDuplicates();
    }

    @Test
    void who_was_erased_is_found_by_nobody() {
        var gone = record + "c";
        caller.haveCustomer(gone, Map.of("last_name", "Vergessen", "email", gone + "@example.org"));
        var id = caller.accepted("""
                {"template": "welcome", "customer": {"source": "crm", "record": "%s"}, "channels": ["email"],
                 "reference": "%s", "data": %s}
                """.formatted(gone, gone, WELCOME));
        caller.ended(id);
        words.read();
        Awaitility.await()
                .until(() -> items("recipient:" + gone + "@example.org").contains(id));
        var delivery = page("reference:" + gone).getString("items[0].id");
        var customerId = customers.findId("crm", gone).orElseThrow();

        QuarkusTransaction.requiringNew().run(() -> {
            sql.run(
                    "update customer_key set wrapped = null where customer_id = '" + customerId + "'",
                    statement -> statement.executeUpdate());
            search.forget(Set.of(customerId));
        });

        assertThat(items("recipient:" + gone + "@example.org")).isEmpty();
        assertThat(items("reference:" + gone)).isEmpty();
        assertThat(items("Vergessen from:2026-01-01")).doesNotContain(id);
        asCompliance().get("/api/v1/archive/" + delivery).then().statusCode(200);
    }
}
