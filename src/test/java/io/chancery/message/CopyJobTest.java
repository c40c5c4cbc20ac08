package io.chancery.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.chancery.archive.person.Zip;
import io.chancery.dispatch.Receipts;
import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Copies of a message to others, end to end: who gets what by which channel, and who may see what of it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class CopyJobTest {

    private static final Map<String, String> CUSTOMER = Map.of(
            "salutation", "Frau",
            "title", "Dr.",
            "first_name", "Cora",
            "last_name", "Kopie-Probe",
            "street", "Kopienweg 4",
            "email", "cora@example.org",
            "mobile", "+491713920977");

    @Inject
    Caller caller;

    @Inject
    Receipts receipts;

    @Inject
    Clock clock;

    @BeforeEach
    void customers() {
        caller.haveCustomer("original", CUSTOMER);
        haveReader("adviser", "Ada", "ada@example.org", "Ratweg 1");
    }

    /** Somebody who prefers mail and reads English. */
    private void haveReader(String record, String name, String email, String street) {
        haveReader(record, name, email, street, "email");
    }

    private void haveReader(String record, String name, String email, String street, String preferred) {
        caller.haveCustomer(
                record,
                Map.of(
                        "first_name", name,
                        "last_name", "Copy" + name,
                        "street", street,
                        "email", email,
                        "language", "en",
                        "preferred_channel", preferred));
    }

    private static String reminder(String copies) {
        return """
                {"template": "payment-reminder", "customer": {"source": "crm", "record": "original"}, "reference": "R-COPY",
                 "channels": ["print"], "metadata": {"case": "secret-4711"}, "copies": %s,
                 "data": {"invoice": "R-1", "amount": "87.00", "currency": "EUR", "due": "2026-12-20", "level": 1}}
                """.formatted(copies);
    }

    private static String copyTo(String role, String record) {
        return "{\"role\": \"" + role + "\", \"customer\": {\"source\": \"crm\", \"record\": \"" + record + "\"}}";
    }

    private String messagesOf(String ucid) {
        return caller.as("agent")
                .get("/api/v1/customers/" + ucid + "/messages")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void others_get_copies_by_their_own_channels_and_see_no_more_than_these() {
        haveReader("nowhere", "Nemo", "", "");
        var ada = caller.ucid("adviser");
        var nemo = caller.ucid("nowhere");

        var id = caller.accepted(
                reminder("[" + copyTo("adviser", "adviser") + ", " + copyTo("adviser", "nowhere") + "]"));

        var message = caller.allEnded(id);
        assertThat(message.getString("status")).isEqualTo("delivered");
        assertThat(message.getList("deliveries.findAll { it.copy == null }.channel", String.class))
                .containsExactly("print");
        assertThat(message.getMap("deliveries.find { it.channel == 'email' }.copy"))
                .isEqualTo(Map.of("role", "adviser", "customer", ada));
        assertThat(message.getString("deliveries.find { it.copy?.customer == '" + nemo + "' }.reason"))
                .isEqualTo("no-contact-point");
        assertThat(letter(caller.rendition(id, "print")))
                .doesNotContain("Kopie an")
                .contains(caller.ucid("original"));
        assertThat(new String(caller.rendition(id, "email", "?copy=adviser"), StandardCharsets.US_ASCII)
                        .replace("=\r\n", ""))
                .contains(
                        "To: ",
                        "ada@example.org",
                        "Copy to: debt adviser, Original to: Dr. Cora",
                        caller.ucid("original"));
        assertThat(caller.rendition(id, "email", "?copy=" + ada))
                .isEqualTo(caller.rendition(id, "email", "?copy=adviser"));
        caller.as("operator")
                .get("/api/v1/messages/" + id + "/deliveries/email/rendition")
                .then()
                .statusCode(404);

        assertThat(caller.as("operator").get("/messages/" + id + "?tab=email").asString())
                .contains("Copy to: adviser", "/deliveries/email?copy=" + ada, "id=\"email-" + ada + "\"");

        var seen = JsonPath.from(messagesOf(ada));
        assertThat(seen.getList("items.id", String.class)).containsExactly(id);
        assertThat(seen.getString("items[0].customer")).isEqualTo(ada);
        assertThat(seen.getString("items[0].language")).isEqualTo("en");
        assertThat(seen.getList("items[0].deliveries.channel", String.class)).containsExactly("email");
        var export = Zip.of(caller.as("compliance")
                        .get("/api/v1/customers/" + ada + "/gdpr-export")
                        .asByteArray())
                .data();
        assertThat(export).contains(id).doesNotContain(caller.ucid("original"), nemo, "secret-4711");
        assertThat(caller.as("operator")
                        .get("/api/v1/messages?customer=" + ada + "&reference=R-COPY")
                        .asString())
                .contains(id)
                .doesNotContain("secret-4711");
        assertThat(messagesOf(caller.ucid("original"))).contains(id, "secret-4711");
    }

    @Test
    void a_copy_that_its_reader_does_not_want_by_mail_comes_by_letter() {
        haveReader("broker", "Bo", "bo@example.org", "Ratweg 2");
        caller.as("system", "agent")
                .body("""
                        {"channel": "email", "purpose": "service", "status": "denied", "source": "phone"}
                        """)
                .post("/api/v1/customers/" + caller.ucid("broker") + "/consents")
                .then()
                .statusCode(201);

        var id = caller.accepted(reminder("[" + copyTo("adviser", "broker") + "]"));

        var copies = "deliveries.findAll { it.copy != null }";
        Awaitility.await().until(() -> caller.allEnded(id).getList(copies).size() == 2);
        var message = caller.allEnded(id);
        assertThat(message.getList(copies + ".channel", String.class)).containsExactly("email", "print");
        assertThat(message.getString(copies + "[0].reason")).isEqualTo("service-declined");
        assertThat(letter(caller.rendition(id, "print", "?copy=adviser")))
                .contains("Copy to: debt adviser, Original to: Dr. Cora", "Ratweg 2");
        assertThat(caller.as("operator")
                        .get("/api/v1/messages/" + id + "/events")
                        .jsonPath()
                        .getList("findAll { it.kind == 'accepted' }.detail.copy", String.class))
                .containsExactly(null, "adviser", "adviser");
    }

    @Test
    void a_copy_that_comes_back_late_goes_by_the_next_channel_of_its_role_and_changes_nothing_else() {
        haveReader("moved", "Mo", "mo@example.org", "Ratweg 3", "");
        var id = caller.accepted(reminder("[" + copyTo("adviser", "moved") + "]"));
        assertThat(copies(caller.allEnded(id), "channel")).containsExactly("print");

        comesBack(id, "UNDELIV");

        Awaitility.await().until(() -> copies(caller.allEnded(id), "status").size() == 2);
        var message = caller.allEnded(id);
        assertThat(copies(message, "channel")).containsExactly("print", "email");
        assertThat(copies(message, "status")).startsWith("returned");
        assertThat(message.getString("status")).isEqualTo("delivered");
        assertThat(message.getList("deliveries.findAll { it.copy == null }.channel", String.class))
                .containsExactly("print");
    }

    @Test
    void where_a_copy_finds_nobody_its_readers_address_counts_no_longer_and_the_customers_does() {
        haveReader("gone", "Gus", "", "Ratweg 5", "");
        var id = caller.accepted(reminder("[" + copyTo("adviser", "gone") + "]"));
        caller.allEnded(id);

        comesBack(id, Receipts.NOBODY_THERE + " moved");

        Awaitility.await().until(() -> street("gone") == null);
        assertThat(street("original")).isEqualTo("Kopienweg 4");
    }

    private static List<String> copies(JsonPath message, String property) {
        return message.getList("deliveries.findAll { it.copy != null }." + property, String.class);
    }

    /** What the printer says of the letter that is a copy. */
    private void comesBack(String id, String code) {
        receipts.record(copies(caller.read(id), "id").get(0), false, code, clock.instant());
    }

    private @Nullable String street(String record) {
        return caller.as("steward")
                .get("/api/v1/customers/" + caller.ucid(record))
                .jsonPath()
                .getString("contact.address.street");
    }

    @ParameterizedTest
    @CsvSource({
        "guardian, adviser, invalid-message, /copies/0/role",
        "adviser, original, invalid-message, /copies/0/customer",
        "adviser, nobody, unknown-customer, /copies/0/customer"
    })
    void a_copy_to_nobody_or_to_somebody_who_has_it_is_refused(
            String role, String record, String code, String pointer) {
        caller.post(reminder("[" + copyTo(role, record) + "]"))
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void nobody_gets_two_copies_however_they_are_named() {
        var again = "{\"role\": \"adviser\", \"customer\": {\"ucid\": \"" + caller.ucid("adviser") + "\"}}";

        caller.post(reminder("[" + copyTo("adviser", "adviser") + ", " + again + "]"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/copies/1/customer"));
    }

    private static String letter(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
