package io.chancery.render.print.enclosure;

import io.chancery.render.RenderException;
import io.chancery.template.TemplateVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Says why a PDF cannot lie behind letters: because it cannot be printed with them, or because they would no longer be
 * PDF/A-3a and PDF/UA-1. What a file declares of itself is believed where it would take a validator to prove it.
 */
public final class EnclosureCheck {

    private static final String TYPE = ".pdf";
    private static final int LARGEST = 2 * 1024 * 1024;
    private static final int MOST_PAGES = 40;
    private static final float POINTS_PER_MILLIMETRE = 72 / 25.4f;

    /** ISO 216: what paper of this size may differ by. */
    private static final float TOLERANCE = 2 * POINTS_PER_MILLIMETRE;

    private EnclosureCheck() {}

    /** All reasons, each as {@code file: reason}, for the PDFs of a version's brand. */
    public static List<String> faults(TemplateVersion version) {
        var brand = version.brand();
        return brand.assets().entrySet().stream()
                .filter(asset -> asset.getKey().endsWith(TYPE))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(asset -> reasons(asset.getValue()).stream()
                        .map(reason -> "brands/" + brand.key() + "/assets/" + asset.getKey() + ": " + reason))
                .toList();
    }

    /**
     * The same content.
     *
     * @param name of the file, as a fault names it
     * @throws RenderException with the first reason, if there is any
     */
    public static byte[] checked(String name, byte[] content) {
        reasons(content).stream().findFirst().ifPresent(reason -> {
            throw new RenderException(name + ": " + reason);
        });
        return content;
    }

    static List<String> reasons(byte[] content) {
        if (content.length > LARGEST) {
            return List.of("is larger than " + (LARGEST >> 20) + " MB");
        }
        try (var document = Loader.loadPDF(content)) {
            return document.isEncrypted() ? List.of("is encrypted") : reasons(document);
        } catch (InvalidPasswordException locked) {
            return List.of("is encrypted");
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            return List.of("cannot be read as a PDF");
        }
    }

    private static List<String> reasons(PDDocument document) throws IOException {
        var reasons = new ArrayList<String>();
        int pages = document.getNumberOfPages();
        if (pages < 1 || pages > MOST_PAGES) {
            reasons.add("has " + pages + " pages, and not 1 to " + MOST_PAGES);
            return reasons;
        }
        for (int i = 0; i < pages; i++) {
            checkSize(document.getPage(i), i + 1, reasons);
        }
        reasons.addAll(Behaviour.reasons(document));
        reasons.addAll(Conformance.reasons(document));
        return reasons;
    }

    private static void checkSize(PDPage page, int number, List<String> reasons) {
        var box = page.getCropBox();
        boolean upright = page.getRotation() == 0 && page.getUserUnit() == 1;
        if (!upright
                || differs(box.getWidth(), PDRectangle.A4.getWidth())
                || differs(box.getHeight(), PDRectangle.A4.getHeight())) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "page %d is %.0f × %.0f mm%s, and not A4 upright",
                    number,
                    box.getWidth() / POINTS_PER_MILLIMETRE,
                    box.getHeight() / POINTS_PER_MILLIMETRE,
                    upright ? "" : ", turned or scaled"));
        }
    }

    private static boolean differs(float length, float wanted) {
        return Math.abs(length - wanted) > TOLERANCE;
    }
}
