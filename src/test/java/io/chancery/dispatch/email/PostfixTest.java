package io.chancery.dispatch.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.Handover;
import io.chancery.dispatch.email.bounce.BounceRound;
import io.chancery.dispatch.email.bounce.TestBounceAddress;
import io.chancery.vocabulary.Rendition;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail's way out and back through the servers of others. */
class PostfixTest {

    private static final SSLSocketFactory STANDARD = (SSLSocketFactory) SSLSocketFactory.getDefault();

    @Test
    void what_postfix_bounces_is_found_in_the_mailbox_of_dovecot(@TempDir Path folder) throws Exception {
        assumeTrue(PostfixAndDovecot.areInstalled(), "Postfix and Dovecot are not installed here, or we are not root");
        var bounces = TestBounceAddress.at("bounce.test");
        try (var servers = new PostfixAndDovecot(folder)) {
            var relay = new SmtpServer("localhost", servers.smtpPort(), SmtpServer.Security.NONE, null, STANDARD);
            var adapter = new SmtpRelay(
                    "test", EmailSettings.with(Map.of()), relay, SmtpRelayTest.ENDPOINT, bounces, Clock.systemUTC());
            var nobody = sent(adapter, "nobody@customers.test");
            var full = sent(adapter, "somebody@full.test");
            var down = sent(adapter, "somebody@down.test");
            adapter.close();
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() ->
                            assertThat(servers.count("INBOX")).as(servers.log()).isEqualTo(3));

            var round = BounceRound.through(servers.mailbox(), servers.certificates(), bounces);

            assertThat(round.fates())
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of(nobody, "NOBODY_THERE 5.1.1", full, "RETURNED 5.2.2", down, "SOFT 4.4.1"));
            assertThat(round.others()).isZero();
            assertThat(servers.count("INBOX")).isZero();
            assertThat(servers.count("processed")).isEqualTo(3);
            assertThat(BounceRound.through(servers.mailbox(), servers.certificates(), bounces)
                            .fates())
                    .isEmpty();
            certificatesAreChecked(servers);
        }
    }

    private static void certificatesAreChecked(PostfixAndDovecot servers) {
        var otherName = new HashMap<>(servers.mailbox());
        otherName.put("host", "127.0.0.1");
        var bounces = TestBounceAddress.none();

        assertThatThrownBy(() -> BounceRound.through(servers.mailbox(), STANDARD, bounces))
                .isInstanceOf(MessagingException.class);
        assertThatThrownBy(() -> BounceRound.through(otherName, servers.certificates(), bounces))
                .isInstanceOf(MessagingException.class);
    }

    private static UUID sent(SmtpRelay adapter, String to) {
        var id = UUID.randomUUID();
        var messageId = "<" + id + "@example.org>";
        var text = "From: post@example.org\r\nTo: " + to + "\r\nMessage-ID: " + messageId
                + "\r\nSubject: Rechnung\r\n\r\nGuten Tag\r\n";
        var mail = new Rendition.Mail(
                text.getBytes(StandardCharsets.US_ASCII),
                Map.of("from", "post@example.org", "to", to, "messageId", messageId));

        assertThat(adapter.send(new Handover(id, 1, false, mail, () -> {}))).isEqualTo(new Accepted(messageId));
        return id;
    }
}
