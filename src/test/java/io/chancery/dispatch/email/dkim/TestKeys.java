package io.chancery.dispatch.email.dkim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** New keys for a domain, in files as an operator has them, and beside each its DNS record. */
public record TestKeys(Path folder, String domain) {

    public static final String RSA = "rsa2026";
    public static final String ED25519 = "ed2026";

    private static final int RSA_BITS = 2048;
    private static final int ED25519_OCTETS = 32;

    /** Makes them. */
    public static TestKeys create(Path folder, String domain) {
        var keys = new TestKeys(folder, domain);
        var rsa = pair("RSA", RSA_BITS);
        keys.write(RSA, rsa, "v=DKIM1; k=rsa; p=" + base64(rsa.getPublic().getEncoded()));
        var ed25519 = pair("Ed25519", ED25519_OCTETS * 8 - 1);
        var encoded = ed25519.getPublic().getEncoded();
        var octets = Arrays.copyOfRange(encoded, encoded.length - ED25519_OCTETS, encoded.length);
        keys.write(ED25519, ed25519, "v=DKIM1; k=ed25519; p=" + base64(octets));
        return keys;
    }

    static KeyPair pair(String type, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(type);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(String selector, KeyPair pair, String record) {
        try {
            Files.createDirectories(folder);
            Files.writeString(pem(selector), pem(pair.getPrivate()));
            Files.writeString(folder.resolve(selector + ".txt"), record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String pem(Key key) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }

    Path pem(String selector) {
        return folder.resolve(selector + ".pem");
    }

    /** What DNS says of a selector; nothing of others. */
    public String record(String selector) {
        var file = folder.resolve(selector + ".txt");
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings by which mails of the domain are signed with both. */
    public Map<String, String> settings() {
        var domainSetting = "chancery.dispatch.email.dkim.\"" + domain + "\"";
        return Map.of(
                domainSetting + ".rsa.selector",
                RSA,
                domainSetting + ".rsa.key",
                pem(RSA).toString(),
                domainSetting + ".ed25519.selector",
                ED25519,
                domainSetting + ".ed25519.key",
                pem(ED25519).toString());
    }
}
