package io.chancery.dispatch.email.dkim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * A domain that answers for mails, with its keys.
 *
 * @param name in lower case
 * @param keys each signs; one is enough for a receiver
 */
record SigningDomain(String name, List<SigningKey> keys) {

    /** The mail with its signatures before it, and else unchanged. */
    byte[] sign(byte[] mail, Instant at) {
        var coverage = Coverage.of(mail);
        var signed = new ByteArrayOutputStream(mail.length + 1024 * keys.size());
        for (var key : keys) {
            var field = SignatureField.of(coverage, name, key, at);
            signed.writeBytes(field.getBytes(StandardCharsets.US_ASCII));
        }
        signed.writeBytes(mail);
        return signed.toByteArray();
    }

    /** The DNS record of a key, as a zone file has it: in strings of at most 255 characters (RFC 1035 §3.3). */
    String record(SigningKey key) {
        var text = key.published().replaceAll("(.{255})(?=.)", "$1\" \"");
        return "%s._domainkey.%s. TXT \"%s\"".formatted(key.selector(), name, text);
    }
}
