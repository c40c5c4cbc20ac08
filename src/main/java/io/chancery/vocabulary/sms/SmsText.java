package io.chancery.vocabulary.sms;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/**
 * A text message as the network carries it: cleaned, encoded and cut into segments.
 *
 * @param text what the customer reads
 * @param encoding one for all segments
 * @param segments in order; together they are the text; none for an empty text
 */
public record SmsText(String text, Encoding encoding, List<Segment> segments) {

    /** More parts than this cannot be numbered in the header of a concatenated message (3GPP TS 23.040 §9.2.3.24.1). */
    public static final int MAX_SEGMENTS = 255;

    /**
     * One part of a message.
     *
     * @param length in the encoding's own units: septets or UTF-16 units
     */
    public record Segment(String text, int length) {}

    /** How a text becomes octets, and how much of it one segment holds. */
    public enum Encoding {
        /** The default alphabet: 140 octets hold 160 septets, or 153 behind the header of a part. */
        GSM_7(160, 153),
        /** UTF-16, which phones have long read where the standard says UCS-2. */
        UCS_2(70, 67);

        private final int single;
        private final int part;

        Encoding(int single, int part) {
            this.single = single;
            this.part = part;
        }

        /** The user data of a segment: unpacked septets, as SMPP carries data coding 0, or UTF-16, big-endian. */
        public byte[] encode(String text) {
            return this == GSM_7 ? Gsm0338.encode(text) : text.getBytes(StandardCharsets.UTF_16BE);
        }

        private int units(int codePoint) {
            return this == GSM_7 ? Gsm0338.septets((char) codePoint) : Character.charCount(codePoint);
        }

        private int limit(String text) {
            int length = 0;
            for (int at = 0; at < text.length() && length <= single; ) {
                int codePoint = text.codePointAt(at);
                length += units(codePoint);
                at += Character.charCount(codePoint);
            }
            return length <= single ? single : part;
        }
    }

    /**
     * What looks the same or nearly so in the default alphabet, but would make every segment hold 70 characters in
     * place of 160. Letters of a name are not among them: they are worth their price. Neither are signs that a number
     * or a sentence needs, such as ° or ≤.
     */
    private static final Map<Integer, String> PLAIN = Map.ofEntries(
            Map.entry((int) '\t', " "),
            Map.entry((int) '`', "'"),
            Map.entry((int) '´', "'"),
            Map.entry((int) '«', "\""),
            Map.entry((int) '»', "\""),
            Map.entry((int) '•', "-"),
            Map.entry((int) '·', "-"),
            Map.entry((int) '−', "-"),
            Map.entry((int) '×', "x"),
            Map.entry((int) '⁄', "/"),
            Map.entry((int) '′', "'"),
            Map.entry((int) '″', "\""),
            Map.entry((int) '‘', "'"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '‚', "'"),
            Map.entry((int) '‛', "'"),
            Map.entry((int) '‹', "'"),
            Map.entry((int) '›', "'"),
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""),
            Map.entry((int) '„', "\""),
            Map.entry((int) '‟', "\""),
            Map.entry((int) '¹', "1"),
            Map.entry((int) '²', "2"),
            Map.entry((int) '³', "3"),
            Map.entry((int) '¼', "1/4"),
            Map.entry((int) '½', "1/2"),
            Map.entry((int) '¾', "3/4"),
            Map.entry((int) '→', "->"),
            Map.entry((int) 'ʼ', "'"),
            Map.entry((int) 'ẞ', "SS"),
            Map.entry((int) '®', "(R)"),
            Map.entry((int) '©', "(C)"));

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern JOINER = Pattern.compile("[\\u200C\\u200D]");

    public SmsText {
        segments = List.copyOf(segments);
    }

    /** Cleans, encodes and cuts any text. */
    public static SmsText of(String raw) {
        var text = clean(raw);
        var encoding = Gsm0338.canEncode(text) ? Encoding.GSM_7 : Encoding.UCS_2;
        return new SmsText(text, encoding, cut(text, encoding::units, encoding.limit(text)));
    }

    /** Never cuts inside a code point, so neither a surrogate pair nor an escape and its code are parted. */
    private static List<Segment> cut(String text, IntUnaryOperator units, int limit) {
        var segments = new ArrayList<Segment>();
        int start = 0;
        int length = 0;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            int more = units.applyAsInt(codePoint);
            if (length + more > limit) {
                segments.add(new Segment(text.substring(start, at), length));
                start = at;
                length = 0;
            }
            length += more;
            at += Character.charCount(codePoint);
        }
        if (length > 0) {
            segments.add(new Segment(text.substring(start), length));
        }
        return segments;
    }

    private static String clean(String raw) {
        if (Gsm0338.canEncode(raw) && raw.indexOf('\r') < 0) {
            return raw;
        }
        var plain = new StringBuilder(raw.length());
        composed(LINE_BREAK.matcher(raw).replaceAll("\n"))
                .codePoints()
                .mapToObj(SmsText::plain)
                .forEach(plain::append);
        var text = composed(plain);
        // Emoji and some scripts need their joiners; where nothing else asks for UCS-2 they are only leftovers of a
        // paste.
        var bare = composed(JOINER.matcher(text).replaceAll(""));
        return Gsm0338.canEncode(bare) ? bare : text;
    }

    /** Because «a» with a combining diaeresis is not in the default alphabet, but «ä» is. */
    private static String composed(CharSequence text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static String plain(int codePoint) {
        var replacement = PLAIN.get(codePoint);
        if (replacement != null) {
            return replacement;
        }
        var same = Character.toString(codePoint);
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR -> " ";
            case Character.DASH_PUNCTUATION -> "-";
            case Character.CONTROL -> codePoint == '\n' ? same : "";
            case Character.FORMAT -> JOINER.matcher(same).matches() ? same : "";
            case Character.SURROGATE -> "?";
            // «10⁶» is not «106», and «①» not «1».
            case Character.OTHER_NUMBER, Character.MODIFIER_LETTER -> same;
            default -> spelledOut(same);
        };
    }

    /** Ligatures, full-width letters, signs of several letters such as № and ㎏: what Unicode itself says they stand for. */
    private static String spelledOut(String character) {
        if (Gsm0338.canEncode(character)) {
            return character;
        }
        var spelledOut = Normalizer.normalize(character, Normalizer.Form.NFKC);
        return Gsm0338.canEncode(spelledOut) ? spelledOut : character;
    }
}
