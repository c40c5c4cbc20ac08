package io.chancery.dispatch.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.Handover;
import io.chancery.dispatch.email.bounce.TestBounceAddress;
import io.chancery.vocabulary.Rendition;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailboxStandInTest {

    private final MailboxStandIn mailbox = MailboxStandIn.start(0, 0, 5);
    private final SmtpServer server =
            new SmtpServer(MailboxStandIn.HOST, mailbox.smtpPort(), SmtpServer.Security.NONE, null, (SSLSocketFactory)
                    SSLSocketFactory.getDefault());
    private final SmtpRelay adapter = new SmtpRelay(
            "test",
            EmailSettings.with(Map.of()),
            server,
            SmtpRelayTest.ENDPOINT,
            TestBounceAddress.none(),
            Clock.systemUTC());

    @AfterEach
    void close() {
        adapter.close();
        mailbox.close();
    }

    @Test
    void what_is_read_is_what_was_sent() throws Exception {
        var mail = "Message-ID: <1@example.org>\r\nSubject: Rechnung\r\n\r\n.\r\n..dots\r\n\u00e4\u00f6 \u0080\r\n"
                + "x".repeat(3000) + "\r\nend";

        send("anna@example.org", mail);

        await().untilAsserted(() -> assertThat(subjects()).hasSize(1));
        // The stand-in puts its trace headers before the mail, and drops the last line end.
        assertThat(newest()).endsWith("\r\n" + mail);
    }

    @Test
    void everybodys_mail_is_in_one_mailbox() {
        send("anna@example.org", "Subject: one\r\n\r\na");
        send("bert@example.net", "Subject: two\r\n\r\na");

        await().untilAsserted(() -> assertThat(subjects()).containsExactly("one", "two"));
    }

    @Test
    void only_the_newest_mails_stay() {
        IntStream.range(0, 12).forEach(number -> send("anna@example.org", "Subject: " + number + "\r\n\r\na"));
        await().untilAsserted(() -> assertThat(subjects()).containsExactly("7", "8", "9", "10", "11"));

        send("anna@example.org", "Subject: 12\r\n\r\na");

        await().untilAsserted(() -> assertThat(subjects()).containsExactly("8", "9", "10", "11", "12"));
        assertThat(mailbox.taken()).isEqualTo(13);
    }

    @Test
    void a_taken_port_is_no_obstacle() throws IOException {
        try (var other = new ServerSocket(0);
                var second = MailboxStandIn.start(mailbox.smtpPort(), other.getLocalPort(), 5)) {
            assertThat(second.smtpPort()).isNotEqualTo(mailbox.smtpPort());
            assertThat(second.imapPort()).isNotEqualTo(other.getLocalPort());
        }
    }

    private void send(String to, String text) {
        var mail = new Rendition.Mail(
                (text + "\r\n").getBytes(StandardCharsets.ISO_8859_1),
                Map.of("from", "post@example.org", "to", to, "messageId", "<1@example.org>"));

        assertThat(adapter.send(new Handover(UUID.randomUUID(), 1, false, mail, () -> {})))
                .isEqualTo(new Accepted("<1@example.org>"));
    }

    private List<String> subjects() throws MessagingException, IOException {
        var subjects = new ArrayList<String>();
        for (var mail : mails()) {
            var header = mail.substring(mail.indexOf("Subject: ") + "Subject: ".length());
            subjects.add(header.substring(0, header.indexOf("\r\n")));
        }
        return subjects;
    }

    private String newest() throws MessagingException, IOException {
        var mails = mails();
        return mails.get(mails.size() - 1);
    }

    private List<String> mails() throws MessagingException, IOException {
        var sources = new ArrayList<String>();
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(MailboxStandIn.HOST, mailbox.imapPort(), MailboxStandIn.USER, MailboxStandIn.PASSWORD);
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                for (Message message : inbox.getMessages()) {
                    var octets = new ByteArrayOutputStream();
                    message.writeTo(octets);
                    sources.add(octets.toString(StandardCharsets.ISO_8859_1));
                }
            }
        }
        return sources;
    }
}
