package io.chancery.customer.quality;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Repairs UTF-8 that was once read as Latin-1 or Windows-1252: {@code KÃ¶ln} becomes {@code Köln}. Works sequence by
 * sequence, so a text that is damaged only in part is repaired in part, and only where a Latin letter comes out.
 */
final class Mojibake {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final char FIRST_LEAD = '\u00C3';
    private static final char LAST_LEAD = '\u00C8';
    /** Ã in lower case: somebody changed the case after the damage was done. */
    private static final char LOWERED_LEAD = '\u00E3';

    private Mojibake() {}

    static String repair(String text) {
        int at = nextLead(text, 0);
        if (at < 0) {
            return text;
        }
        var repaired = new StringBuilder(text.length());
        int done = 0;
        while (at >= 0) {
            var letter = letterAt(text, at);
            if (letter.isPresent()) {
                repaired.append(text, done, at).append(letter.get());
                done = at + 2;
            }
            at = nextLead(text, at + (letter.isPresent() ? 2 : 1));
        }
        return repaired.append(text, done, text.length()).toString();
    }

    /** All Latin letters with diacritics up to U+023F have a two-byte form whose first byte is C3 to C8. */
    private static int nextLead(String text, int from) {
        for (int i = from; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if ((c >= FIRST_LEAD && c <= LAST_LEAD) || c == LOWERED_LEAD) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<String> letterAt(String text, int at) {
        char lead = text.charAt(at);
        char follower = text.charAt(at + 1);
        if (lead == LOWERED_LEAD) {
            return follower > '\u00A0' && follower < '\u00C0' ? letter(FIRST_LEAD, follower) : Optional.empty();
        }
        // After another capital such as Ä a quotation mark or dash may well be meant; after Ã it never is.
        if (lead != FIRST_LEAD && follower > '\u00FF' && !Character.isLetter(follower)) {
            return Optional.empty();
        }
        return letter(lead, follower);
    }

    private static Optional<String> letter(char lead, char follower) {
        return byteOf(follower).flatMap(low -> decode((byte) lead, low)).filter(Mojibake::isLatinLetter);
    }

    private static boolean isLatinLetter(String decoded) {
        int letter = decoded.codePointAt(0);
        return Character.isLetter(letter) && Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
    }

    private static Optional<Byte> byteOf(char c) {
        if (c >= '\u0080' && c <= '\u00BF') {
            return Optional.of((byte) c);
        }
        if (c <= '\u00FF') {
            return Optional.empty();
        }
        byte[] single = String.valueOf(c).getBytes(WINDOWS_1252);
        return single.length == 1 && single[0] < 0 ? Optional.of(single[0]) : Optional.empty();
    }

    private static Optional<String> decode(byte lead, byte follower) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(new byte[] {lead, follower}))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
