package io.chancery.dispatch.print.manifest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a file that says by its first bytes how it is encoded, or does not. */
final class FileText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private FileText() {}

    /** Without a mark it is UTF-8, and if it is not, what older Windows programs write. */
    static String decode(byte[] content) {
        var text = new String(content, encoding(content));
        return text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? text : text.substring(1);
    }

    private static Charset encoding(byte[] content) {
        if (begins(content, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        if (begins(content, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return isUtf8(content) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }

    private static boolean begins(byte[] content, int first, int second) {
        return content.length > 1 && content[0] == (byte) first && content[1] == (byte) second;
    }

    private static boolean isUtf8(byte[] content) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
