package io.chancery.dispatch.email;

import static io.chancery.dispatch.email.ScriptedSmtpServer.CUT;
import static io.chancery.dispatch.email.ScriptedSmtpServer.THEN_CUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.dispatch.DeliveryOutcome;
import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import io.chancery.dispatch.Handover;
import io.chancery.dispatch.email.SmtpServer.Login;
import io.chancery.dispatch.email.SmtpServer.Security;
import io.chancery.dispatch.email.bounce.TestBounceAddress;
import io.chancery.vocabulary.Rendition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpConnectionsTest {

    private final Map<String, String> settings = new HashMap<>(Map.of("read-timeout", "5s"));
    private SSLSocketFactory certificates = (SSLSocketFactory) SSLSocketFactory.getDefault();
    private @Nullable Login login;
    private Security security = Security.NONE;
    private Instant now = Instant.parse("2026-11-02T08:00:00Z");
    private ScriptedSmtpServer server = new ScriptedSmtpServer();
    private @Nullable SmtpRelay adapter;

    SmtpConnectionsTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        adapter().close();
        server.close();
    }

    @Test
    void a_connection_serves_many_mails() {
        for (int mail = 0; mail < 20; mail++) {
            assertThat(send()).isInstanceOf(Accepted.class);
        }

        assertThat(server.connections()).isOne();
    }

    @Test
    void a_connection_is_replaced_after_its_share_of_mails() {
        settings.put("mails-per-connection", "2");

        for (int mail = 0; mail < 5; mail++) {
            send();
        }

        assertThat(server.connections()).isEqualTo(3);
    }

    @Test
    void an_old_connection_is_replaced_and_a_middle_aged_one_is_asked_first() {
        send();
        now = now.plus(Duration.ofSeconds(10));
        send();

        assertThat(server.commands).contains("NOOP");
        assertThat(server.connections()).isOne();

        now = now.plus(Duration.ofMinutes(1));
        send();

        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void a_connection_that_does_not_answer_well_is_replaced() {
        server.answer("NOOP", "500 what?");
        send();
        now = now.plus(Duration.ofSeconds(10));

        assertThat(send()).isInstanceOf(Accepted.class);
        assertThat(server.connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {CUT, "421 4.7.0 enough for today" + THEN_CUT})
    void a_mail_does_not_suffer_when_the_relay_hangs_up_between_two_mails(String goodbye) {
        server.answer("MAIL", "250 ok", goodbye);

        assertThat(send()).isInstanceOf(Accepted.class);
        assertThat(send()).isInstanceOf(Accepted.class);
        assertThat(server.connections()).isEqualTo(2);
        assertThat(server.mails).hasSize(2);
    }

    @Test
    void a_refused_mail_does_not_spoil_the_next() {
        server.answer("RCPT", "550 unknown");

        send();
        send();

        assertThat(server.commands).containsSubsequence("RCPT TO:<kunde@example.org>", "RSET", "DATA");
        assertThat(server.connections()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL,250 ok%n250 ok",
        "MAIL,354 go ahead",
        "RCPT,250 ok%n250 ok",
        "RCPT,354 go ahead",
        "RCPT,999 what",
        "DATA,250 ok",
        "DATA,250 ok%n354 go ahead",
        "DATA,354 go ahead%n354 go ahead",
        "DATA,354 go ahead%n250 ok"
    })
    void a_relay_out_of_step_before_the_dot_has_no_mail_and_is_left_at_once(String stage, String answer) {
        server.answer(stage, answer.replace("%n", "\r\n"));

        assertThat(send()).isInstanceOf(Temporary.class);
        assertThat(server.mails).isEmpty();
        assertThat(send()).isInstanceOf(Accepted.class);

        assertThat(server.commands).doesNotContain("RSET");
        assertThat(server.connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "250 ok%n250 ok,Accepted",
        "250 ok%n421 enough,Accepted",
        "250 ok%n550 spam,Uncertain",
        "550 spam%n250 ok,Uncertain",
        "550 spam%n550 spam,Permanent",
        "354 go ahead,Uncertain"
    })
    void of_two_answers_to_the_dot_either_may_be_the_true_one(String answer, String outcome) {
        server.answer("DOT", answer.replace("%n", "\r\n"));

        assertThat(send().getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(send()).isInstanceOf(Accepted.class);

        assertThat(server.commands).doesNotContain("RSET");
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void what_the_relay_says_while_the_journal_is_written_is_no_answer_to_the_dot() {
        var outcome = send(() -> interject("250 ok"));

        assertThat(outcome).isInstanceOf(Temporary.class);
        assertThat(server.mails).isEmpty();
    }

    @Test
    void what_the_relay_says_between_two_mails_is_no_answer_to_the_second() {
        send();
        interject("550 5.1.1 unknown");

        assertThat(send()).isInstanceOf(Accepted.class);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void under_tls_too_what_was_not_asked_for_is_no_answer(@TempDir Path directory) throws Exception {
        encrypt("localhost", Security.STARTTLS, directory);
        server.answer("DOT", "250 ok\r\n250 ok");

        assertThat(send()).isInstanceOf(Accepted.class);
        assertThat(send()).isInstanceOf(Accepted.class);
        assertThat(server.connections()).isEqualTo(2);
    }

    private void interject(String answer) {
        try {
            server.interject(answer);
        } catch (IOException goneAway) {
            throw new UncheckedIOException(goneAway);
        }
    }

    @Test
    void a_relay_that_is_down_is_tried_again_later() throws IOException {
        server.close();

        assertThat(send())
                .isInstanceOfSatisfying(
                        Temporary.class, outcome -> assertThat(outcome.code()).isEqualTo("connect"));
    }

    @Test
    void a_refused_password_is_the_operators_affair_and_not_the_customers() {
        login = new Login("chancery", "secret");
        server.offer("AUTH PLAIN").answer("AUTH", "535 5.7.8 wrong");

        assertThat(send()).isEqualTo(new Temporary("authentication", "535 5.7.8 wrong"));
        assertThat(send()).isInstanceOf(Accepted.class);
    }

    @Test
    void a_relay_that_forgets_to_ask_for_the_password_gets_no_mail() {
        login = new Login("chancery", "secret");

        assertThat(send()).isInstanceOf(Temporary.class);
        assertThat(server.mails).isEmpty();
    }

    @Test
    void a_relay_without_encryption_gets_no_mail_where_encryption_is_asked_for() {
        security = Security.STARTTLS;

        assertThat(send())
                .isInstanceOfSatisfying(
                        Temporary.class, outcome -> assertThat(outcome.code()).isEqualTo("tls"));
        assertThat(server.mails).isEmpty();
    }

    @Test
    void mail_goes_through_a_connection_that_turns_into_tls(@TempDir Path directory) throws Exception {
        encrypt("localhost", Security.STARTTLS, directory);

        assertThat(send()).isInstanceOf(Accepted.class);
        assertThat(server.commands).startsWith("EHLO test.example.org", "STARTTLS", "EHLO test.example.org");
    }

    @Test
    void mail_goes_through_a_connection_that_is_tls_from_the_start(@TempDir Path directory) throws Exception {
        encrypt("localhost", Security.IMPLICIT, directory);

        assertThat(send()).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"STARTTLS", "IMPLICIT"})
    void a_relay_with_another_ones_certificate_gets_no_mail(Security kind, @TempDir Path directory) throws Exception {
        encrypt("other.example.org", kind, directory);

        assertThat(send())
                .isInstanceOfSatisfying(
                        Temporary.class, outcome -> assertThat(outcome.code()).isEqualTo("tls"));
        assertThat(server.mails).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STARTTLS", "IMPLICIT"})
    void a_relay_with_a_certificate_we_do_not_trust_gets_no_mail(Security kind, @TempDir Path directory)
            throws Exception {
        encrypt("localhost", kind, directory);
        certificates = (SSLSocketFactory) SSLSocketFactory.getDefault();

        assertThat(send())
                .isInstanceOfSatisfying(
                        Temporary.class, outcome -> assertThat(outcome.code()).isEqualTo("tls"));
        assertThat(server.mails).isEmpty();
    }

    private void encrypt(String host, Security kind, Path directory) throws IOException, GeneralSecurityException {
        server.close();
        var context = TestCertificate.of(host, directory);
        server = new ScriptedSmtpServer(context, kind == Security.IMPLICIT).offer("STARTTLS");
        certificates = context.getSocketFactory();
        security = kind;
        settings.put("greeting-name", "test.example.org");
    }

    private SmtpRelay adapter() {
        if (adapter == null) {
            InstantSource source = () -> now;
            adapter = new SmtpRelay(
                    "test",
                    EmailSettings.with(settings),
                    new SmtpServer("localhost", server.port(), security, login, certificates),
                    SmtpRelayTest.ENDPOINT,
                    TestBounceAddress.none(),
                    source.withZone(ZoneOffset.UTC));
        }
        return adapter;
    }

    private DeliveryOutcome send() {
        return send(() -> {});
    }

    private DeliveryOutcome send(Runnable pointOfNoReturn) {
        var mail = new Rendition.Mail(
                "Subject: a\r\n\r\nb\r\n".getBytes(StandardCharsets.US_ASCII),
                Map.of("from", "post@example.org", "to", "kunde@example.org", "messageId", "<1@example.org>"));
        return adapter().send(new Handover(UUID.randomUUID(), 1, false, mail, pointOfNoReturn));
    }
}
