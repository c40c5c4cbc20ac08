package io.chancery.dispatch.print.stream.share;

import io.chancery.platform.digest.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/**
 * Copies what pages use from letters into a batch, and what is the same only once, from the leaves up: a font file, then the
 * font that has it, then the resources that name the font.
 */
public final class Sharing {

    /** About the document and not about what is drawn. */
    private static final List<COSName> NOT_PRINTED = List.of(
            COSName.METADATA,
            COSName.STRUCT_PARENT,
            COSName.STRUCT_PARENTS,
            COSName.PIECE_INFO,
            COSName.LAST_MODIFIED,
            COSName.AF);

    private final SharedFonts fonts = new SharedFonts();
    private final Map<String, COSBase> kept = new HashMap<>();
    private final Map<COSBase, Integer> numbers = new IdentityHashMap<>();

    /** Begins another letter. */
    public Letter letter() {
        return new Letter();
    }

    /** Completes the fonts when the last letter has been copied. */
    public void finish() throws IOException {
        fonts.finish();
    }

    /** The one that was kept first of all that are the same. */
    private COSBase shared(COSBase copy) throws IOException {
        var same = kept.putIfAbsent(digest(copy), copy);
        var one = same == null ? copy : same;
        return isCompositeFont(one) ? fonts.share((COSDictionary) one).orElse((COSDictionary) one) : one;
    }

    private static boolean isCompositeFont(COSBase copy) {
        return copy instanceof COSDictionary dictionary
                && COSName.FONT.equals(dictionary.getCOSName(COSName.TYPE))
                && COSName.TYPE0.equals(dictionary.getCOSName(COSName.SUBTYPE));
    }

    private String digest(COSBase copy) throws IOException {
        var digest = Sha256.digest();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            if (copy instanceof COSStream stream) {
                try (var in = stream.createRawInputStream()) {
                    in.transferTo(out);
                }
            }
            out.write(described(copy).getBytes(StandardCharsets.UTF_8));
        }
        return Sha256.hexadecimal(digest.digest());
    }

    private String described(COSBase copy) {
        var text = new StringBuilder(copy.getClass().getSimpleName()).append(copy.isDirect());
        if (copy instanceof COSArray array) {
            array.forEach(element -> text.append(' ').append(mention(element)));
        } else if (copy instanceof COSDictionary dictionary) {
            dictionary.entrySet().stream()
                    .map(entry -> " " + mention(entry.getKey()) + " " + mention(entry.getValue()))
                    .sorted()
                    .forEach(text::append);
        }
        return text.toString();
    }

    private String mention(COSBase value) {
        if (value instanceof COSDictionary || value instanceof COSArray) {
            return "#" + numbers.computeIfAbsent(value, unknown -> numbers.size());
        }
        if (value instanceof COSString string) {
            return "(" + string.toHexString() + ")";
        }
        var text = String.valueOf(value);
        return text.length() + ":" + text;
    }

    /** What has been copied from one letter. */
    public final class Letter {

        private final Map<COSBase, COSBase> copies = new IdentityHashMap<>();

        private Letter() {}

        public COSDictionary copy(COSDictionary source) throws IOException {
            return (COSDictionary) copyOf(source);
        }

        private COSBase copyOf(COSBase source) throws IOException {
            if (source instanceof COSObject reference) {
                var object = reference.getObject();
                return object == null ? COSNull.NULL : copyOf(object);
            }
            if (!(source instanceof COSDictionary || source instanceof COSArray)) {
                return source;
            }
            var known = copies.get(source);
            if (known != null) {
                return known;
            }
            var copy = shared(filled(source));
            copies.put(source, copy);
            return copy;
        }

        /** A thing that leads back to itself meets its own copy, which is then like no other. */
        private COSBase filled(COSBase source) throws IOException {
            return source instanceof COSArray array ? filled(array) : filled((COSDictionary) source);
        }

        private COSArray filled(COSArray source) throws IOException {
            var copy = new COSArray();
            copy.setDirect(source.isDirect());
            copies.put(source, copy);
            for (var element : source) {
                copy.add(copyOf(element));
            }
            return copy;
        }

        private COSDictionary filled(COSDictionary source) throws IOException {
            var stream = source instanceof COSStream original ? original : null;
            var copy = stream == null ? new COSDictionary() : new COSStream();
            copy.setDirect(source.isDirect());
            copies.put(source, copy);
            for (var entry : source.entrySet()) {
                if (stream == null || !NOT_PRINTED.contains(entry.getKey())) {
                    copy.setItem(entry.getKey(), copyOf(entry.getValue()));
                }
            }
            if (stream != null) {
                try (var in = stream.createRawInputStream();
                        var out = ((COSStream) copy).createRawOutputStream()) {
                    in.transferTo(out);
                }
            }
            return copy;
        }
    }
}
