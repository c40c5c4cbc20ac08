package io.chancery.archive.log.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chancery.archive.log.Merkle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenSSL as the authority, and as the one who verifies; where it is installed. */
class OpensslTimeStampTest {

    private static final String CONFIGURATION = """
        [tsa]
        default_tsa = clock
        [clock]
        serial = serial
        default_policy = 1.3.6.1.4.1.55555.1
        digests = sha256
        signer_digest = sha256
        ess_cert_id_alg = sha256
        [req]
        distinguished_name = name
        [name]
        [root]
        basicConstraints = critical,CA:true
        subjectKeyIdentifier = hash
        [stamping]
        extendedKeyUsage = critical,timeStamping
        """;

    @TempDir
    Path folder;

    @BeforeEach
    void install() throws Exception {
        assumeTrue(isInstalled());
        Files.writeString(folder.resolve("conf"), CONFIGURATION);
        Files.writeString(folder.resolve("serial"), "01\n");
        openssl("req -x509 -newkey rsa:2048 -nodes -keyout root.key -out root.pem -subj /CN=Root -days 2"
                + " -config conf -extensions root");
        openssl("req -new -newkey rsa:2048 -nodes -keyout clock.key -out clock.csr -subj /CN=Clock -config conf");
        openssl("x509 -req -in clock.csr -CA root.pem -CAkey root.key -CAcreateserial -out clock.pem -days 2"
                + " -extfile conf -extensions stamping");
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void understands_our_query_and_is_understood() throws Exception {
        var note = Merkle.leaf(new byte[] {1});
        var query = TimeStampQuery.of(note, new SecureRandom());
        Files.write(folder.resolve("query"), query.bytes());

        openssl("ts -reply -config conf -queryfile query -signer clock.pem -inkey clock.key -out reply");
        var token = query.token(Files.readAllBytes(folder.resolve("reply")));
        Files.write(folder.resolve("token"), token);

        assertThat(new TimeStamps(Set.of(certificate("root.pem")))
                        .verify(token, note)
                        .authority())
                .isEqualTo("CN=Clock");
        assertThat(new TimeStamps(Set.of(certificate("clock.pem")))
                        .verify(token, note)
                        .authority())
                .isEqualTo("CN=Clock");
        assertThat(openssl("ts -verify -digest " + note + " -in token -token_in -CAfile root.pem"))
                .contains("Verification: OK");
    }

    @Test
    void believes_the_authority_of_the_other_tests() throws Exception {
        var authority = new LocalAuthority();
        var note = Merkle.leaf(new byte[] {1});
        var query = TimeStampQuery.of(note, new SecureRandom());
        Files.write(folder.resolve("token"), query.token(authority.answer(query.bytes())));
        Files.writeString(folder.resolve("ca.pem"), LocalAuthority.pem(authority.root));

        var said = openssl("ts -verify -digest " + note + " -in token -token_in -CAfile ca.pem -attime "
                + LocalAuthority.NOW.getEpochSecond());

        assertThat(said).contains("Verification: OK");
    }

    private X509Certificate certificate(String file) throws Exception {
        try (var in = Files.newInputStream(folder.resolve(file))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private String openssl(String arguments) throws Exception {
        var command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments.split(" ")));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
