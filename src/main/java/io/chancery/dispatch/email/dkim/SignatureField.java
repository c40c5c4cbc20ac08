package io.chancery.dispatch.email.dkim;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Writes a field {@code DKIM-Signature} (RFC 6376 §3.5), folded into lines of 78 characters where it can be. */
final class SignatureField {

    private static final String NAME = "DKIM-Signature";
    private static final int LINE = 78;

    private final StringBuilder text = new StringBuilder(NAME).append(':');
    private int lineStart;

    private SignatureField() {}

    /** The whole field with the end of its last line. */
    static String of(Coverage coverage, String domain, SigningKey key, Instant at) {
        var field = new SignatureField();
        field.tag("v", "1")
                .tag("a", key.algorithm().tag() + "-sha256")
                .tag("c", "relaxed/relaxed")
                .tag("d", domain)
                .tag("s", key.selector())
                .tag("t", Long.toString(at.getEpochSecond()))
                .names(coverage)
                .tag("bh", Base64.getEncoder().encodeToString(coverage.bodyHash()))
                .word(" ", "b=");
        return field.signed(key.sign(field.covered(coverage)));
    }

    private SignatureField tag(String name, String value) {
        return word(" ", name + "=" + value + ";");
    }

    private SignatureField names(Coverage coverage) {
        var before = "h=";
        for (var name : coverage.names()) {
            word(before.equals("h=") ? " " : "", before + name);
            before = ":";
        }
        text.append(';');
        return this;
    }

    /** @param blank between it and the word before on the same line */
    private SignatureField word(String blank, String word) {
        // One more for the semicolon or colon that may follow.
        if (text.length() - lineStart + blank.length() + word.length() + 1 > LINE) {
            fold();
            text.append(word);
        } else {
            text.append(blank).append(word);
        }
        return this;
    }

    private void fold() {
        text.append("\r\n");
        lineStart = text.length();
        text.append(' ');
    }

    /** What is signed: the fields, and this one as it is before its signature is in it (RFC 6376 §3.7). */
    private byte[] covered(Coverage coverage) {
        var unsigned = new HeaderField(NAME, text.substring(NAME.length() + 1));
        return (coverage.fields() + Relaxed.field(unsigned)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private String signed(byte[] signature) {
        var rest = Base64.getEncoder().encodeToString(signature);
        while (!rest.isEmpty()) {
            int room = LINE - (text.length() - lineStart);
            int fits = Math.min(Math.max(room, 0), rest.length());
            text.append(rest, 0, fits);
            rest = rest.substring(fits);
            if (!rest.isEmpty()) {
                fold();
            }
        }
        return text.append("\r\n").toString();
    }
}
