package io.chancery.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** From the request to the proof, with the mail that Chancery sends for it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class DoubleOptInTest {

    private static final String REQUEST = """
            {"channel": "email", "purpose": "marketing", "doubleOptIn": true, "source": "shop",
             "evidence": {"form": "https://shop.example.org/newsletter", "requestIp": "203.0.113.7"}}
            """;

    @Inject
    Declarations declarations;

    @Inject
    Caller caller;

    private String asked(String ucid) {
        return declarations
                .post(ucid, "consents", REQUEST)
                .then()
                .statusCode(201)
                .body("status", equalTo("pending"))
                .extract()
                .path("confirmation.message");
    }

    @Test
    void only_the_button_behind_the_link_confirms_and_everything_can_be_proved() {
        var ucid = declarations.customer("doi-main");
        var message = asked(ucid);
        var link = declarations.linkIn(message);
        assertThat(declarations.newsletter("doi-main")).isEqualTo("email consent-unconfirmed");

        // A program that scans mails follows links.
        given().get(link).then().statusCode(200).body(containsString("<button>"));
        given().head(link).then().statusCode(200);
        assertThat(declarations.newsletter("doi-main")).isEqualTo("email consent-unconfirmed");

        given().post(link).then().statusCode(200).body(not(containsString("<button>")));
        given().post(link).then().statusCode(200);

        assertThat(declarations.newsletter("doi-main")).isEqualTo("email sent");
        var consents = declarations.consents(ucid);
        assertThat(consents.getString("effective[0].status")).isEqualTo("confirmed");
        assertThat(consents.getString("effective[0].contactPoint")).isEqualTo(Declarations.address("doi-main"));
        assertThat(consents.getList("history.status")).containsExactly("pending", "confirmed");
        assertThat(consents.getString("history[1].confirms")).isEqualTo(consents.getString("history[0].declaration"));
        assertThat(consents.getMap("history[1].proof"))
                .containsEntry("form", "https://shop.example.org/newsletter")
                .containsEntry("requestIp", "203.0.113.7")
                .containsEntry("confirmationIp", "127.0.0.1")
                .containsEntry("confirmationMessage", message)
                .containsKeys("textVersion", "requestedAt");
    }

    @Test
    void the_mail_carries_the_text_and_no_advertising_and_is_no_marketing() {
        var ucid = declarations.customer("doi-words");
        var message = asked(ucid);
        declarations.linkIn(message);

        assertThat(caller.read(message).getString("class")).isEqualTo("transactional");
        var mime = new String(caller.rendition(message, "email"), StandardCharsets.US_ASCII).replace("=\r\n", "");
        assertThat(mime).contains("Neuigkeiten und Angebote per E-Mail");
        assertThat(mime).doesNotContain("winter", "Rabatt", "Nachlass");
    }

    @Test
    void the_same_request_asks_once() {
        var ucid = declarations.customer("doi-once");
        var first = caller.as("system")
                .header("Idempotency-Key", "doi-once")
                .body(REQUEST)
                .post("/api/v1/customers/" + ucid + "/consents");
        var again = caller.as("system")
                .header("Idempotency-Key", "doi-once")
                .body(REQUEST)
                .post("/api/v1/customers/" + ucid + "/consents");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Idempotency-Replay")).isEqualTo("true");
        declarations
                .post(ucid, "consents", REQUEST)
                .then()
                .statusCode(409)
                .body("code", equalTo("confirmation-already-sent"));
    }

    @Test
    void who_said_no_meanwhile_does_not_say_yes_by_an_older_mail() {
        var ucid = declarations.customer("doi-late");
        var link = declarations.linkIn(asked(ucid));
        declarations.declared(ucid, "consents", "{\"channel\": \"email\", \"status\": \"unsubscribed\"}");

        given().header("Accept-Language", "en")
                .post(link)
                .then()
                .statusCode(200)
                .body(containsString("can no longer be confirmed"));

        assertThat(declarations.newsletter("doi-late")).isEqualTo("email consent-withdrawn");
    }

    @Test
    void nobody_is_asked_who_has_objected() {
        var ucid = declarations.customer("doi-objected");
        declarations.declared(ucid, "objection", "{\"reason\": \"Letter of 3 March\"}");

        declarations.post(ucid, "consents", REQUEST).then().statusCode(409).body("code", equalTo("objection-in-force"));
    }

    @Test
    void a_double_opt_in_is_for_the_address_on_record_and_by_email() {
        var ucid = declarations.customer("doi-faults");

        declarations
                .post(ucid, "consents", "{\"channel\": \"sms\", \"doubleOptIn\": true}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/doubleOptIn"));
        declarations
                .post(
                        ucid,
                        "consents",
                        "{\"channel\": \"email\", \"doubleOptIn\": true, \"contactPoint\": \"x@example.org\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/contactPoint"));
    }

    @Test
    void neither_log_nor_link_names_the_customer() {
        var logged = new ArrayList<String>();
        var listener = new Handler() {
            @Override
            public void publish(LogRecord record) {
                logged.add(record.getMessage() + " "
                        + List.of(record.getParameters() == null ? new Object[0] : record.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(listener);
        try {
            var ucid = declarations.customer("doi-quiet");
            var link = declarations.linkIn(asked(ucid));
            given().post(link).then().statusCode(200).body(not(containsString("anary")));
            given().get(link + "x").then().statusCode(404);
            declarations.post(ucid, "consents", "{\"contactPoint\": \"doi-quiet@canary.example.org\", ");

            assertThat(link).doesNotContainIgnoringCase("canary").doesNotContain(ucid);
            assertThat(logged)
                    .noneMatch(line -> line.toLowerCase(java.util.Locale.ROOT).contains("canary"));
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
    }
}
