package io.chancery.message;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.dispatch.Dispatcher;
import io.chancery.dispatch.email.MailboxStandIn;
import io.chancery.dispatch.email.dkim.MailSigning;
import io.chancery.dispatch.email.dkim.MailSigningAccess;
import io.chancery.dispatch.email.dkim.PythonReceiver;
import io.chancery.dispatch.email.dkim.Receiver;
import io.chancery.dispatch.email.dkim.TestKeys;
import io.chancery.message.compose.Beginning;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.links.WebAddress;
import io.chancery.platform.links.WebAddresses;
import io.chancery.vocabulary.Channel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.MessageIDTerm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the request to the mailbox of the customer, whose server checks the signature. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class SignedMailTest {

    private static final Pattern IMAP_PORT = Pattern.compile("imap://[^:]+:(\\d+)");

    private static final Pattern ONE_CLICK =
            Pattern.compile("<https://post\\.example\\.org(/preferences/[\\w-]{75})>,\\s+<mailto:[^<>]+>");

    @Inject
    Caller caller;

    @Inject
    Beginning beginning;

    @Inject
    Dispatcher dispatcher;

    @ConfigProperty(name = "chancery.data.directory")
    Path data;

    @BeforeEach
    void customer() {
        caller.haveCustomer("sina", Map.of("last_name", "Siegel", "street", "Teststr. 9", "email", "sina@example.org"));
    }

    @Test
    void what_arrives_is_signed_and_is_what_was_kept() throws Exception {
        var id = caller.accepted(invoice("R-SIGNED"));

        var delivery = caller.ended(id).getString("deliveries[0].id");
        var kept = caller.rendition(id, "email");
        var arrived = arrived("<" + delivery + "@lindenwerk.example>");

        // The mailbox puts its trace before a mail, and drops the last line end.
        assertThat(text(arrived) + "\r\n").endsWith("\r\n" + text(kept));
        var keys = new TestKeys(data.resolve("dkim"), "lindenwerk.example");
        for (var mail : List.of(kept, arrived)) {
            assertThat(new Receiver(keys).selectors(mail)).containsExactly(TestKeys.RSA);
        }
        if (PythonReceiver.isInstalled()) {
            assertThat(new PythonReceiver(keys).verdicts(arrived))
                    .containsExactly("rsa-sha256 True", "ed25519-sha256 True");
        }
    }

    @Test
    void what_cannot_be_signed_is_not_sent() {
        QuarkusMock.installMockForType(MailSigningAccess.failing(), MailSigning.class);

        var id = caller.accepted(invoice("R-UNSIGNED"));

        caller.ended(id);
        assertThat(caller.events(id, "email")).containsExactly("accepted", "failed");
    }

    @Test
    void who_posts_to_the_link_in_a_newsletter_gets_no_other_and_who_visits_it_does() throws Exception {
        QuarkusMock.installMockForType(WebAddresses.of("https://post.example.org", Map.of()), WebAddress.class);
        caller.as("agent")
                .body("{\"channel\": \"email\", \"status\": \"granted\", \"evidence\": {\"text\": \"Ja\"}}")
                .post("/api/v1/customers/" + caller.ucid("sina") + "/consents")
                .then()
                .statusCode(201);

        var mail = newsletterThatArrived();
        var link = link(mail);

        assertThat(new Receiver(new TestKeys(data.resolve("dkim"), "lindenwerk.example")).selectors(mail))
                .containsExactly(TestKeys.RSA);
        given().get(link).then().statusCode(200);
        assertThat(link(newsletterThatArrived())).isEqualTo(link);
        var waiting = newsletter(Instant.now().plus(Duration.ofDays(1)));
        given().formParam("List-Unsubscribe", "One-Click").post(link).then().statusCode(200);
        beginning.comes(List.of(waiting));
        for (var id : List.of(newsletter(Instant.now()), waiting)) {
            assertThat(caller.ended(id).getList("deliveries.reason")).containsExactly("consent-withdrawn");
        }
    }

    private byte[] newsletterThatArrived() throws MessagingException, IOException {
        var sent = caller.ended(newsletter(Instant.now()));
        assertThat(sent.getString("status")).isEqualTo("delivered");
        return arrived("<" + sent.getString("deliveries[0].id") + "@lindenwerk.example>");
    }

    private String newsletter(Instant sendAt) {
        return caller.accepted("""
                {"template": "newsletter-winter", "customer": {"source": "crm", "record": "sina"}, "channels": ["email"],
                 "sendAt": "%s", "data": {"offer": "Glasfaser", "discount": "20", "until": "2026-12-24"}}
                """.formatted(sendAt));
    }

    private static String link(byte[] mail) throws MessagingException {
        var head = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
        var link = ONE_CLICK.matcher(head.getHeader("List-Unsubscribe", null));
        assertThat(link.matches()).isTrue();
        assertThat(head.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        return link.group(1);
    }

    private static String invoice(String number) {
        return """
                {"template": "invoice", "customer": {"source": "crm", "record": "sina"}, "channels": ["email"],
                 "reference": "%1$s", "data": {"number": "%1$s", "date": "2026-11-20", "due": "2026-12-15",
                    "period": {"from": "2026-01-01", "to": "2026-10-31"}, "currency": "EUR",
                    "items": [{"text": "Strom", "quantity": "312", "unit": "kWh", "price": "0.3290", "vat": "19"}]}}
                """.formatted(number);
    }

    private byte[] arrived(String messageId) throws MessagingException, IOException {
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(MailboxStandIn.HOST, imapPort(), MailboxStandIn.USER, MailboxStandIn.PASSWORD);
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                var octets = new ByteArrayOutputStream();
                inbox.search(new MessageIDTerm(messageId))[0].writeTo(octets);
                return octets.toByteArray();
            }
        }
    }

    private int imapPort() {
        var address = dispatcher.endpoints().stream()
                .filter(endpoint -> endpoint.channel().equals(Channel.EMAIL))
                .map(endpoint -> IMAP_PORT.matcher(endpoint.address()))
                .findFirst()
                .orElseThrow();
        assertThat(address.find()).isTrue();
        return Integer.parseInt(address.group(1));
    }

    private static String text(byte[] mail) {
        return new String(mail, StandardCharsets.ISO_8859_1);
    }
}
