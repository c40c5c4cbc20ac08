package io.chancery.template;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.Fault;
import io.chancery.platform.security.ApiClients;
import io.chancery.template.source.SampleFolder;
import io.chancery.template.store.FaultyTemplatesException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class TemplateResourceTest {

    @Inject
    Templates templates;

    @Inject
    ApiClients clients;

    @BeforeEach
    void importTheFolder(@TempDir Path root) {
        SampleFolder.in(root);
        templates.importFrom(root);
    }

    private RequestSpecification as(String role) {
        var key = clients.createIfMissing(UUID.randomUUID().toString(), Set.of(role))
                .orElseThrow();
        return given().header("Authorization", "Bearer " + key);
    }

    @Test
    void a_time_in_a_plan_is_shown_as_it_is_written() {
        as("author")
                .get("/api/v1/templates/meter-reading")
                .then()
                .statusCode(200)
                .body("settings.plan.fallbackAfter.sms", equalTo("PT48H"));
    }

    @Test
    void a_system_lists_the_templates() {
        as("system")
                .get("/api/v1/templates")
                .then()
                .statusCode(200)
                .body("items.key", hasItem("test-invoice"))
                .body("items.find { it.key == 'invoice' }.class", equalTo("transactional"))
                .body("items.find { it.key == 'invoice' }.purpose", equalTo("request-payment"))
                .body("items.find { it.key == 'invoice' }.channels", contains("email", "print"))
                .body("next", equalTo(null));
    }

    @Test
    void a_system_sees_what_data_a_template_needs() {
        as("system")
                .get("/api/v1/templates/test-invoice")
                .then()
                .statusCode(200)
                .body("schema.required", hasItems("number", "items"))
                .body("settings.class", equalTo("transactional"))
                .body("settings.plan.mode", equalTo("first-success"))
                .body("brand.key", equalTo("musterwerk"))
                .body("versions.initiation", hasItem("reactive"));
    }

    @Test
    void a_template_that_is_not_there_is_a_problem() {
        as("author")
                .get("/api/v1/templates/absent")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("unknown-template"));
    }

    @Test
    void only_authors_and_admins_import() {
        as("system").post("/api/v1/templates/import").then().statusCode(403);
        as("author")
                .post("/api/v1/templates/import")
                .then()
                .statusCode(200)
                .body("entries.findAll { it.kind == 'brand' }.key", hasItem("lindenwerk"))
                .body("faults", hasSize(0));
    }

    @Test
    void the_faults_of_a_folder_are_a_problem_that_names_file_and_line() {
        var fault = new ImportReport.SourceFault("invoice/template.yaml", 7, "/plan/mode", "must be one of all");

        var problem = FaultyTemplatesException.folder(new ImportReport(List.of(), List.of(fault)));

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.faults())
                .containsExactly(new Fault("invoice/template.yaml#/plan/mode", "line 7: must be one of all"));
    }

    @Test
    void nobody_reads_templates_without_a_key() {
        given().get("/api/v1/templates").then().statusCode(401);
    }
}
