package io.chancery.platform.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.Sql;
import io.chancery.platform.Superuser;
import io.chancery.platform.security.ApiClients;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit log as those see it who may, and what has to be in it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class AuditResourceTest {

    private static final String AUDIT = "/api/v1/audit";
    private static final String CLIENTS = "/api/v1/api-clients";

    @Inject
    ApiClients clients;

    @Inject
    Caller caller;

    @Inject
    Sql sql;

    private final String admin = "admin " + UUID.randomUUID();
    private final String name = "anna " + UUID.randomUUID();

    @AfterEach
    void repair() throws SQLException {
        Superuser.execute("drop trigger if exists full_log on audit_entry");
        Superuser.execute("drop trigger if exists late_refusal on api_client");
    }

    private static void refuseInserts(String trigger) throws SQLException {
        Superuser.execute("""
                create or replace function refuse_for_a_test() returns trigger language plpgsql as $$
                begin
                    raise exception 'refused for a test';
                end
                $$
                """);
        Superuser.execute(trigger);
    }

    private RequestSpecification admin() {
        return with(clients.createIfMissing(admin, Set.of("admin")).orElseThrow());
    }

    private static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }

    private ValidatableResponse audit(String query) {
        return caller.as("compliance").get(AUDIT + query).then();
    }

    private JsonPath entries(String query) {
        return audit(query).statusCode(200).extract().jsonPath();
    }

    private ValidatableResponse create(RequestSpecification who) {
        return given().spec(who)
                .body(Map.of("name", name, "roles", List.of("author", "approver")))
                .post(CLIENTS)
                .then();
    }

    @Test
    void a_change_is_in_it_with_who_what_and_from_where() {
        var admin = admin();
        var before = Instant.now();
        create(admin).statusCode(201);
        given().spec(admin).post(CLIENTS + "/" + name + "/revoke").then().statusCode(204);

        audit("?subject=" + name)
                .statusCode(200)
                .body("items.action", contains("key-revoked", "key-created"))
                .body("items.actor", everyItem(equalTo(this.admin)))
                .body("items.roles", everyItem(contains("admin")))
                .body("items.subjectKind", everyItem(equalTo("api-client")))
                .body("items.address", everyItem(equalTo("127.0.0.1")))
                .body("items[1].detail.roles", equalTo("author approver"))
                .body("items[1].detail.call", equalTo("POST /api/v1/api-clients"))
                .body("items[0].detail.call", equalTo("POST /api/v1/api-clients/{name}/revoke"))
                .body("items.detail.effect", contains(nullValue(), nullValue()));
        assertThat(Instant.parse(entries("?subject=" + name).getString("items[1].at")))
                .isBetween(before.minusSeconds(1), Instant.now());
    }

    @Test
    void an_entry_stands_in_the_transaction_of_the_change() {
        create(admin()).statusCode(201);

        var transactions = sql.run(
                "select count(*) from api_client join audit_entry on audit_entry.subject = api_client.name"
                        + " where name = ? and api_client.xmin = audit_entry.xmin",
                statement -> {
                    statement.setString(1, name);
                    return Sql.rows(statement, row -> row.getInt(1));
                });
        assertThat(transactions).containsExactly(1);
    }

    @Test
    void a_change_that_is_rolled_back_leaves_no_entry() throws SQLException {
        var admin = admin();
        refuseInserts("create constraint trigger late_refusal after insert on api_client deferrable initially deferred"
                + " for each row execute function refuse_for_a_test()");

        create(admin).statusCode(500);

        audit("?subject=" + name).body("items", hasSize(0));
    }

    @Test
    void a_change_that_cannot_be_put_on_record_does_not_happen() throws SQLException {
        var admin = admin();
        refuseInserts("create trigger full_log before insert on audit_entry"
                + " for each row when (new.actor like 'admin %') execute function refuse_for_a_test()");

        create(admin).statusCode(500);

        assertThat(clients.find(name)).isEmpty();
    }

    @Test
    void what_cannot_be_put_on_record_is_not_shown() throws SQLException {
        var admin = admin();
        refuseInserts("create trigger full_log before insert on audit_entry"
                + " for each row when (new.actor like 'admin %') execute function refuse_for_a_test()");

        given().spec(admin)
                .get(CLIENTS)
                .then()
                .statusCode(500)
                .body("code", equalTo("internal-error"))
                .body("items", nullValue());
    }

    @Test
    void a_call_that_is_refused_or_changes_nothing_is_no_change() {
        var admin = admin();
        create(admin).statusCode(201);
        create(admin).statusCode(409);
        given().spec(admin).body("{}").post(CLIENTS).then().statusCode(422);

        audit("?actor=" + this.admin).body("items.action", contains("key-created"));
    }

    @Test
    void to_read_it_is_in_it() {
        var admin = admin();
        given().spec(admin).get(AUDIT + "?action=merged&limit=1").then().statusCode(200);

        audit("?actor=" + this.admin)
                .body("items[0].action", equalTo("searched"))
                .body("items[0].subjectKind", equalTo("audit"))
                .body("items[0].detail.action", equalTo("merged"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"system", "author", "approver", "steward", "agent", "operator"})
    void nobody_else_reads_it(String role) {
        caller.as(role).get(AUDIT).then().statusCode(403).body("code", equalTo("forbidden"));
        caller.as(role)
                .accept("text/csv")
                .get(AUDIT + "?from=2026-01-01T00:00:00Z")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "action=drank, /action",
        "subjectKind=horse, /subjectKind",
        "from=yesterday, /from",
        "to=2026-13-01T00:00:00Z, /to",
        "from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z, /to",
        "after=1, /after",
        "limit=0, /limit",
        "limit=201, /limit",
    })
    void a_bad_filter_is_refused_with_its_pointer(String query, String pointer) {
        audit("?" + query)
                .statusCode(400)
                .body("code", equalTo("invalid-query"))
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void every_bad_filter_is_told_in_one_go() {
        audit("?action=drank&from=yesterday&limit=0")
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/action", "/from", "/limit"))
                .body("errors[0].detail", containsString("sign-in-refused"));
    }

    @Test
    void pages_follow_each_other() {
        var admin = admin();
        create(admin).statusCode(201);
        given().spec(admin).post(CLIENTS + "/" + name + "/revoke").then().statusCode(204);

        var first = entries("?subject=" + name + "&limit=1");
        var second = entries("?subject=" + name + "&limit=1&after=" + first.getString("next"));
        var third = entries("?subject=" + name + "&limit=1&after=" + second.getString("next"));

        assertThat(first.getList("items.action")).containsExactly("key-revoked");
        assertThat(second.getList("items.action")).containsExactly("key-created");
        assertThat(third.getList("items")).isEmpty();
        assertThat(third.getString("next")).isNull();
    }

    @Test
    void a_period_is_downloaded_whole_and_that_is_in_it() {
        create(admin()).statusCode(201);
        var query = "?from=2026-01-01T00:00:00Z&subject=" + name;

        var csv = caller.as("compliance").accept("text/csv").get(AUDIT + query);
        var json = caller.as("compliance").accept("application/x-ndjson").get(AUDIT + query);

        csv.then().statusCode(200).header("Content-Disposition", containsString("audit.csv"));
        assertThat(csv.asString().lines())
                .hasSize(2)
                .first()
                .isEqualTo("id,at,actor,roles,address,action,subjectKind,subject,detail");
        assertThat(csv.asString()).contains(",127.0.0.1,key-created,api-client," + name + ",");
        json.then().statusCode(200).header("Content-Disposition", containsString("audit.ndjson"));
        assertThat(json.asString().lines()).singleElement().asString().contains("\"subject\":\"" + name + "\"");
        audit("?actor=test-compliance&action=exported&subjectKind=audit")
                .body("items[0].detail.subject", equalTo(name))
                .body("items[0].detail.from", notNullValue());
        caller.as("compliance")
                .accept("text/csv")
                .get(AUDIT)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/from"));
    }

    @Test
    void whoever_signs_in_or_is_not_let_in_is_in_it() {
        var key = clients.createIfMissing(name, Set.of("agent")).orElseThrow();
        signIn(key).statusCode(302);
        signIn("ccm_wrong").statusCode(303);

        audit("?actor=" + name)
                .body("items.action", contains("signed-in"))
                .body("items[0].roles", contains("agent"))
                .body("items[0].address", equalTo("127.0.0.1"));
        audit("?action=sign-in-refused").body("items.actor", hasItems(""));
    }

    private static ValidatableResponse signIn(String key) {
        return given().redirects()
                .follow(false)
                .formParam("j_username", "key")
                .formParam("j_password", key)
                .post("/j_security_check")
                .then();
    }
}
