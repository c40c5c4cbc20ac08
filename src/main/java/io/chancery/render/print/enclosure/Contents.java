package io.chancery.render.print.enclosure;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;

/** Finds fonts that a PDF uses and does not have in it, and files, wherever they hang. */
final class Contents {

    /** Those that draw with a program of their own; the others are put together from these, or drawn by the page. */
    private static final Set<String> WITH_PROGRAM =
            Set.of("Type1", "MMType1", "TrueType", "CIDFontType0", "CIDFontType2");

    private static final List<String> PROGRAMS = List.of("FontFile", "FontFile2", "FontFile3");

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> open = new ArrayDeque<>();
    private final Set<String> reasons = new TreeSet<>();

    private Contents() {}

    static Collection<String> reasons(COSDictionary catalog) {
        var contents = new Contents();
        contents.add(catalog);
        while (!contents.open.isEmpty()) {
            contents.look(contents.open.remove());
        }
        return contents.reasons;
    }

    private void add(COSBase reference) {
        var object = reference instanceof COSObject indirect ? indirect.getObject() : reference;
        if ((object instanceof COSDictionary || object instanceof COSArray) && seen.add(object)) {
            open.add(object);
        }
    }

    private void look(COSBase object) {
        if (object instanceof COSArray array) {
            array.forEach(this::add);
        } else if (object instanceof COSDictionary dictionary) {
            check(dictionary);
            dictionary.getValues().forEach(this::add);
        }
    }

    private void check(COSDictionary dictionary) {
        if (dictionary.containsKey("EF")) {
            reasons.add("has files in it");
        }
        boolean font = COSName.FONT.equals(dictionary.getCOSName(COSName.TYPE))
                && WITH_PROGRAM.contains(dictionary.getNameAsString(COSName.SUBTYPE, ""));
        if (font && !isEmbedded(dictionary)) {
            reasons.add(
                    "uses the font " + dictionary.getNameAsString(COSName.BASE_FONT, "") + " without having it in it");
        }
    }

    private static boolean isEmbedded(COSDictionary font) {
        var descriptor = font.getCOSDictionary(COSName.FONT_DESC);
        return descriptor != null && PROGRAMS.stream().anyMatch(descriptor::containsKey);
    }
}
