package io.chancery.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.chancery.archive.log.note.VerifierKey;
import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ArchiveProofTest {

    @Inject
    Caller caller;

    private String deliveryOfOneMessage() {
        caller.haveCustomer("proof", Map.of("last_name", "Beweis", "mobile", "+4915112345678"));
        var id = caller.accepted("""
                {"template": "welcome", "customer": {"source": "crm", "record": "proof"}, "channels": ["sms"],
                 "data": {"contract": "V-1", "tariff": "Öko", "from": "2027-01-01", "instalment": "87.00", "currency": "EUR"}}
                """);
        return caller.ended(id).getString("deliveries[0].id");
    }

    @Test
    void compliance_is_given_each_row_of_a_delivery_as_a_leaf() {
        var path = "/api/v1/archive/" + deliveryOfOneMessage() + "/proof";

        var leaves = caller.as("compliance").get(path).jsonPath().getList("leaves.kind", String.class);

        assertThat(leaves).contains("document", "event");
        caller.as("author").get(path).then().statusCode(403);
        caller.as("compliance")
                .get("/api/v1/archive/" + UUID.randomUUID() + "/proof")
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-delivery"));
    }

    @Test
    void the_key_that_signatures_are_checked_with_can_be_read() {
        var key = caller.as("compliance").get("/api/v1/archive/key").asString();

        assertThat(VerifierKey.parse(key.strip()).name()).isEqualTo("chancery/archive");
    }

    private int reports() {
        return caller.as("compliance")
                .get("/api/v1/archive/checks?limit=100")
                .jsonPath()
                .getInt("items.size()");
    }

    /** What it finds is what other tests have broken on purpose. */
    @Test
    void a_check_that_is_asked_for_is_reported() {
        deliveryOfOneMessage();
        int before = reports();

        caller.as("author").post("/api/v1/archive/checks").then().statusCode(403);
        caller.as("compliance").post("/api/v1/archive/checks").then().statusCode(202);

        await().until(() -> reports() == before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"checks", "checkpoints"})
    void a_page_has_its_limits(String list) {
        caller.as("compliance")
                .get("/api/v1/archive/" + list + "?limit=101")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/limit"));
    }
}
