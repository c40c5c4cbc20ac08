package io.chancery.dispatch.email.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both signatures, checked by a library of another language and other authors. */
class PythonReceiverTest {

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static TestKeys keys;

    private final MailSigning signing = MailSigningAccess.with(keys.settings(), Clock.systemUTC());
    private final PythonReceiver receiver = new PythonReceiver(keys);

    @BeforeAll
    static void keys() throws IOException, InterruptedException {
        assumeTrue(PythonReceiver.isInstalled(), "python3-dkim is not installed");
        keys = TestKeys.create(folder, "example.org");
    }

    @Test
    void both_signatures_are_right() throws IOException {
        assertThat(receiver.verdicts(signing.signed(SampleMail.octets())))
                .containsExactly("rsa-sha256 True", "ed25519-sha256 True");
    }

    @Test
    void neither_is_right_for_another_subject_or_body() throws IOException {
        var signed = SampleMail.text(signing.signed(SampleMail.octets()));

        for (var changed : List.of(signed.replace("Your bill", "Our bill"), signed.replace("41,20", "41,21"))) {
            assertThat(receiver.verdicts(SampleMail.octets(changed)))
                    .hasSize(2)
                    .allMatch(verdict -> verdict.contains("False") || verdict.contains("mismatch"));
        }
    }

    @Test
    void blanks_and_line_ends_are_understood_alike() throws IOException {
        var random = new Random(6376);
        var pieces = List.of(" ", "\t", "\r\n", "\r\n ", "a", "=", ":", ";", "\u00e4", "  \r\n", "\r\n\r\n", ".");
        for (int round = 0; round < 8; round++) {
            var body = new StringBuilder();
            for (int i = 0; i < 400; i++) {
                body.append(pieces.get(random.nextInt(pieces.size())));
            }
            var mail = SampleMail.octets(SampleMail.TEXT + body + "\r\n");

            assertThat(receiver.verdicts(signing.signed(mail)))
                    .containsExactly("rsa-sha256 True", "ed25519-sha256 True");
        }
    }
}
