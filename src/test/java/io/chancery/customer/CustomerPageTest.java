package io.chancery.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.chancery.customer.golden.GoldenChanged;
import io.chancery.customer.golden.GoldenValues;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.Sql;
import io.chancery.platform.security.ApiClients;
import io.chancery.vocabulary.Attribute;
import io.chancery.vocabulary.Ucid;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One customer as a whole, made of several records. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class CustomerPageTest {

    private static final String DEFINITION = """
            {"title": "Test", "trust": 60, "mapping": {"id": "id", "defaults": {"country": "DE"}, "fields": [
              {"kind": "given-name", "column": "given"}, {"kind": "family-name", "column": "family"},
              {"kind": "birth-date", "column": "born"}, {"kind": "street", "column": "street"},
              {"kind": "postcode", "column": "postcode"}, {"kind": "city", "column": "city"},
              {"kind": "email", "column": "email"}, {"kind": "phone", "column": "phone"}]}}
            """;

    /** Hears what changes, as back-sync will. */
    @ApplicationScoped
    static class Listener {

        private final List<GoldenChanged.Change> heard = new CopyOnWriteArrayList<>();

        void hear(@Observes GoldenChanged event) {
            heard.addAll(event.changes());
        }

        List<GoldenChanged.Change> of(Ucid ucid) {
            return heard.stream().filter(change -> change.ucid().equals(ucid)).toList();
        }
    }

    @Inject
    ApiClients clients;

    @Inject
    Customers customers;

    @Inject
    GoldenValues goldenValues;

    @Inject
    Sql sql;

    @Inject
    Listener listener;

    private final String source = "s" + UUID.randomUUID();

    /** Letters only, as of a name, and of nobody else. */
    private final String family = "Zz" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");

    private RequestSpecification as(String role) {
        var key = clients.createIfMissing(UUID.randomUUID().toString(), Set.of(role))
                .orElseThrow();
        return given().header("Authorization", "Bearer " + key);
    }

    @BeforeEach
    void aSource() {
        as("admin").contentType("application/json").body(DEFINITION).put("/api/v1/sources/" + source);
    }

    private Ucid record(String id, Map<String, String> columns) {
        as("system")
                .contentType("application/json")
                .body(columns)
                .put("/api/v1/sources/" + source + "/records/" + id)
                .then()
                .statusCode(200);
        var path = as("system")
                .get("/api/v1/customers?source=" + source + "&record=" + id)
                .<String>path("items[0].ucid");
        return new Ucid(path);
    }

    /** Two records that nothing joins but the decision of a test. */
    private Ucid[] twoRecords() {
        var one = record("1", Map.of("given", "Ida", "family", family + "müller", "born", "1986-07-25"));
        var other =
                record("2", Map.of("given", "Renate", "family", "Q" + family, "email", "r" + family + "@example.org"));
        return new Ucid[] {one, other};
    }

    private void merge(Ucid into, Ucid gone) {
        var survivor = customers.findId(into).orElseThrow();
        var merged = customers.findId(gone).orElseThrow();
        QuarkusTransaction.requiringNew().run(() -> {
            run("update link set customer_id = ? where customer_id = ?", survivor, merged);
            run("update customer set merged_into = ?, merged_at = now() where id = ?", survivor, merged);
            goldenValues.refresh(List.of(survivor, merged));
        });
    }

    private int run(String text, Object... values) {
        return sql.run(text, statement -> {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        });
    }

    private ValidatableResponse page(String role, Ucid ucid) {
        return as(role).get("/api/v1/customers/" + ucid + "?lineage=true")
                .then()
                .statusCode(200);
    }

    @Test
    void a_page_says_where_each_value_comes_from() {
        var ucid = record("1", Map.of("given", "Ida", "family", family, "email", "i" + family + "@example.org"));

        page("compliance", ucid)
                .header("ETag", "\"1\"")
                .body("name.given", equalTo("Ida"))
                .body("records.record", contains("1"))
                .body("lineage.givenName.value", equalTo("Ida"))
                .body("lineage.givenName.source", equalTo(source))
                .body("lineage.givenName.record", equalTo("1"))
                .body("lineage.givenName.rule", equalTo("most-frequent"))
                .body("contactPoints.kind", contains("email"))
                .body("contactPoints[0].health", equalTo("valid"))
                .body("quality", equalTo(50))
                .body("aliases", empty())
                .body("mergedFrom", nullValue())
                .body("messages.items", empty());
        as("agent").get("/api/v1/customers/" + ucid).then().body("lineage", nullValue());
    }

    @Test
    void the_ucid_of_a_merged_customer_leads_to_the_survivor() {
        var two = twoRecords();
        var aliasId = customers.findId(two[1]).orElseThrow();

        merge(two[0], two[1]);

        page("agent", two[1])
                .body("ucid", equalTo(two[0].text()))
                .body("mergedFrom", equalTo(two[1].text()))
                .body("aliases", contains(two[1].text()))
                .body("records.record", contains("1", "2"))
                .body("contact.email", equalTo("r" + family.toLowerCase() + "@example.org"));
        assertThat(customers.recipients(List.of(aliasId)).get(aliasId).ucid()).isEqualTo(two[0]);
        assertThat(customers.idsOf(customers.findId(two[1]).orElseThrow()))
                .hasSize(2)
                .contains(aliasId);
        as("agent").get("/api/v1/customers?q=r" + family + "@").then().body("items.ucid", contains(two[0].text()));
        as("agent")
                .get("/api/v1/customers/" + two[1] + "/messages")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void the_version_moves_only_with_a_golden_value_and_listeners_hear_of_it() {
        var ucid = record("1", Map.of("given", "Ida", "family", family));
        record("1", Map.of("given", "Ida", "family", family, "unread", "x"));
        var unchanged = customers.get(ucid).version();
        record("1", Map.of("given", "Eva", "family", family));

        assertThat(unchanged).isEqualTo(1);
        assertThat(customers.get(ucid).version()).isEqualTo(2);
        assertThat(listener.of(ucid)).hasSize(2);
        var change = listener.of(ucid).get(1);
        assertThat(change.version()).isEqualTo(2);
        assertThat(change.values()).containsOnlyKeys(Attribute.GIVEN_NAME);
        assertThat(change.values().get(Attribute.GIVEN_NAME).before().value()).isEqualTo("Ida");
        assertThat(change.values().get(Attribute.GIVEN_NAME).after().value()).isEqualTo("Eva");
    }

    @Test
    void a_steward_sets_a_value_on_the_version_that_was_seen_and_takes_it_back() {
        var ucid = record("1", Map.of("given", "Ida", "family", family));
        var url = "/api/v1/customers/" + ucid + "/values/familyName";
        var body = "{\"value\": \"Lang\"}";

        as("steward").contentType("application/json").body(body).put(url).then().statusCode(428);
        put(url, "7", body).statusCode(409).body("code", equalTo("stale-version"));
        put(url, "\"1\"", body).statusCode(204).header("ETag", "\"2\"");
        put(url, "\"1\"", body).statusCode(409);
        page("steward", ucid)
                .body("name.family", equalTo("Lang"))
                .body("lineage.familyName.rule", equalTo("manual"))
                .body("lineage.familyName.source", equalTo("steward"));
        as("steward").header("If-Match", "\"2\"").delete(url).then().statusCode(204);
        assertThat(customers.get(ucid).name().family()).isEqualTo(family);
        as("steward").header("If-Match", "\"3\"").delete(url).then().statusCode(404);
        as("agent").contentType("application/json").body(body).put(url).then().statusCode(403);
    }

    private ValidatableResponse put(String url, String version, String body) {
        return as("steward")
                .contentType("application/json")
                .header("If-Match", version)
                .body(body)
                .put(url)
                .then();
    }

    @Test
    void what_cannot_be_a_value_is_refused() {
        var ucid = record("1", Map.of("given", "Ida", "family", family));
        var url = "/api/v1/customers/" + ucid + "/values/";

        put(url + "email", "1", "{\"value\": \"nobody\"}").statusCode(422).body("code", equalTo("invalid-value"));
        put(url + "address", "1", "{\"value\": {\"street\": \"Am Hang 5\"}}").statusCode(422);
        put(url + "ucid", "1", "{\"value\": \"x\"}").statusCode(404).body("code", equalTo("unknown-attribute"));
    }

    @Test
    void a_value_set_by_hand_follows_a_merge() {
        var two = twoRecords();
        put("/api/v1/customers/" + two[1] + "/values/address", "1", """
                {"value": {"street": "Am Hang 5", "postcode": "12043", "city": "Berlin", "country": "Deutschland"}}
                """).statusCode(204);

        merge(two[0], two[1]);

        page("steward", two[0])
                .body("contact.address.street", equalTo("Am Hang 5"))
                .body("contact.address.country", equalTo("DE"))
                .body("contact.address.deliverable", equalTo(true))
                .body("lineage.city.rule", equalTo("manual"));
    }

    @Test
    void a_role_sees_what_it_needs() {
        var ucid = record("1", Map.of("given", "Ida", "family", family, "born", "1986-07-25", "phone", "0171 3920001"));

        page("system", ucid).body("birthDate", equalTo("1986-07-25"));
        page("agent", ucid)
                .body("birthDate", equalTo("1986-**-**"))
                .body("lineage.birthDate.value", equalTo("1986-**-**"))
                .body("contact.mobile", equalTo("+491713920001"));
        page("operator", ucid)
                .body("ucid", equalTo(ucid.text()))
                .body("name.family", equalTo(""))
                .body("birthDate", nullValue())
                .body("contact.mobile", nullValue())
                .body("contactPoints[0].value", nullValue())
                .body("lineage.familyName.value", nullValue());
        as("operator").get("/api/v1/customers?q=" + family).then().statusCode(403);
        as("operator").get("/api/v1/customers?q=" + ucid).then().body("items.ucid", contains(ucid.text()));
    }

    @Test
    void a_bounced_address_is_shown_and_never_golden() {
        var ucid = record("1", Map.of("given", "Ida", "family", family, "email", "i@example.org"));
        var id = customers.findId(ucid).orElseThrow();
        QuarkusTransaction.requiringNew().run(() -> {
            run(
                    "update contact_point set valid = false from link where link.record_id = contact_point.record_id"
                            + " and link.customer_id = ?",
                    id);
            goldenValues.refresh(List.of(id));
        });

        page("agent", ucid).body("contact.email", nullValue()).body("contactPoints[0].health", equalTo("bounced"));
    }

    @Test
    void people_of_one_name_at_one_address_are_a_household() {
        var street = "Am " + family + " 5";
        var one = record("1", Map.of("given", "Ida", "family", family, "street", street, "postcode", "12043"));
        var other =
                record("2", Map.of("given", "Max", "family", family + "-Lang", "street", street, "postcode", "12043"));
        record("3", Map.of("given", "Eva", "family", "Anders", "street", street, "postcode", "12043"));

        page("agent", one)
                .body("household.ucid", contains(other.text()))
                .body("household[0].name.given", equalTo("Max"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "müller",
                "mueller",
                "MULLER",
                "ida mue",
                "0171 39",
                "+49 171 39",
                "0049171",
                "p.mue",
                "12043",
                "berl ida",
                "ucid"
            })
    void customers_are_found_by_the_beginnings_of_their_words(String typed) {
        var ucid = record(
                "1",
                Map.of(
                        "given",
                        "Ida",
                        "family",
                        "Müller",
                        "phone",
                        "0171 3920001",
                        "email",
                        "p.mueller@example.org",
                        "postcode",
                        "12043",
                        "city",
                        "Berlin"));

        as("agent")
                .queryParam("q", typed.equals("ucid") ? ucid.text() : typed)
                .queryParam("limit", 200)
                .get("/api/v1/customers")
                .then()
                .statusCode(200)
                .body("items.ucid", hasItem(ucid.text()));
    }

    @Test
    void the_view_says_what_it_has_and_which_purposes_may_read_it() {
        as("author")
                .get("/api/v1/golden-record/attributes")
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("attributes.find { it.attribute == 'birthDate' }.category", equalTo("sensitive"))
                .body("attributes.find { it.attribute == 'birthDate' }.purposes", contains("inform", "advise"));
    }

    @Test
    void partners_see_customers_that_are_active_and_have_a_record() {
        var two = twoRecords();
        merge(two[0], two[1]);
        as("system").delete("/api/v1/sources/" + source + "/records/1");
        as("system").delete("/api/v1/sources/" + source + "/records/2");

        assertThat(inView(two[0]) + inView(two[1])).isZero();
    }

    private long inView(Ucid ucid) {
        return sql.run("select count(*) from golden_record where ucid = ?", statement -> {
            statement.setString(1, ucid.text());
            return Sql.rows(statement, row -> row.getLong(1)).get(0);
        });
    }
}
