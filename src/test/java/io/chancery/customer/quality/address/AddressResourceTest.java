package io.chancery.customer.quality.address;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.Sql;
import io.chancery.platform.security.ApiClients;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class AddressResourceTest {

    @Inject
    ApiClients clients;

    @Inject
    Sql sql;

    private RequestSpecification as(String role) {
        var key = clients.createIfMissing(UUID.randomUUID().toString(), Set.of(role))
                .orElseThrow();
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }

    @Test
    void a_form_hears_how_the_city_is_spelled() {
        as("agent")
                .body("""
                        {"street": "Am Hang 5", "postcode": "85617", "city": "Assling", "country": "Deutschland"}
                        """)
                .post("/api/v1/addresses/check")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("CORRECTABLE_CITY"))
                .body("deliverable", equalTo(true))
                .body("certain", equalTo(true))
                .body("proposal.city", equalTo("Aßling"))
                .body("proposal.street", equalTo("Am Hang 5"))
                .body("proposal.country", equalTo("DE"))
                .body("reasons.code", contains("spelling"));
    }

    @Test
    void a_right_address_has_no_proposal() {
        as("system")
                .body("{\"postcode\": \"10115\", \"city\": \"Berlin\", \"country\": \"DE\"}")
                .post("/api/v1/addresses/check")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("VALID"))
                .body("proposal", nullValue());
    }

    @Test
    void what_cannot_be_an_address_is_refused_with_pointers() {
        as("system")
                .body("{\"city\": \"" + "x".repeat(121) + "\", \"country\": \"Atlantis\"}")
                .post("/api/v1/addresses/check")
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-address"))
                .body("errors.pointer", contains("/city", "/country"));
        as("system").body("null").post("/api/v1/addresses/check").then().statusCode(422);
    }

    @Test
    void who_only_reads_templates_checks_no_addresses() {
        as("author").body("{}").post("/api/v1/addresses/check").then().statusCode(403);
    }

    @Test
    void contact_point_and_record_know_how_good_they_are_and_follow_their_source() {
        var source = "s" + UUID.randomUUID();
        as("admin").body("""
                        {"title": "Verein", "trust": 40, "mapping": {"id": "nr", "defaults": {"country": "DE"}, "fields":
                          [{"kind": "full-name", "column": "name"}, {"kind": "postcode", "column": "plz"},
                           {"kind": "city", "column": "ort"}, {"kind": "street", "column": "str"}]}}
                        """).put("/api/v1/sources/" + source).then().statusCode(200);

        put(source, "60528", "Hainrode");
        assertThat(verdicts(source)).containsExactly("ZIP_CITY_MISMATCH");
        int before = quality(source);

        put(source, "06528", "Hainrode");
        assertThat(verdicts(source)).containsExactly("VALID");
        assertThat(quality(source)).isGreaterThan(before);
    }

    private void put(String source, String postcode, String city) {
        as("system")
                .body(
                        "{\"nr\": \"1\", \"name\": \"Muster, Ida\", \"str\": \"Am Hang 5\", \"plz\": \"%s\", \"ort\": \"%s\"}"
                                .formatted(postcode, city))
                .put("/api/v1/sources/" + source + "/records/1")
                .then()
                .statusCode(200);
    }

    private int quality(String source) {
        return sql.run("select quality from source_record where source = ?", statement -> {
            statement.setString(1, source);
            return Sql.rows(statement, row -> row.getInt(1)).get(0);
        });
    }

    private List<String> verdicts(String source) {
        var text = """
                select verdict from contact_point join source_record as record on record.id = record_id
                where record.source = ? and kind = 'postal'
                """;
        return sql.run(text, statement -> {
            statement.setString(1, source);
            return Sql.rows(statement, row -> row.getString(1));
        });
    }
}
