package io.chancery.render.print.enclosure;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.jspecify.annotations.Nullable;

/** Finds what a PDF does beyond being read. Paper does nothing; only links are left, within the file and to the web. */
final class Behaviour {

    /** What a catalog may have. Everything else makes it more than a document, or is of no use behind a letter. */
    private static final Set<String> CATALOG = Set.of(
            "Type",
            "Version",
            "Extensions",
            "Pages",
            "PageLabels",
            "Names",
            "Dests",
            "ViewerPreferences",
            "PageLayout",
            "PageMode",
            "Outlines",
            "Metadata",
            "StructTreeRoot",
            "MarkInfo",
            "Lang",
            "OutputIntents",
            "PieceInfo");

    private static final Set<String> NAMES = Set.of("Dests");
    private static final Set<String> ACTIONS = Set.of("GoTo", "URI");
    private static final String ADDITIONAL_ACTIONS = "AA";
    private static final String LINK = "Link";

    private final Set<String> reasons = new TreeSet<>();

    private Behaviour() {}

    static Collection<String> reasons(PDDocument document) throws IOException {
        var behaviour = new Behaviour();
        var catalog = document.getDocumentCatalog();
        behaviour.checkKeys(catalog.getCOSObject(), CATALOG);
        behaviour.checkKeys(catalog.getCOSObject().getCOSDictionary(COSName.NAMES), NAMES);
        for (var page : document.getPages()) {
            behaviour.checkPage(page);
        }
        behaviour.checkBookmarks(catalog.getDocumentOutline());
        return behaviour.reasons;
    }

    private void checkKeys(@Nullable COSDictionary dictionary, Set<String> allowed) {
        if (dictionary != null) {
            dictionary.keySet().stream()
                    .map(COSName::getName)
                    .filter(key -> !allowed.contains(key))
                    .forEach(key -> reasons.add("has " + words(key)));
        }
    }

    private static String words(String key) {
        return switch (key) {
            case "AcroForm" -> "a form to be filled in";
            case "JavaScript" -> "JavaScript";
            case "EmbeddedFiles", "AF" -> "files in it";
            case "OpenAction", ADDITIONAL_ACTIONS -> "an action that begins by itself";
            case "OCProperties" -> "layers that can be shown and hidden";
            case "Collection" -> "a collection of files in it";
            default -> "/" + key + ", which no enclosure needs";
        };
    }

    private void checkPage(PDPage page) throws IOException {
        checkSelfActing(page.getCOSObject());
        for (var annotation : page.getAnnotations()) {
            var dictionary = annotation.getCOSObject();
            if (!LINK.equals(annotation.getSubtype())) {
                reasons.add("has a field, a note or a medium on a page (/" + annotation.getSubtype() + ")");
            }
            checkSelfActing(dictionary);
            checkAction(dictionary);
        }
    }

    private void checkSelfActing(COSDictionary dictionary) {
        if (dictionary.containsKey(ADDITIONAL_ACTIONS)) {
            reasons.add("has " + words(ADDITIONAL_ACTIONS));
        }
    }

    private void checkAction(COSDictionary actor) {
        var action = actor.getCOSDictionary(COSName.A);
        if (action != null) {
            var type = action.getNameAsString(COSName.S, "");
            if (!ACTIONS.contains(type) || action.containsKey(COSName.NEXT)) {
                reasons.add("has an action other than a link (/" + type + ")");
            }
        }
    }

    /** One after the other, because a file can nest them as deep as it likes. */
    private void checkBookmarks(@Nullable PDOutlineNode outline) {
        Deque<PDOutlineNode> open = new ArrayDeque<>();
        Set<COSDictionary> seen = new HashSet<>();
        if (outline != null) {
            open.add(outline);
        }
        while (!open.isEmpty()) {
            for (PDOutlineItem item : open.remove().children()) {
                if (!seen.add(item.getCOSObject())) {
                    throw new IllegalArgumentException("Bookmarks in a circle");
                }
                checkAction(item.getCOSObject());
                open.add(item);
            }
        }
    }
}
