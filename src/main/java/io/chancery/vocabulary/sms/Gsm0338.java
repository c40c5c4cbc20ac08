package io.chancery.vocabulary.sms;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The 7-bit default alphabet of text messages and its extension table (3GPP TS 23.038 §6.2.1). A character of the
 * extension table takes two septets: an escape, then its code.
 *
 * <p>The national language shift tables (§6.2.1.2) are left alone: an SMSC may convert what it gets as data coding 0 by
 * its own default table, and no receipt tells that a customer then reads another letter. What needs them goes as UCS-2.
 */
public final class Gsm0338 {

    private static final byte ESCAPE = 0x1B;

    /** In the order of the codes 0x00 to 0x7F; the place of the escape holds a NUL, which is no character here. */
    private static final String DEFAULT_TABLE = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\0ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final Map<Character, Byte> EXTENSION_TABLE = Map.of(
            '^', (byte) 0x14,
            '{', (byte) 0x28,
            '}', (byte) 0x29,
            '\\', (byte) 0x2F,
            '[', (byte) 0x3C,
            '~', (byte) 0x3D,
            ']', (byte) 0x3E,
            '|', (byte) 0x40,
            '€', (byte) 0x65);

    private static final Map<Character, Byte> CODES = codes();

    private Gsm0338() {}

    private static Map<Character, Byte> codes() {
        var codes = new HashMap<Character, Byte>();
        for (int code = 0; code < DEFAULT_TABLE.length(); code++) {
            if (code != ESCAPE) {
                codes.put(DEFAULT_TABLE.charAt(code), (byte) code);
            }
        }
        return codes;
    }

    /** Whether every character has a code in one of the two tables. */
    public static boolean canEncode(CharSequence text) {
        return text.chars().allMatch(unit -> septets((char) unit) > 0);
    }

    /** How many septets a character takes: 1, 2 for the extension table, 0 if the alphabet does not have it. */
    static int septets(char character) {
        if (CODES.containsKey(character)) {
            return 1;
        }
        return EXTENSION_TABLE.containsKey(character) ? 2 : 0;
    }

    /**
     * One septet per byte, unpacked, as SMPP carries data coding 0.
     *
     * @throws IllegalArgumentException if the alphabet lacks a character
     */
    public static byte[] encode(CharSequence text) {
        var septets = new byte[text.length() * 2];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            var code = CODES.get(character);
            if (code == null) {
                septets[length++] = ESCAPE;
                code = EXTENSION_TABLE.get(character);
            }
            if (code == null) {
                throw new IllegalArgumentException("Not in GSM 03.38: U+%04X".formatted((int) character));
            }
            septets[length++] = code;
        }
        return Arrays.copyOf(septets, length);
    }
}
