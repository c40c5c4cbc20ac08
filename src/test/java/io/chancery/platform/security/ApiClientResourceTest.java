package io.chancery.platform.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ApiClientResourceTest {

    private static final String URL = "/api/v1/api-clients";

    @Inject
    ApiClients clients;

    private final String admin = "admin " + UUID.randomUUID();
    private final String name = "anna " + UUID.randomUUID();

    private RequestSpecification admin() {
        return with(clients.createIfMissing(admin, Set.of("admin")).orElseThrow());
    }

    private static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }

    private ValidatableResponse create(RequestSpecification who, Object body) {
        return given().spec(who).body(body).post(URL).then();
    }

    @Test
    void a_new_client_calls_with_its_key_until_it_is_revoked() {
        var admin = admin();
        var key = create(admin, Map.of("name", name, "roles", List.of("author", "approver")))
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("roles", contains("approver", "author"))
                .body("key", startsWith("ccm_"))
                .extract()
                .<String>path("key");
        with(key).get("/api/v1/templates").then().statusCode(200);
        with(key).get(URL).then().statusCode(403);
        var one = "items.find { it.name == '" + name + "' }.";
        given().spec(admin)
                .get(URL)
                .then()
                .body(one + "roles", contains("approver", "author"))
                .body(one + "createdAt", notNullValue())
                .body(one + "revokedAt", nullValue());

        given().spec(admin).post(URL + "/" + name + "/revoke").then().statusCode(204);

        with(key).get("/api/v1/templates").then().statusCode(401);
        given().spec(admin).get(URL).then().body(one + "revokedAt", notNullValue());
        given().spec(admin).post(URL + "/" + name + "/revoke").then().statusCode(404);
        create(admin, Map.of("name", name, "roles", List.of("author")))
                .statusCode(409)
                .body("code", equalTo("client-exists"));
    }

    @Test
    void a_bad_body_makes_nobody() {
        var admin = admin();
        create(admin, Map.of("name", "<b>", "roles", List.of("author", "king"), "more", 1))
                .statusCode(422)
                .body("code", equalTo("invalid-client"))
                .body("errors.pointer", containsInAnyOrder("/name", "/roles/1", "/more"));
        create(admin, Map.of("name", name, "roles", List.of()))
                .statusCode(422)
                .body("errors.pointer", contains("/roles"));
        create(admin, Map.of()).statusCode(422).body("errors.pointer", hasItem("/name"));
        given().spec(admin).get(URL).then().body("items.name", not(hasItem(name)));
    }

    @Test
    void nobody_locks_himself_out() {
        var admin = admin();

        given().spec(admin)
                .post(URL + "/" + this.admin + "/revoke")
                .then()
                .statusCode(409)
                .body("code", equalTo("own-key"));

        given().spec(admin).get(URL).then().statusCode(200);
    }
}
