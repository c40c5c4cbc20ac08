package io.chancery.render.print.tagging;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/**
 * The tree of tags of one document. A table's head that is repeated on each page would be read aloud on each page, and what
 * is empty would be announced; neither is left.
 */
public final class Structure {

    private static final COSName TABLE_HEAD = COSName.getPDFName("THead");
    private static final COSName TABLE_BODY = COSName.getPDFName("TBody");
    private static final COSName TABLE_FOOT = COSName.getPDFName("TFoot");
    private static final COSName TABLE = COSName.getPDFName("Table");
    private static final COSName FIGURE = COSName.getPDFName("Figure");
    private static final COSName MARKED_CONTENT_REFERENCE = COSName.getPDFName("MCR");
    private static final COSName OBJECT_REFERENCE = COSName.getPDFName("OBJR");

    /** Cells keep their column even when there is nothing in them. */
    private static final Set<COSName> KEPT_EMPTY = Set.of(COSName.getPDFName("TD"), COSName.getPDFName("TH"));

    private final List<PDPage> pages = new ArrayList<>();
    private final Map<COSDictionary, Integer> numbers = new IdentityHashMap<>();
    private final Map<Integer, Set<Integer>> hidden = new TreeMap<>();

    private Structure(PDDocument document) {
        document.getPages().forEach(page -> {
            numbers.put(page.getCOSObject(), pages.size());
            pages.add(page);
        });
    }

    /** Puts the tags of a painted document right, and packs what its pages show. */
    public static void tidy(PDDocument document) throws IOException {
        var root = document.getDocumentCatalog().getStructureTreeRoot();
        var structure = new Structure(document);
        structure.tidy(root.getCOSObject());
        for (int i = 0; i < structure.pages.size(); i++) {
            MarkedContent.finish(structure.pages.get(i), structure.hidden.getOrDefault(i, Set.of()));
        }
        structure.forget(root.getCOSObject().getCOSDictionary(COSName.PARENT_TREE));
    }

    private void tidy(COSDictionary element) {
        hideUnread(element);
        var kept = new ArrayList<COSBase>();
        for (var kid : kids(element)) {
            if (isElement(kid)) {
                tidy((COSDictionary) kid);
            }
            if (!isElement(kid) || !isEmpty((COSDictionary) kid)) {
                kept.add(kid);
            }
        }
        setKids(element, kept);
    }

    private void hideUnread(COSDictionary element) {
        var type = element.getCOSName(COSName.S);
        if (FIGURE.equals(type) && element.getString(COSName.ALT, "").isEmpty()) {
            hide(element, page -> true);
        } else if (TABLE.equals(type)) {
            readOnce(element);
        }
    }

    private static boolean isEmpty(COSDictionary element) {
        return element.getDictionaryObject(COSName.K) == null && !KEPT_EMPTY.contains(element.getCOSName(COSName.S));
    }

    /** The head is read where the table begins, the foot where it ends; all between is for the eye. */
    private void readOnce(COSDictionary table) {
        var shown = pagesOf(table);
        var body = pagesOf(table, TABLE_BODY);
        if (shown.size() < 2 || body.isEmpty()) {
            return;
        }
        int first = shown.first();
        int last = body.last();
        for (var part : kids(table)) {
            var name = ((COSDictionary) part).getCOSName(COSName.S);
            if (TABLE_HEAD.equals(name)) {
                hide((COSDictionary) part, page -> page != first);
            } else if (TABLE_FOOT.equals(name)) {
                hide((COSDictionary) part, page -> page != last);
            }
        }
    }

    private TreeSet<Integer> pagesOf(COSDictionary table, COSName part) {
        var found = new TreeSet<Integer>();
        kids(table).stream()
                .map(COSDictionary.class::cast)
                .filter(kid -> part.equals(kid.getCOSName(COSName.S)))
                .forEach(kid -> found.addAll(pagesOf(kid)));
        return found;
    }

    private TreeSet<Integer> pagesOf(COSDictionary element) {
        var found = new TreeSet<Integer>();
        for (var kid : kids(element)) {
            if (isElement(kid)) {
                found.addAll(pagesOf((COSDictionary) kid));
            } else {
                found.add(pageOf(kid, element));
            }
        }
        return found;
    }

    /**
     * Makes decoration of what an element shows on some pages.
     *
     * @return whether there is nothing of it left although there was
     */
    private boolean hide(COSDictionary element, IntPredicate onPage) {
        var kept = new ArrayList<COSBase>();
        boolean gone = false;
        boolean left = false;
        for (var kid : kids(element)) {
            if (isElement(kid)) {
                boolean emptied = hide((COSDictionary) kid, onPage);
                gone |= emptied;
                left |= !emptied && ((COSDictionary) kid).containsKey(COSName.K);
                kept.add(kid);
            } else if (onPage.test(pageOf(kid, element))) {
                hidden.computeIfAbsent(pageOf(kid, element), page -> new TreeSet<>())
                        .add(identifier(kid));
                gone = true;
            } else {
                left = true;
                kept.add(kid);
            }
        }
        setKids(element, gone && !left ? List.of() : kept);
        return gone && !left;
    }

    /** What was hidden belongs to no element any more (§14.7.4.4). */
    private void forget(@Nullable COSDictionary parents) {
        var numbered = parents == null ? null : parents.getCOSArray(COSName.NUMS);
        if (numbered == null) {
            return;
        }
        for (int i = 0; i + 1 < numbered.size(); i += 2) {
            var elements = numbered.getObject(i + 1);
            int key = ((COSInteger) numbered.getObject(i)).intValue();
            for (var page : hidden.entrySet()) {
                if (pages.get(page.getKey()).getStructParents() == key && elements instanceof COSArray list) {
                    page.getValue().forEach(identifier -> list.set(identifier, COSNull.NULL));
                }
            }
        }
    }

    private int pageOf(COSBase item, COSDictionary element) {
        var page = item instanceof COSDictionary reference ? reference.getCOSDictionary(COSName.PG) : null;
        var number = numbers.get(page == null ? element.getCOSDictionary(COSName.PG) : page);
        if (number == null) {
            throw new IllegalStateException("Content on a page that is not in the document");
        }
        return number;
    }

    private static int identifier(COSBase item) {
        return item instanceof COSDictionary reference
                ? reference.getInt(COSName.MCID)
                : ((COSInteger) item).intValue();
    }

    private static boolean isElement(COSBase kid) {
        if (kid instanceof COSDictionary dictionary) {
            var type = dictionary.getCOSName(COSName.TYPE);
            return !MARKED_CONTENT_REFERENCE.equals(type) && !OBJECT_REFERENCE.equals(type);
        }
        return false;
    }

    private static List<COSBase> kids(COSDictionary element) {
        var kids = element.getDictionaryObject(COSName.K);
        if (kids == null) {
            return List.of();
        }
        return kids instanceof COSArray list
                ? list.toList().stream().map(Structure::resolved).toList()
                : List.of(kids);
    }

    private static COSBase resolved(COSBase kid) {
        return kid instanceof COSObject reference ? reference.getObject() : kid;
    }

    private static void setKids(COSDictionary element, List<? extends COSBase> kids) {
        switch (kids.size()) {
            case 0 -> element.removeItem(COSName.K);
            case 1 -> element.setItem(COSName.K, kids.get(0));
            default -> element.setItem(COSName.K, new COSArray(kids));
        }
    }
}
