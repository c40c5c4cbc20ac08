package io.chancery.dispatch.email.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed here, checked by Apache James. */
class MailSigningTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T08:00:01Z"), ZoneOffset.UTC);

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static TestKeys keys;

    @BeforeAll
    static void keys() {
        keys = TestKeys.create(folder, "example.org");
    }

    @Test
    void a_mail_is_signed_with_both_keys_and_else_unchanged() throws IOException {
        var signed = signing().signed(SampleMail.octets());

        assertThat(SampleMail.text(signed)).endsWith("\r\n" + SampleMail.TEXT);
        var fields = HeaderField.of(signed);
        assertThat(fields).extracting(HeaderField::name).startsWith("DKIM-Signature", "DKIM-Signature", "From");
        assertThat(Relaxed.field(fields.get(0))).startsWith("""
                dkim-signature:v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.org; s=rsa2026; \
                t=1795420801; h=From:From:""");
        assertThat(Relaxed.field(fields.get(1))).startsWith("""
                dkim-signature:v=1; a=ed25519-sha256; c=relaxed/relaxed; d=example.org; s=ed2026; \
                t=1795420801; h=From:From:""");
        assertThat(new Receiver(keys).selectors(signed)).containsExactly(TestKeys.RSA);
    }

    @Test
    void what_a_reader_sees_and_acts_on_is_covered_and_most_of_it_closed() {
        var signed = signing().signed(SampleMail.octets());

        assertThat(Relaxed.field(HeaderField.of(signed).get(0)).replace(" ", ""))
                .contains("""
                ;h=From:From:Reply-To:Reply-To:To:To:Cc:Subject:Subject:Date:Date:Message-ID:MIME-Version\
                :Content-Type:Content-Type:Content-Transfer-Encoding:List-Unsubscribe:List-Unsubscribe-Post;bh=""")
                .doesNotContain(";l=", ";x=");
    }

    @Test
    void what_relays_may_do_on_the_way_is_forgiven() throws IOException {
        var signed = SampleMail.text(signing().signed(SampleMail.octets()));

        var relayed = "Received: from a by b\r\n"
                + signed.replace("From: =?utf-8?Q", "FROM:\t=?utf-8?Q")
                        .replace("41,20 =E2=82=AC.\t\r\n", "41,20 =E2=82=AC.\r\n")
                + "\r\n\r\n";

        assertThat(verified(relayed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "41,20 -> 41,21",
                "Your bill -> Our bill",
                "service@mail -> serviced@mail",
                "erika@example.com -> eve@example.com",
                "answers@example.org -> eve@example.com",
                "08:00:00 -> 09:00:00",
                "leave/4711 -> leave/4712",
                "One-Click -> Two-Click",
                "t=1795420801 -> t=1795420802",
                "From: =? -> From: eve@example.org\r\nFrom: =?",
                "MIME-Version: 1.0 -> From: eve@example.org\r\nMIME-Version: 1.0",
                "From: =? -> Subject: Pay here\r\nFrom: =?",
                "From: =? -> To: eve@example.org\r\nFrom: =?",
                "From: =? -> Reply-To: eve@example.org\r\nFrom: =?",
                "From: =? -> Cc: eve@example.org\r\nFrom: =?",
                "From: =? -> Content-Type: text/html\r\nFrom: =?",
                "text/plain -> text/html",
                "quoted-printable -> 7bit",
                "Pay soon.\r\n -> Pay soon.\r\nPay me.\r\n",
                "Pay soon. -> Pay\r\nsoon."
            })
    void what_is_changed_on_the_way_shows(String change) throws IOException {
        var fromTo = change.split(" -> ", 2);
        var signed = SampleMail.text(signing().signed(SampleMail.octets()));
        assertThat(signed).contains(fromTo[0]);

        assertThat(verified(signed)).isTrue();
        assertThat(verified(signed.replaceFirst(java.util.regex.Pattern.quote(fromTo[0]), fromTo[1])))
                .isFalse();
    }

    @Test
    void lines_are_short_whatever_the_names() {
        var text =
                SampleMail.TEXT.replace("Reply-To:", "Cc: a@example.org\r\nReferences: <1@example.org>\r\nReply-To:");

        var lines = SampleMail.text(signing().signed(SampleMail.octets(text))).split("\r\n");

        assertThat(Arrays.stream(lines).takeWhile(line -> !line.startsWith("From")))
                .hasSizeGreaterThan(10)
                .allMatch(line -> line.length() <= 78);
    }

    @Test
    void a_mail_without_subject_gets_none_on_the_way() throws IOException {
        var text = SampleMail.TEXT.replaceFirst("Subject: .*\r\n .*\r\n", "");
        var signed = SampleMail.text(signing().signed(SampleMail.octets(text)));

        assertThat(verified(signed)).isTrue();
        assertThat(verified(signed.replace("MIME-Version: 1.0", "Subject: a\r\nMIME-Version: 1.0")))
                .isFalse();
    }

    @Test
    void the_domain_itself_comes_before_the_one_above_it() {
        var settings = new HashMap<>(keys.settings());
        keys.settings().forEach((name, value) -> settings.put(name.replace("example.org", "mail.example.org"), value));

        var signed = signing(settings).signed(SampleMail.octets());

        assertThat(SampleMail.text(signed)).contains("d=mail.example.org;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"service@example.com", "service@notexample.org", "service@example.org.example.com"})
    void a_mail_from_elsewhere_is_not_signed(String sender) {
        var mail = SampleMail.octets(SampleMail.TEXT.replace("service@mail.example.org", sender));

        assertThat(signing().signed(mail)).isSameAs(mail);
    }

    @Test
    void a_sender_is_known_however_it_is_written() {
        for (var sender : List.of(
                "From: service@EXAMPLE.org",
                "From: \"a <b@example.com>\" <service@example.org>",
                "From:\r\n =?utf-8?Q?M?=\r\n <service@example.org>")) {
            var mail = SampleMail.octets(SampleMail.TEXT.replaceFirst("From: .*", sender));

            assertThat(SampleMail.text(signing().signed(mail))).contains("d=example.org;");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Subject: a\r\n\r\nb\r\n",
                "From: a@example.org\r\nFrom: b@example.org\r\n\r\nb\r\n",
                "From: a@example.org, b@example.org\r\n\r\nb\r\n",
                "From: example.org\r\n\r\nb\r\n",
                "From: a@example.org\r\n",
                "From: a@example.org\r\nno field\r\n\r\nb\r\n"
            })
    void what_cannot_be_signed_is_not_passed_on_as_if_it_were(String mail) {
        assertThatThrownBy(() -> signing().signed(SampleMail.octets(mail)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("example");
    }

    @Test
    void a_mail_of_one_megabyte_of_lines_is_signed() throws IOException {
        var text = SampleMail.TEXT + "QUJD".repeat(19).concat("\r\n").repeat(14_000);

        assertThat(verified(SampleMail.text(signing().signed(SampleMail.octets(text)))))
                .isTrue();
    }

    private static boolean verified(String mail) throws IOException {
        return Objects.equals(new Receiver(keys).selectors(SampleMail.octets(mail)), List.of(TestKeys.RSA));
    }

    private static MailSigning signing() {
        return signing(keys.settings());
    }

    private static MailSigning signing(Map<String, String> settings) {
        return MailSigningAccess.with(settings, CLOCK);
    }
}
