package io.chancery.dispatch.email;

import static io.chancery.dispatch.email.ScriptedSmtpServer.CUT;
import static io.chancery.dispatch.email.ScriptedSmtpServer.HANG;
import static io.chancery.dispatch.email.ScriptedSmtpServer.THEN_CUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.dispatch.DeliveryOutcome;
import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.DeliveryOutcome.Permanent;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import io.chancery.dispatch.DeliveryOutcome.Uncertain;
import io.chancery.dispatch.Handover;
import io.chancery.dispatch.ProviderEndpoint;
import io.chancery.dispatch.email.bounce.BounceAddress;
import io.chancery.dispatch.email.bounce.TestBounceAddress;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpRelayTest {

    static final ProviderEndpoint ENDPOINT = new ProviderEndpoint(Channel.EMAIL, "test", false);

    private static final String MESSAGE_ID = "<0198@chancery.example.org>";

    private final Map<String, String> settings =
            new HashMap<>(Map.of("read-timeout", "5s", "acceptance-timeout", "5s"));
    private final AtomicInteger journal = new AtomicInteger();
    private final List<SmtpRelay> adapters = new ArrayList<>();
    private ScriptedSmtpServer server;
    private BounceAddress bounces = TestBounceAddress.none();
    private Clock clock = Clock.systemUTC();

    SmtpRelayTest() throws IOException {
        server = new ScriptedSmtpServer();
    }

    @BeforeEach
    void patience() {
        settings.put("check-after", "1h");
    }

    @AfterEach
    void close() throws IOException {
        adapters.forEach(SmtpRelay::close);
        server.close();
    }

    @Test
    void the_archived_octets_arrive_unchanged() {
        var mail = ".\r\n..\r\n.hidden: dots\r\nSubject: \u00e4\r\n\r\n" + "x".repeat(5000)
                + "\r\n\0\t\u00ff\u0080 \r\n." + "\r\n.\r\n\r\n";
        var octets = mail.getBytes(StandardCharsets.ISO_8859_1);

        var outcome = adapter().send(handover(new Rendition.Mail(octets, envelope("kunde@example.org"))));

        assertThat(outcome).isInstanceOf(Accepted.class);
        assertThat(server.mails).containsExactly(octets);
    }

    @Test
    void the_reference_is_the_id_of_the_mail_and_no_number_that_the_relay_will_give_again() {
        assertThat(send()).isEqualTo(new Accepted(MESSAGE_ID));
    }

    @Test
    void reports_go_to_an_address_that_names_the_delivery_and_leave_the_content_out() {
        bounces = TestBounceAddress.at("bounce.example.org");
        server.offer("DSN");
        var handover = handover(mail("kunde@example.org"));

        adapter().send(handover);

        var token = bounces.token(handover.deliveryId());
        assertThat(server.commands).contains("MAIL FROM:<b+" + token + "@bounce.example.org> RET=HDRS ENVID=" + token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA", "DOT"})
    void the_code_of_a_refusal_says_whether_to_try_again(String stage) {
        server.answer(stage, "451 4.3.0 later", "550 5.1.1 never");

        assertThat(send()).isEqualTo(new Temporary("451", "4.3.0 later"));
        assertThat(send()).isEqualTo(new Permanent("550", "5.1.1 never", stage.equals("RCPT")));
        assertThat(send()).isInstanceOf(Accepted.class);
        assertThat(server.connections()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "MAIL", "RCPT", "DATA", "DOT"})
    void a_relay_that_says_421_is_left_and_tried_again_later(String stage) {
        server.answer(stage, "421 4.7.0 too many" + THEN_CUT);

        assertThat(send()).isInstanceOf(Temporary.class);
        assertThat(send()).isInstanceOf(Accepted.class);
        assertThat(server.connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"MAIL", "RCPT", "DATA"})
    void before_the_final_dot_a_lost_connection_costs_nothing(String stage) {
        server.answer(stage, CUT);

        assertThat(send()).isInstanceOf(Temporary.class);
        assertThat(journal).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA"})
    void before_the_final_dot_a_relay_that_hangs_is_given_up(String stage) {
        settings.put("read-timeout", "200ms");
        server.answer(stage, HANG);

        assertThat(send()).isInstanceOf(Temporary.class);
        assertThat(journal).hasValue(0);
    }

    @Test
    void after_the_final_dot_nobody_knows() {
        settings.put("acceptance-timeout", "200ms");
        server.answer("DOT", CUT, HANG, "what?", "354 more");

        assertThat(send()).isInstanceOf(Uncertain.class);
        assertThat(send()).isInstanceOf(Uncertain.class);
        assertThat(send()).isInstanceOf(Uncertain.class);
        assertThat(send()).isInstanceOf(Uncertain.class);
        assertThat(send()).isInstanceOf(Accepted.class);
        assertThat(journal).hasValue(5);
    }

    @Test
    void the_wait_for_the_last_answer_is_longer_than_the_others() {
        settings.put("read-timeout", "200ms");
        settings.put("acceptance-timeout", "1s");
        server.answer("DOT", HANG);
        long start = System.nanoTime();

        assertThat(send()).isInstanceOf(Uncertain.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
    }

    @Test
    void an_answer_to_the_dot_counts_even_if_the_relay_then_hangs_up() {
        server.answer("DOT", "554 5.7.1 spam" + THEN_CUT, "250 queued as 77" + THEN_CUT);

        assertThat(send()).isEqualTo(new Permanent("554", "5.7.1 spam"));
        assertThat(send()).isEqualTo(new Accepted(MESSAGE_ID));
    }

    @Test
    void the_journal_is_written_while_the_relay_still_waits_for_the_dot() {
        var commands = new ArrayList<String>();
        Runnable look = () -> {
            commands.addAll(server.commands);
            assertThat(server.mails).isEmpty();
        };

        adapter().send(new Handover(UUID.randomUUID(), 1, false, mail("kunde@example.org"), look));

        assertThat(commands).last().isEqualTo("DATA");
        assertThat(server.mails).hasSize(1);
    }

    @Test
    void what_could_not_be_journalled_is_not_sent() {
        var adapter = adapter();
        var broken = new Handover(UUID.randomUUID(), 1, false, mail("kunde@example.org"), () -> {
            throw new IllegalStateException("disk full");
        });

        assertThatThrownBy(() -> adapter.send(broken)).hasMessage("disk full");
        assertThat(send()).isInstanceOf(Accepted.class);

        assertThat(server.mails).hasSize(1);
        assertThat(server.connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.org>\r\nRCPT TO:<b@example.org",
                "a\n@example.org",
                "a b@example.org",
                "<a@example.org>",
                "a@b@example.org",
                "a@example",
                "a@-example.org",
                "@example.org",
                "müller@example.org",
                "a@example.org ",
                ""
            })
    void an_address_that_smtp_cannot_carry_never_reaches_the_wire(String address) {
        var outcome = adapter().send(handover(mail(address)));

        assertThat(outcome).isInstanceOf(Permanent.class);
        assertThat(outcome.toString()).doesNotContain("example");
        assertThat(server.connections()).isZero();
    }

    @Test
    void a_domain_with_umlauts_is_called_by_its_ascii_name() {
        adapter().send(handover(mail("kunde@münchen.example.org")));

        assertThat(server.commands).contains("RCPT TO:<kunde@xn--mnchen-3ya.example.org>");
    }

    @Test
    void a_mail_that_smtp_would_change_is_not_sent() {
        for (var text : List.of("Subject: a\n\nb\r\n", "Subject: a\r\n\r\nb", "Subject: a\r\r\n\r\nb\r\n", "")) {
            var mail = new Rendition.Mail(text.getBytes(StandardCharsets.US_ASCII), envelope("kunde@example.org"));

            assertThat(adapter().send(handover(mail))).isInstanceOf(Permanent.class);
        }
        assertThat(server.connections()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 no such user,true",
        "550 5.1.10 takes no mail,true",
        "553 5.1.3 not an address,true",
        "550 5.1.8 bad sender,false",
        "550 5.7.1 relaying denied,false",
        "550 no such user,false",
        "552 5.2.2 mailbox full,false"
    })
    void only_some_refusals_say_that_nobody_is_there(String reply, boolean nobodyThere) {
        server.answer("RCPT", reply);

        assertThat(send())
                .isInstanceOfSatisfying(
                        Permanent.class,
                        refusal -> assertThat(refusal.nobodyThere()).isEqualTo(nobodyThere));
    }

    @Test
    void what_the_relay_says_is_kept_without_the_address() {
        server.answer("RCPT", "550 5.1.1 <kunde@example.org>: kunde@example.org is unknown here");

        assertThat(send()).isEqualTo(new Permanent("550", "5.1.1 <…>: <…> is unknown here", true));
    }

    @Test
    void the_relay_hears_of_size_and_eight_bits_if_it_wants_to() {
        server.offer("SIZE 1000000").offer("8BITMIME");
        var octets = "Subject: \u00e4\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

        adapter().send(handover(new Rendition.Mail(octets, envelope("kunde@example.org"))));

        assertThat(server.commands).contains("MAIL FROM:<post@example.org> SIZE=14 BODY=8BITMIME");
    }

    private SmtpRelay adapter() {
        if (adapters.isEmpty()) {
            var relay = new SmtpServer("localhost", server.port(), SmtpServer.Security.NONE, null, (SSLSocketFactory)
                    SSLSocketFactory.getDefault());
            adapters.add(new SmtpRelay("test", EmailSettings.with(settings), relay, ENDPOINT, bounces, clock));
        }
        return adapters.get(0);
    }

    private DeliveryOutcome send() {
        return adapter().send(handover(mail("kunde@example.org")));
    }

    private Handover handover(Rendition rendition) {
        return new Handover(UUID.randomUUID(), 1, false, rendition, journal::incrementAndGet);
    }

    private static Rendition.Mail mail(String to) {
        return new Rendition.Mail("Subject: a\r\n\r\nb\r\n".getBytes(StandardCharsets.US_ASCII), envelope(to));
    }

    private static Map<String, String> envelope(String to) {
        return Map.of("from", "post@example.org", "to", to, "messageId", MESSAGE_ID);
    }
}
