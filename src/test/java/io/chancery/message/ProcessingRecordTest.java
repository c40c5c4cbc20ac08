package io.chancery.message;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The record of processing says of each template what it is for, which data it takes, who gets them and how long they stay. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ProcessingRecordTest {

    @Inject
    Caller caller;

    private ValidatableResponse as(String accept, String language) {
        return caller.as("compliance")
                .header("Accept", accept)
                .header("Accept-Language", language)
                .get("/api/v1/processing-record")
                .then()
                .statusCode(200);
    }

    @Test
    void each_live_template_is_an_activity() {
        as("application/json", "de")
                .body("activities.template", hasItems("invoice", "newsletter-winter", "welcome"))
                .body("activities.find { it.template == 'invoice' }.reason.purpose", equalTo("request-payment"))
                .body("activities.find { it.template == 'invoice' }.retention.documentClass", equalTo("voucher"))
                .body("activities.find { it.template == 'invoice' }.retention.period.years", equalTo(8))
                .body("activities.find { it.template == 'invoice' }.data.attributes", hasKey("street"))
                .body("activities.find { it.template == 'invoice' }.data.attributes.email", equalTo("personal"))
                .body("activities.find { it.template == 'invoice' }.data.request", hasItems("number", "items"))
                .body(
                        "activities.find { it.template == 'newsletter-winter' }.data.attributes",
                        not(hasKey("birthDate")))
                .body(
                        "activities.find { it.template == 'welcome' }.recipients.processors.channel",
                        hasItems("email", "print"))
                .body("measures.de.size()", equalTo(8));
    }

    @Test
    void people_read_it_as_a_page_or_a_table() {
        as("text/html", "de")
                .contentType(startsWith("text/html"))
                .body(containsString("Verzeichnis von Verarbeitungstätigkeiten"))
                .body(containsString("Kalenderjahres"));
        as("text/csv", "en").contentType(startsWith("text/csv")).body(startsWith("Template,Title,Purpose"));
    }

    @Test
    void authors_need_not_see_it() {
        caller.as("author").get("/api/v1/processing-record").then().statusCode(403);
    }

    @Test
    void nobody_looks_at_a_draft_with_the_data_of_somebody_restricted() {
        caller.haveCustomer("restricted-sample", Map.of("last_name", "Eingeschränkt"));
        var ucid = caller.ucid("restricted-sample");
        caller.as("agent")
                .body("{\"reason\": \"Disputes the address\"}")
                .post("/api/v1/customers/" + ucid + "/restriction")
                .then()
                .statusCode(201);

        caller.as("author")
                .body("{\"customer\": {\"ucid\": \"" + ucid + "\"}}")
                .post("/api/v1/templates/welcome/preview")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/customer"));
        caller.as("agent")
                .get("/api/v1/customers/" + ucid)
                .then()
                .body("consents.restriction.reason", equalTo("Disputes the address"));
    }
}
