package io.chancery.render.print.tagging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;

/** The drawing instructions of one page, with what is content and what decoration (ISO 32000-1 §14.8.2.2). */
final class MarkedContent {

    private static final byte[] IDENTIFIER = ascii("<</MCID ");
    private static final byte[] BEGIN = ascii("BDC");
    private static final byte[] ARTIFACT = ascii("/Artifact BMC");

    private final byte[] content;
    private final Set<Integer> hidden;
    private final ByteArrayOutputStream changed;
    private int copied;

    private MarkedContent(byte[] content, Set<Integer> hidden) {
        this.content = content;
        this.hidden = hidden;
        this.changed = new ByteArrayOutputStream(content.length);
    }

    /** Makes decoration of what is marked with these identifiers, and packs the page. */
    static void finish(PDPage page, Set<Integer> identifiers) throws IOException {
        var stream = (COSStream) page.getCOSObject().getDictionaryObject(COSName.CONTENTS);
        byte[] content;
        try (var in = stream.createInputStream()) {
            content = in.readAllBytes();
        }
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(identifiers.isEmpty() ? content : new MarkedContent(content, identifiers).changed());
        }
    }

    private byte[] changed() {
        int tag = 0;
        int at = 0;
        while (at < content.length) {
            switch (content[at]) {
                case '(' -> at = behindText(at);
                case '/' -> tag = at++;
                case '<' -> at = behindBracket(at, tag);
                default -> at++;
            }
        }
        changed.write(content, copied, content.length - copied);
        return changed.toByteArray();
    }

    private int behindBracket(int at, int tag) {
        if (startsWith(IDENTIFIER, at)) {
            int number = at + IDENTIFIER.length;
            int end = behind('>', number) - 1;
            int identifier = Integer.parseInt(new String(content, number, end - number, StandardCharsets.US_ASCII));
            return hidden.contains(identifier) ? hide(tag, end) : end;
        }
        return content[at + 1] == '<' ? at + 2 : behind('>', at);
    }

    /** Lets decoration begin in place of the mark that begins at {@code tag}; gives the place behind it. */
    private int hide(int tag, int from) {
        int operator = from;
        while (!startsWith(BEGIN, operator)) {
            operator++;
        }
        changed.write(content, copied, tag - copied);
        changed.writeBytes(ARTIFACT);
        copied = operator + BEGIN.length;
        return copied;
    }

    private boolean startsWith(byte[] word, int at) {
        if (at + word.length > content.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (content[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private int behind(char end, int from) {
        int at = from;
        while (content[at] != end) {
            at++;
        }
        return at + 1;
    }

    /** Brackets inside a text are escaped or in pairs (§7.3.4.2). */
    private int behindText(int at) {
        int depth = 0;
        int end = at;
        do {
            switch (content[end]) {
                case '\\' -> end++;
                case '(' -> depth++;
                case ')' -> depth--;
                default -> {
                    // Part of the text.
                }
            }
            end++;
        } while (depth > 0);
        return end;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
