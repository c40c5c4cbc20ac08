package io.chancery.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;

import io.chancery.dispatch.Dispatcher;
import io.chancery.dispatch.email.MailboxStandIn;
import io.chancery.dispatch.email.bounce.BounceBox;
import io.chancery.dispatch.email.bounce.BounceMails;
import io.chancery.dispatch.email.bounce.BounceRounds;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.vocabulary.Channel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bounces and complaints, from the mailbox to the customer, the suppression list and the letter that follows. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class BounceTest {

    private static final Pattern PORT = Pattern.compile("imap://127\\.0\\.0\\.1:(\\d+)");

    @Inject
    Caller caller;

    @Inject
    Dispatcher dispatcher;

    @Inject
    BounceRounds rounds;

    @ConfigProperty(name = "chancery.dispatch.email.bounces.port")
    int mailbox;

    @BeforeEach
    void byHand() {
        rounds.byHand();
    }

    @AfterEach
    void bySchedule() {
        rounds.bySchedule();
    }

    /** An invoice, by mail or else by letter, that has left by mail. */
    private String invoiceTo(String record) {
        caller.haveCustomer(
                record,
                Map.of(
                        "first_name", record.substring(0, 3),
                        "last_name", record.repeat(2),
                        "street", record + "weg " + record.length(),
                        "email", email(record)));
        return sent(record, "R-1");
    }

    private String sent(String record, String number) {
        var id = caller.accepted("""
                {"template": "invoice", "customer": {"source": "crm", "record": "%s"}, "reference": "%2$s",
                 "data": {"number": "%2$s", "date": "2026-11-20", "due": "2026-12-15",
                    "period": {"from": "2026-01-01", "to": "2026-10-31"}, "currency": "EUR", "meter": "1ESY1234567890",
                    "items": [{"text": "Strom", "quantity": "312", "unit": "kWh", "price": "0.3290", "vat": "19"}]}}
                """.formatted(record, number));
        assertThat(caller.ended(id).getList("deliveries.channel")).isEqualTo(List.of("email"));
        return id;
    }

    private static String email(String record) {
        return record + "@mail.example.net";
    }

    /** A mail of the collection arrives, and is looked at. */
    private void arrives(String file, String record) throws MessagingException, IOException {
        liesThere(file, record);
        rounds.look();
    }

    /** A mail of the collection arrives, about the newest mail that has left for a customer. */
    private void liesThere(String file, String record) throws MessagingException, IOException {
        var mail =
                await().until(() -> newest(email(record)), Optional::isPresent).orElseThrow();
        assertThat(mail.returnPath()).startsWith("b+").endsWith("@bounce.example.org");
        BounceBox.arrives(mailbox, BounceMails.read(file, mail.returnPath(), mail.messageId()));
    }

    private record Left(String returnPath, String messageId) {}

    private Optional<Left> newest(String to) throws MessagingException {
        var address = dispatcher.endpoints().stream()
                .filter(endpoint -> endpoint.channel().equals(Channel.EMAIL))
                .map(endpoint -> PORT.matcher(endpoint.address()))
                .flatMap(matcher -> matcher.results())
                .findFirst()
                .orElseThrow();
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(
                    "127.0.0.1", Integer.parseInt(address.group(1)), MailboxStandIn.USER, MailboxStandIn.PASSWORD);
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                // From the end: all mails of all tests lie there.
                for (int i = inbox.getMessageCount(); i > 0; i--) {
                    var mail = inbox.getMessage(i);
                    if (((InternetAddress) mail.getAllRecipients()[0])
                            .getAddress()
                            .equals(to)) {
                        var path = mail.getHeader("Return-Path")[0].replaceAll("[<>]", "");
                        return Optional.of(new Left(path, mail.getHeader("Message-ID")[0]));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private void awaitEmptyInbox() {
        await().until(() -> BounceBox.count(mailbox, "INBOX") == 0);
    }

    private JsonPath awaitLetter(String id) {
        await().until(() -> caller.read(id).getList("deliveries").size() == 2);
        return caller.allEnded(id);
    }

    private @Nullable String emailOf(String record) {
        return caller.as("steward")
                .get("/api/v1/customers/" + caller.ucid(record))
                .jsonPath()
                .getString("contact.email");
    }

    private JsonPath suppressions(String record) {
        return caller.as("operator")
                .queryParam("address", email(record))
                .get("/api/v1/suppressions")
                .jsonPath();
    }

    @Test
    void an_address_that_is_none_is_suppressed_and_a_letter_follows() throws Exception {
        var id = invoiceTo("moved");

        arrives("postfix-user-unknown", "moved");

        var message = awaitLetter(id);
        assertThat(message.getString("status")).isEqualTo("delivered");
        assertThat(message.getList("deliveries.channel")).isEqualTo(List.of("email", "print"));
        assertThat(message.getString("deliveries[0].status")).isEqualTo("returned");
        assertThat(message.getString("deliveries[0].reason")).isEqualTo("contact-point-bad");
        assertThat(emailOf("moved")).isNull();
        assertThat(suppressions("moved").getString("items[0].cause")).isEqualTo("hard-bounce");
        assertThat(caller.events(id, "email")).endsWith("sent", "returned");
        awaitEmptyInbox();
        assertThat(BounceBox.count(mailbox, "processed")).isPositive();
    }

    @Test
    void the_same_bounce_again_changes_nothing() throws Exception {
        var id = invoiceTo("twice");
        arrives("office365-user-unknown", "twice");
        awaitLetter(id);

        arrives("gmail-user-unknown", "twice");
        awaitEmptyInbox();

        assertThat(caller.events(id, "email")).containsOnlyOnce("returned");
        assertThat(suppressions("twice").getList("items")).hasSize(1);
    }

    @Test
    void a_full_mailbox_is_followed_by_a_letter_and_the_address_stays() throws Exception {
        var id = invoiceTo("full");

        arrives("exchange-mailbox-full", "full");

        assertThat(awaitLetter(id).getString("deliveries[0].reason")).isEqualTo("returned");
        assertThat(emailOf("full")).isEqualTo(email("full"));
        assertThat(suppressions("full").getList("items")).isEmpty();
    }

    @Test
    void the_fifth_mail_that_is_given_up_is_one_too_many() throws Exception {
        invoiceTo("patient");
        for (int i = 1; i < 5; i++) {
            arrives("postfix-gave-up", "patient");
            awaitEmptyInbox();
            assertThat(emailOf("patient")).isEqualTo(email("patient"));
            sent("patient", "R-1" + i);
            var number = i;
            await().until(() -> mailsTo("patient") == number + 1);
        }

        arrives("office365-expired", "patient");

        await().until(() -> emailOf("patient") == null);
        assertThat(suppressions("patient").getString("items[0].cause")).isEqualTo("hard-bounce");
    }

    private long mailsTo(String record) {
        return caller.as("operator")
                .get("/api/v1/customers/" + caller.ucid(record) + "/messages")
                .jsonPath()
                .getList("items")
                .size();
    }

    @Test
    void whoever_calls_a_mail_spam_gets_no_more_advertising_by_mail_and_their_bills_as_before() throws Exception {
        var id = invoiceTo("annoyed");

        arrives("yahoo-complaint", "annoyed");
        arrives("complaint-by-enclosed-return-path", "annoyed");

        await().until(() -> caller.events(id, "email").contains("complained"));
        awaitEmptyInbox();
        assertThat(caller.events(id, "email")).containsOnlyOnce("complained");
        assertThat(caller.read(id).getString("deliveries[0].status")).isEqualTo("sent");
        assertThat(caller.as("operator").get("/messages/" + id).asString()).contains("Reported as spam");
        var suppressed = suppressions("annoyed");
        assertThat(suppressed.getList("items.cause")).isEqualTo(List.of("complaint"));
        assertThat(suppressed.getList("items.scope")).isEqualTo(List.of("marketing"));
        caller.as("agent")
                .get("/api/v1/customers/" + caller.ucid("annoyed") + "/consents")
                .then()
                .body("effective.status", contains("unsubscribed"))
                .body("effective.channel", contains("email"))
                .body("effective.purpose", contains("marketing"))
                .body("history.source", hasItem("complaint"));
        assertThat(caller.read(sent("annoyed", "R-2")).getString("deliveries[0].status"))
                .isEqualTo("sent");
        assertThat(emailOf("annoyed")).isEqualTo(email("annoyed"));
    }

    @Test
    void what_is_forged_or_nobody_understands_waits_for_a_person() throws Exception {
        var id = invoiceTo("target");
        awaitEmptyInbox();
        int before = BounceBox.count(mailbox, "unknown");

        for (var file : List.of("forged-signature", "forged-message-id-only", "complaint-forged", "spam")) {
            arrives(file, "target");
        }
        for (var file : List.of("holiday", "postfix-delayed", "not-spam")) {
            arrives(file, "target");
        }

        awaitEmptyInbox();
        assertThat(BounceBox.count(mailbox, "unknown")).isEqualTo(before + 4);
        assertThat(caller.read(id).getList("deliveries.status")).isEqualTo(List.of("sent"));
        assertThat(caller.events(id, "email")).endsWith("sent");
        assertThat(suppressions("target").getList("items")).isEmpty();
        caller.as("agent")
                .get("/api/v1/customers/" + caller.ucid("target") + "/consents")
                .then()
                .body("history", empty());
    }

    @Test
    void a_notice_of_success_is_a_receipt() throws Exception {
        rounds.bySchedule();
        var id = invoiceTo("lucky");

        liesThere("postfix-delivered", "lucky");

        await().until(() -> caller.read(id).getString("deliveries[0].status").equals("delivered"));
    }
}
