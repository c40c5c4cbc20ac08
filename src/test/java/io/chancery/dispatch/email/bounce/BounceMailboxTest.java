package io.chancery.dispatch.email.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BounceMailboxTest {

    private static final String USER = "bounces";
    private static final String HOST = "127.0.0.1";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP), new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAPS)
    });
    private final Map<String, String> settings = new HashMap<>();
    private final List<String> seen = new ArrayList<>();
    private SSLSocketFactory certificates = (SSLSocketFactory) SSLSocketFactory.getDefault();

    @BeforeEach
    void start() {
        server.start();
        server.setUser(USER + "@localhost", USER, "secret");
        settings.putAll(Map.of("host", HOST, "user", USER, "password", "secret", "tls", "none", "timeout", "5s"));
        settings.put("port", Integer.toString(server.getImap().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    /** Remembers the mails, and does with them what a test wants. */
    private record Reader(Function<String, Optional<String>> place, List<String> seen, int limit)
            implements BounceMailbox.Clerk {

        @Override
        public Optional<String> take(byte[] mail, Instant arrived) {
            var text = new String(mail, StandardCharsets.ISO_8859_1);
            seen.add(text);
            assertThat(Duration.between(arrived, Instant.now()).abs()).isLessThan(Duration.ofMinutes(5));
            return place.apply(text);
        }

        @Override
        public boolean isStopped() {
            return seen.size() >= limit;
        }
    }

    private void show(Function<String, Optional<String>> place, int limit) throws MessagingException, IOException {
        new BounceMailbox(BounceSettings.with(settings), certificates, Clock.systemUTC())
                .show(new Reader(place, seen, limit));
    }

    private void show(Function<String, Optional<String>> place) throws MessagingException, IOException {
        show(place, Integer.MAX_VALUE);
    }

    private void arrives(String text) throws MessagingException {
        var octets = text.getBytes(StandardCharsets.ISO_8859_1);
        server.getUserManager()
                .getUser(USER)
                .deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(octets)));
    }

    private int in(String folder) throws FolderException {
        var user = server.getUserManager().getUser(USER);
        var found = server.getManagers().getImapHostManager().getFolder(user, folder);
        return found == null ? -1 : found.getMessageCount();
    }

    @Test
    void a_mail_goes_where_the_clerk_wants_it() throws Exception {
        arrives("Subject: one\r\n\r\na\u00e4\r\n");
        arrives("Subject: two\r\n\r\nb\r\n");

        show(text -> Optional.of(text.contains("one") ? "processed" : "unknown"));

        assertThat(seen).hasSize(2);
        assertThat(seen.get(0)).contains("Subject: one", "a\u00e4");
        assertThat(in("INBOX")).isZero();
        assertThat(in("processed")).isOne();
        assertThat(in("unknown")).isOne();
    }

    @Test
    void what_stays_comes_again_and_does_not_stand_in_the_way() throws Exception {
        arrives("Subject: stays\r\n\r\na\r\n");
        arrives("Subject: goes\r\n\r\nb\r\n");

        show(text -> text.contains("stays") ? Optional.empty() : Optional.of("processed"));
        show(text -> Optional.of("processed"));

        assertThat(seen).hasSize(3);
        assertThat(seen.get(2)).contains("stays");
        assertThat(in("INBOX")).isZero();
        assertThat(in("processed")).isEqualTo(2);
    }

    @Test
    void what_is_flagged_is_left_to_a_person() throws Exception {
        arrives("Subject: one\r\n\r\na\r\n");
        arrives("Subject: two\r\n\r\nb\r\n");
        var inbox = server.getManagers()
                .getImapHostManager()
                .getInbox(server.getUserManager().getUser(USER));
        inbox.setFlags(new Flags(Flags.Flag.FLAGGED), true, inbox.getMessageUids()[0], null, false);

        show(text -> Optional.of("processed"));

        assertThat(seen).singleElement().asString().contains("two");
        assertThat(in("INBOX")).isOne();
    }

    @Test
    void a_clerk_who_has_stopped_leaves_the_rest() throws Exception {
        arrives("Subject: one\r\n\r\na\r\n");
        arrives("Subject: two\r\n\r\nb\r\n");

        show(text -> Optional.empty(), 1);

        assertThat(seen).hasSize(1);
        assertThat(in("INBOX")).isEqualTo(2);
    }

    @Test
    void of_a_huge_mail_only_the_beginning_is_read() throws Exception {
        arrives("Subject: huge\r\n\r\n" + ("x".repeat(70) + "\r\n").repeat(30_000));

        show(text -> Optional.of("processed"));

        assertThat(seen.get(0)).startsWith("Subject: huge").hasSize(1 << 20);
        assertThat(in("processed")).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "password, wrong",
        "tls, starttls",
        "folder, nowhere",
        "port, 1",
    })
    void a_mailbox_that_is_not_as_configured_is_not_read(String name, String value) throws MessagingException {
        arrives("Subject: one\r\n\r\na\r\n");
        settings.put(name, value);

        assertThatThrownBy(() -> show(text -> Optional.of("processed")))
                .isInstanceOf(MessagingException.class)
                .hasMessageNotContaining("secret");
        assertThat(seen).isEmpty();
    }

    @Test
    void a_server_that_hangs_is_given_up() throws IOException {
        try (var silent = new ServerSocket(0)) {
            settings.put("port", Integer.toString(silent.getLocalPort()));
            settings.put("timeout", "200ms");

            assertThatThrownBy(() -> show(text -> Optional.empty())).isInstanceOf(MessagingException.class);
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_or_that_is_of_another_server_is_refused() throws Exception {
        settings.put("tls", "implicit");
        settings.put("port", Integer.toString(server.getImaps().getPort()));
        assertThatThrownBy(() -> show(text -> Optional.empty()))
                .hasRootCauseMessage("unable to find valid certification path to requested target");

        certificates = trustingGreenMail();

        assertThatThrownBy(() -> show(text -> Optional.empty()))
                .hasStackTraceContaining("No subject alternative names");
        assertThat(seen).isEmpty();
    }

    private static SSLSocketFactory trustingGreenMail() throws GeneralSecurityException, IOException {
        var keys = KeyStore.getInstance("PKCS12");
        try (var file = GreenMail.class.getResourceAsStream("/greenmail.p12")) {
            keys.load(file, "changeit".toCharArray());
        }
        var authorities = KeyStore.getInstance("PKCS12");
        authorities.load(null, null);
        authorities.setCertificateEntry(
                "server", keys.getCertificate(keys.aliases().nextElement()));
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(authorities);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trusted.getTrustManagers(), null);
        return context.getSocketFactory();
    }
}
