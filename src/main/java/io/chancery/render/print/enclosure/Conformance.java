package io.chancery.render.print.enclosure;

import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;

/** Finds what would keep a letter from being PDF/A-3a and PDF/UA-1 when this PDF is bound to it. */
final class Conformance {

    private static final List<String> PARTS_OF_PDF_A = List.of("1", "2", "3");
    private static final String PART_OF_PDF_UA = "1";
    private static final String SRGB = "sRGB";

    private final PDDocumentCatalog catalog;
    private final List<String> reasons = new ArrayList<>();

    private Conformance(PDDocumentCatalog catalog) {
        this.catalog = catalog;
    }

    static Collection<String> reasons(PDDocument document) throws IOException {
        var conformance = new Conformance(document.getDocumentCatalog());
        conformance.checkDeclaration();
        conformance.checkTags();
        conformance.checkColours();
        conformance.reasons.addAll(Contents.reasons(conformance.catalog.getCOSObject()));
        return conformance.reasons;
    }

    private void checkDeclaration() throws IOException {
        var declaration = Declaration.of(catalog.getMetadata());
        if (!PARTS_OF_PDF_A.contains(declaration.pdfA())) {
            reasons.add("does not declare to be PDF/A-1, -2 or -3, as the letter it goes with does");
        }
        if (!PART_OF_PDF_UA.equals(declaration.pdfUa())) {
            reasons.add("does not declare to be PDF/UA-1, as the letter it goes with does");
        }
    }

    private void checkTags() {
        var marks = catalog.getMarkInfo();
        var tree = catalog.getStructureTreeRoot();
        boolean tagged = marks != null && marks.isMarked() && tree != null && tree.getK() != null;
        if (!tagged || tree.getParentTree() == null) {
            reasons.add("is not tagged, so that it cannot be read aloud");
        } else if (marks.isSuspect()) {
            reasons.add("says itself that its tags may be wrong");
        }
        if (catalog.getLanguage() == null) {
            reasons.add("does not say its language");
        }
    }

    /** The letter has one output intent, and colours without a profile of their own are read by it. */
    private void checkColours() throws IOException {
        for (var intent : catalog.getOutputIntents()) {
            var profile = intent.getDestOutputIntent();
            if (profile != null && !isStandard(profile)) {
                reasons.add("has colours of another output than sRGB, which is the letter's");
            }
        }
    }

    private static boolean isStandard(COSStream profile) throws IOException {
        try (var in = profile.createInputStream()) {
            var described = ICC_Profile.getInstance(in).getData(ICC_Profile.icSigProfileDescriptionTag);
            return described != null
                    && new String(described, StandardCharsets.ISO_8859_1)
                            .replace("\0", "")
                            .contains(SRGB);
        }
    }
}
