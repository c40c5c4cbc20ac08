package io.chancery.dispatch.email.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.dispatch.email.bounce.Finding.Bounce;
import io.chancery.dispatch.email.bounce.Finding.Complaint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BounceReaderTest {

    private static final UUID DELIVERY = UUID.fromString("0198f1c2-1111-7222-8333-444455556666");

    private final BounceAddress addresses = TestBounceAddress.at("bounce.example.org");
    private final BounceReader reader = new BounceReader(addresses);

    @ParameterizedTest
    @CsvSource({
        "postfix-user-unknown, NOBODY_THERE 5.1.1",
        "postfix-null-mx, NOBODY_THERE 5.1.10",
        "postfix-domain-unknown, RETURNED 5.4.4",
        "postfix-gave-up, SOFT 4.4.1",
        "postfix-delayed, Nothing",
        "postfix-delivered, DELIVERED delivered",
        "postfix-relayed, Nothing",
        "exim-report, NOBODY_THERE 5.1.1",
        "exim-without-report, RETURNED unspecified",
        "office365-user-unknown, NOBODY_THERE 5.1.10",
        "office365-policy, RETURNED 5.7.1",
        "office365-expired, SOFT 4.4.7",
        "exchange-mailbox-full, RETURNED 5.2.2",
        "exchange-mailbox-disabled, NOBODY_THERE 5.2.1",
        "gmail-user-unknown, NOBODY_THERE 5.1.1",
        "gmail-delay, Nothing",
        "qmail, RETURNED unspecified",
        "base64-report-inside-mixed, NOBODY_THERE 5.1.1",
        "quoted-printable-report, NOBODY_THERE 5.1.1",
        "eight-bit-report, NOBODY_THERE 5.1.1",
        "internationalized-report, NOBODY_THERE 5.1.1",
        "several-recipients-all-failed, SOFT 4.2.2",
        "several-recipients-one-delivered, DELIVERED delivered",
        "truncated, NOBODY_THERE 5.1.1",
        "through-a-forwarder, NOBODY_THERE 5.1.1",
        "upper-cased, NOBODY_THERE 5.1.1",
        "envelope-id-only, NOBODY_THERE 5.1.1",
        "enclosed-return-path-only, NOBODY_THERE 5.1.1",
        "yahoo-complaint, Complaint",
        "complaint-by-enclosed-return-path, Complaint",
        "opt-out-headers-only, Complaint",
        "not-spam, Nothing",
        "dmarc-failure, Nothing",
        "holiday, Nothing",
        "holiday-old, Nothing",
        "read-receipt, Nothing",
        "forged-signature, Unsigned",
        "forged-message-id-only, Unsigned",
        "qmail-unsigned, Unsigned",
        "complaint-unsigned, Unsigned",
        "complaint-forged, Unsigned",
        "spam, NotUnderstood",
        "reply-by-a-person, NotUnderstood",
        "report-without-recipients, NotUnderstood",
        "senseless-multipart, NotUnderstood",
        "empty, NotUnderstood"
    })
    void it_understands(String file, String expected) throws IOException {
        assertThat(inShort(reader.read(mail(file)))).isEqualTo(expected);
    }

    @Test
    void whatever_arrives_is_read() throws IOException {
        var random = new Random(5321);
        try (var files = Files.list(Path.of("src/test/resources/bounces"))) {
            for (var file : files.sorted().toList()) {
                var octets = mail(file.getFileName().toString().replace(".eml", ""));
                for (int i = 0; i < 20; i++) {
                    var damaged = octets.clone();
                    for (int k = 0; k < 1 + damaged.length / 50; k++) {
                        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                    }
                    assertThat(reader.read(damaged)).isNotNull();
                }
            }
        }
    }

    @Test
    void every_mail_of_the_collection_is_in_the_table() throws Exception {
        var table = BounceReaderTest.class
                .getDeclaredMethod("it_understands", String.class, String.class)
                .getAnnotation(CsvSource.class);
        try (var files = Files.list(Path.of("src/test/resources/bounces"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".eml", "")))
                    .containsExactlyInAnyOrderElementsOf(Stream.of(table.value())
                            .map(row -> row.split(",")[0])
                            .toList());
        }
    }

    private static String inShort(Finding finding) {
        if (finding instanceof Bounce bounce) {
            assertThat(bounce.deliveryId()).isEqualTo(DELIVERY);
            return bounce.fate() + " " + bounce.code();
        }
        if (finding instanceof Complaint complaint) {
            assertThat(complaint.deliveryId()).isEqualTo(DELIVERY);
        }
        return finding.getClass().getSimpleName();
    }

    private byte[] mail(String file) throws IOException {
        return BounceMails.read(file, addresses.of(DELIVERY).orElseThrow(), "<" + DELIVERY + "@example.org>");
    }
}
