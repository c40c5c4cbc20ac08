package io.chancery.render.print.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDJavascriptNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.junit.jupiter.api.Test;

/** An enclosure that is in order, spoilt in one way after the other. */
class EnclosureCheckTest {

    private static final Path GOOD = Path.of("templates/brands/lindenwerk/assets/enclosures/contract-rights.de.pdf");

    /** Changes a document. */
    private interface Change {
        void apply(PDDocument document) throws Exception;
    }

    private static byte[] spoilt(Change change) {
        try (var document = Loader.loadPDF(Files.readAllBytes(GOOD));
                var out = new ByteArrayOutputStream()) {
            change.apply(document);
            document.save(out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void assertRefused(Change change, String reason) {
        assertThat(EnclosureCheck.reasons(spoilt(change))).contains(reason);
    }

    @Test
    void what_is_in_order_has_no_fault_even_with_links_and_bookmarks() {
        assertThat(EnclosureCheck.reasons(spoilt(document -> {
                    document.getPage(0).getAnnotations().add(link(new PDActionURI()));
                    var outline = new PDDocumentOutline();
                    var item = new PDOutlineItem();
                    item.setDestination(document.getPage(0));
                    outline.addLast(item);
                    document.getDocumentCatalog().setDocumentOutline(outline);
                })))
                .isEmpty();
    }

    @Test
    void it_is_a_pdf_that_anybody_can_open() {
        assertThat(EnclosureCheck.reasons("%PDF-1.7 nothing".getBytes(StandardCharsets.US_ASCII)))
                .containsExactly("cannot be read as a PDF");
        assertThat(EnclosureCheck.reasons(new byte[3 * 1024 * 1024])).containsExactly("is larger than 2 MB");
        assertThat(EnclosureCheck.reasons(locked("secret"))).containsExactly("is encrypted");
        assertThat(EnclosureCheck.reasons(locked(""))).containsExactly("is encrypted");
    }

    private static byte[] locked(String password) {
        return spoilt(
                document -> document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission())));
    }

    @Test
    void it_is_printed_on_the_paper_of_the_letter() {
        assertRefused(
                document -> document.getPage(0).setMediaBox(PDRectangle.LETTER),
                "page 1 is 216 × 279 mm, and not A4 upright");
        assertRefused(
                document -> document.getPage(0).setRotation(90),
                "page 1 is 210 × 297 mm, turned or scaled, and not A4 upright");
        assertRefused(
                document -> {
                    for (int i = 0; i < 40; i++) {
                        document.addPage(new PDPage(PDRectangle.A4));
                    }
                },
                "has 41 pages, and not 1 to 40");
        assertThat(EnclosureCheck.reasons(
                        spoilt(document -> document.getPage(0).setMediaBox(new PDRectangle(598, 839)))))
                .isEmpty();
    }

    @Test
    void it_does_nothing_but_be_read() {
        assertRefused(
                document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")),
                "has an action that begins by itself");
        assertRefused(document -> names(document).setJavascript(new PDJavascriptNameTreeNode()), "has JavaScript");
        assertRefused(
                document -> document.getDocumentCatalog().setAcroForm(new PDAcroForm(document)),
                "has a form to be filled in");
        assertRefused(
                document -> document.getPage(0).getAnnotations().add(link(new PDActionLaunch())),
                "has an action other than a link (/Launch)");
        assertRefused(
                document -> document.getPage(0).getAnnotations().add(new PDAnnotationWidget()),
                "has a field, a note or a medium on a page (/Widget)");
        assertRefused(
                document -> document.getPage(0).getAnnotations().add(new PDAnnotationText()),
                "has a field, a note or a medium on a page (/Text)");
        assertRefused(
                document -> document.getPage(0).getCOSObject().setItem("AA", new COSDictionary()),
                "has an action that begins by itself");
        assertRefused(
                document -> document.getDocumentCatalog()
                        .getDocumentOutline()
                        .getFirstChild()
                        .setAction(new PDActionJavaScript("x")),
                "has an action other than a link (/JavaScript)");
    }

    private static PDAnnotationLink link(org.apache.pdfbox.pdmodel.interactive.action.PDAction action) {
        var link = new PDAnnotationLink();
        link.setAction(action);
        return link;
    }

    private static PDDocumentNameDictionary names(PDDocument document) {
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        document.getDocumentCatalog().setNames(names);
        return names;
    }

    @Test
    void it_carries_no_files_wherever_they_hang() {
        var specification = new PDComplexFileSpecification();
        assertRefused(
                document -> {
                    specification.setEmbeddedFile(
                            new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {1})));
                    var files = new PDEmbeddedFilesNameTreeNode();
                    files.setNames(Map.of("x", specification));
                    names(document).setEmbeddedFiles(files);
                },
                "has files in it");
        assertRefused(
                document -> {
                    specification.setEmbeddedFile(
                            new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {1})));
                    document.getPage(0).getCOSObject().setItem("AF", specification);
                },
                "has files in it");
    }

    @Test
    void it_has_its_fonts_in_it() {
        assertRefused(
                document -> {
                    try (var content = new PDPageContentStream(
                            document, document.getPage(0), PDPageContentStream.AppendMode.APPEND, true)) {
                        content.beginText();
                        content.setFont(new PDType1Font(FontName.HELVETICA), 10);
                        content.showText("x");
                        content.endText();
                    }
                },
                "uses the font Helvetica without having it in it");
    }

    @Test
    void it_leaves_the_letter_one_that_can_be_archived_and_listened_to() {
        assertRefused(
                document -> document.getDocumentCatalog().setMetadata(null),
                "does not declare to be PDF/A-1, -2 or -3, as the letter it goes with does");
        assertRefused(
                document -> change(document, "<pdfuaid:part>1<", "<pdfuaid:part>2<"),
                "does not declare to be PDF/UA-1, as the letter it goes with does");
        assertRefused(
                document -> change(document, "<pdfaid:part>3<", "<pdfaid:part>4<"),
                "does not declare to be PDF/A-1, -2 or -3, as the letter it goes with does");
        assertRefused(
                document -> document.getDocumentCatalog().setStructureTreeRoot(null),
                "is not tagged, so that it cannot be read aloud");
        assertRefused(
                document -> document.getDocumentCatalog()
                        .getMarkInfo()
                        .getCOSObject()
                        .setBoolean("Suspects", true),
                "says itself that its tags may be wrong");
        assertRefused(document -> document.getDocumentCatalog().setLanguage(null), "does not say its language");
    }

    private static void change(PDDocument document, String part, String other) throws IOException {
        var catalog = document.getDocumentCatalog();
        String xmp;
        try (var in = catalog.getMetadata().exportXMPMetadata()) {
            xmp = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(xmp).contains(part);
        var changed = xmp.replace(part, other).getBytes(StandardCharsets.UTF_8);
        catalog.setMetadata(new PDMetadata(document, new ByteArrayInputStream(changed)));
    }

    @Test
    void its_declaration_may_stand_in_attributes_and_no_entity_is_resolved() {
        var attributes = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                + "<rdf:Description xmlns:pdfaid='http://www.aiim.org/pdfa/ns/id/' pdfaid:part='2' pdfaid:conformance='A'"
                + " xmlns:pdfuaid='http://www.aiim.org/pdfua/ns/id/' pdfuaid:part='1'/></rdf:RDF>";

        assertThat(EnclosureCheck.reasons(spoilt(document -> declare(document, attributes))))
                .isEmpty();
        assertRefused(
                document -> declare(document, "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + attributes),
                "does not declare to be PDF/A-1, -2 or -3, as the letter it goes with does");
    }

    private static void declare(PDDocument document, String xmp) throws IOException {
        document.getDocumentCatalog()
                .setMetadata(new PDMetadata(document, new ByteArrayInputStream(xmp.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void its_colours_are_those_of_the_letter() {
        assertRefused(
                document -> {
                    var grey = java.awt.color.ICC_Profile.getInstance(java.awt.color.ColorSpace.CS_GRAY)
                            .getData();
                    var intent = new PDOutputIntent(document, new ByteArrayInputStream(grey));
                    document.getDocumentCatalog().getCOSObject().removeItem(COSName.OUTPUT_INTENTS);
                    document.getDocumentCatalog().addOutputIntent(intent);
                },
                "has colours of another output than sRGB, which is the letter's");
    }
}
