package io.chancery.vocabulary.sms;

import java.util.Arrays;
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

    private static final short NONE = -1;

    /** On top of the code of a character of the extension table. */
    private static final short EXTENDED = 0x100;

    /** By character; the euro sign is the highest. */
    private static final short[] CODES = codes();

    private Gsm0338() {}

    private static short[] codes() {
        var codes = new short['€' + 1];
        Arrays.fill(codes, NONE);
        for (short code = 0; code < DEFAULT_TABLE.length(); code++) {
            if (code != ESCAPE) {
                codes[DEFAULT_TABLE.charAt(code)] = code;
            }
        }
        EXTENSION_TABLE.forEach((character, code) -> codes[character] = (short) (EXTENDED + code));
        return codes;
    }

    private static short code(char character) {
        return character < CODES.length ? CODES[character] : NONE;
    }

    /** Whether every character has a code in one of the two tables. */
    public static boolean canEncode(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (septets(text.charAt(i)) == 0) {
                return false;
            }
        }
        return true;
    }

    /** How many septets a character takes: 1, 2 for the extension table, 0 if the alphabet does not have it. */
    static int septets(char character) {
        short code = code(character);
        if (code == NONE) {
            return 0;
        }
        return code < EXTENDED ? 1 : 2;
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
            short code = code(character);
            if (code == NONE) {
                throw new IllegalArgumentException("Not in GSM 03.38: U+%04X".formatted((int) character));
            }
            if (code >= EXTENDED) {
                septets[length++] = ESCAPE;
            }
            septets[length++] = (byte) code;
        }
        return Arrays.copyOf(septets, length);
    }
}
