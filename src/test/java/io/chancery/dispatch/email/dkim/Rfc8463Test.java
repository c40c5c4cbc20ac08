package io.chancery.dispatch.email.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The mail of RFC 8463, appendix A, which its authors signed with both algorithms. */
class Rfc8463Test {

    private static final String BODY_HASH = "2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=";

    private static final String BY_ED25519 = """
            v=1; a=ed25519-sha256; c=relaxed/relaxed;
             d=football.example.com; i=@football.example.com;
             q=dns/txt; s=brisbane; t=1528637909; h=from : to :
             subject : date : message-id : from : subject : date;
             bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
             b=""";
    private static final String ED25519_SIGNATURE =
            "/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11BusFa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==";
    private static final String ED25519_PRIVATE = "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=";
    private static final String ED25519_PUBLIC = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    private static final String BY_RSA = """
            v=1; a=rsa-sha256; c=relaxed/relaxed;
             d=football.example.com; i=@football.example.com;
             q=dns/txt; s=test; t=1528637909; h=from : to : subject :
             date : message-id : from : subject : date;
             bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
             b=""";
    private static final String RSA_SIGNATURE = "F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3"
            + "DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz"
            + "dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=";
    private static final String RSA_PUBLIC = "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3id"
            + "Y6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hs"
            + "tT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB";

    private static final byte[] MAIL = SampleMail.octets("""
            From: Joe SixPack <joe@football.example.com>
            To: Suzie Q <suzie@shopping.example.net>
            Subject: Is dinner ready?
            Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
            Message-ID: <20030712040037.46341.5F8J@football.example.com>

            Hi.

            We lost the game.  Are you hungry yet?

            Joe.

            """.replace("\n", "\r\n"));

    @Test
    void the_body_has_their_hash() {
        assertThat(Coverage.of(MAIL).bodyHash()).isEqualTo(decoded(BODY_HASH));
    }

    @Test
    void the_ed25519_key_gives_their_signature_with_every_provider() throws Exception {
        // RFC 8410 §7: what stands before the octets of the key.
        var prefix = "302e020100300506032b657004220420";
        var pkcs8 = HexFormat.of().parseHex(prefix + HexFormat.of().formatHex(decoded(ED25519_PRIVATE)));

        for (var provider : Providers.fastestFirst(Algorithm.ED25519)) {
            var key = SigningKey.of(Algorithm.ED25519, "brisbane", pkcs8, List.of(provider));

            assertThat(key.published()).isEqualTo("v=DKIM1; k=ed25519; p=" + ED25519_PUBLIC);
            assertThat(key.sign(covered(BY_ED25519))).isEqualTo(decoded(ED25519_SIGNATURE));
        }
    }

    @Test
    void their_rsa_signature_is_of_what_ours_would_cover() throws Exception {
        var key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(decoded(RSA_PUBLIC)));
        var check = Signature.getInstance(Algorithm.RSA.signatureType());
        check.initVerify(key);

        check.update(Algorithm.RSA.input(covered(BY_RSA)));

        assertThat(check.verify(decoded(RSA_SIGNATURE))).isTrue();
    }

    private static byte[] covered(String signatureField) {
        var covered = new StringBuilder();
        for (var field : HeaderField.of(MAIL)) {
            covered.append(Relaxed.field(field)).append("\r\n");
        }
        var own = new HeaderField("DKIM-Signature", signatureField.replace("\n", "\r\n"));
        return covered.append(Relaxed.field(own)).toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
