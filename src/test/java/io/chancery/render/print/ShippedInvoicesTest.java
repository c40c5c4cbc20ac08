package io.chancery.render.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.render.RenderRequest;
import io.chancery.render.RenderRequest.Reader;
import io.chancery.render.Renderer;
import io.chancery.render.RendererAccess;
import io.chancery.render.ShippedTemplates;
import io.chancery.render.code.Scanner;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.PersonName;
import io.chancery.vocabulary.Recipient;
import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import net.codecrete.qrbill.generator.QRBill;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mustangproject.ZUGFeRD.ZUGFeRDImporter;
import org.mustangproject.validator.ZUGFeRDValidator;

/** The invoices that ship, as tax offices, authorities and banks read them. */
class ShippedInvoicesTest {

    private static final Renderer RENDERER = RendererAccess.of(new PrintRenderer());
    private static final int DPI = 300;

    @TempDir
    Path folder;

    static Stream<Arguments> invoices() {
        return ShippedTemplates.keys().stream()
                .filter(key -> ShippedTemplates.get(key).settings().invoice() != null)
                .flatMap(key -> ShippedTemplates.fixtures(key).stream().map(name -> Arguments.of(key, name)));
    }

    @ParameterizedTest
    @MethodSource("invoices")
    void a_shipped_invoice_is_one_for_machines_too(String key, String name) throws Exception {
        var file = Files.write(folder.resolve(name + ".pdf"), pdf(ShippedTemplates.fixture(key, name)));

        var validator = new ZUGFeRDValidator();
        var report = validator.validate(file.toString());

        assertThat(validator.wasCompletelyValid()).as(report).isTrue();
    }

    @Test
    void an_authority_gets_an_xrechnung() throws Exception {
        var read = new ZUGFeRDImporter(new ByteArrayInputStream(pdf(ShippedTemplates.fixture("invoice", "authority"))));

        assertThat(read.getUTF8())
                .contains("xrechnung_3.0", "<ram:BuyerReference>04011000-1234512345-06</ram:BuyerReference>");
    }

    @Test
    void the_invoice_for_machines_comes_to_the_sum_on_the_page() throws Exception {
        var pdf = pdf(ShippedTemplates.fixture("invoice", "simple"));

        var read = new ZUGFeRDImporter(new ByteArrayInputStream(pdf));

        assertThat(Letters.text(pdf)).contains("835,46 €");
        assertThat(new BigDecimal(read.getAmount())).isEqualByComparingTo("835.46");
        assertThat(read.getInvoiceID()).isEqualTo("R-2026-000017");
        assertThat(read.getZUGFeRDProfil()).isEqualTo("COMFORT");
    }

    @Test
    void a_copy_says_so_and_carries_no_invoice_that_could_be_booked_again() throws Exception {
        var shipped = ShippedTemplates.fixture("invoice", "simple");
        var original = shipped.recipient();
        var role = new RenderRequest.Copy("adviser", "Steuerberatung", original, false);
        var pdf = pdf(readBy(shipped, shipped.reader().with(role)));

        assertThat(Letters.text(pdf))
                .contains(
                        "Kopie an: Steuerberatung, Original an: "
                                + original.name().full(),
                        "835,46 €");
        try (var document = Letters.open(pdf)) {
            assertThat(document.getDocumentCatalog().getNames()).isNull();
        }
    }

    @Test
    void a_german_invoice_can_be_paid_by_scanning_it() throws Exception {
        var request = ShippedTemplates.fixture("invoice", "simple");

        assertThat(scanned(
                        request,
                        0,
                        new Rectangle(millimetres(130), millimetres(225), millimetres(70), millimetres(40))))
                .isEqualTo("""
                BCD
                002
                1
                SCT
                SPLIDEX0XXX
                Lindenwerk Energie GmbH
                DE58000004170000417417
                EUR835.46


                R-2026-000017""");
    }

    @ParameterizedTest
    @CsvSource({"simple, 1", "english, 1", "credit, 1", "swiss-francs, 2", "swiss-french, 2", "swiss-italian, 2"})
    void a_short_invoice_takes_one_page_and_a_swiss_one_another_for_its_slip(String fixture, String pages) {
        var invoice = RENDERER.render(Channel.PRINT, ShippedTemplates.fixture("invoice", fixture));

        assertThat(invoice.envelope()).containsEntry("pages", pages);
    }

    @Test
    void a_swiss_invoice_ends_in_a_payment_part_of_46_millimetres() throws Exception {
        var request = ShippedTemplates.fixture("invoice", "swiss-francs");
        var pdf = pdf(request);
        try (var document = Letters.open(pdf)) {
            int last = document.getNumberOfPages() - 1;
            // 67 mm from the left, 192 + 17 mm from the top
            var area = new Rectangle(millimetres(65), millimetres(207), millimetres(50), millimetres(50));
            var bill = QRBill.decodeQrCodeText(scanned(request, last, area));

            assertThat(QRBill.validate(bill).isValid()).isTrue();
            assertThat(bill.getAccount()).isEqualTo("CH5100417000000417417");
            assertThat(bill.getCurrency()).isEqualTo("CHF");
            assertThat(bill.getReference()).startsWith("RF");
            assertThat(Letters.text(pdf))
                    .contains(
                            "Empfangsschein",
                            "Zahlteil",
                            "Annahmestelle",
                            "Konto / Zahlbar an",
                            bill.getCreditor().getName());
        }
    }

    @Test
    void the_words_of_a_slip_are_those_of_its_code() {
        var text = Letters.text(pdf(ShippedTemplates.fixture("invoice", "swiss-italian")));

        assertThat(text).contains("Via dell'Esempio 5", "CHF 2’113.15").doesNotContain("dell.Esempio", "SFr.");
    }

    @Test
    void a_short_invoice_takes_one_page() throws Exception {
        try (var document = Letters.open(pdf(ShippedTemplates.fixture("invoice", "authority")))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void a_large_invoice_needs_an_address_and_a_small_one_does_not() {
        var large = ShippedTemplates.fixture("invoice", "simple");
        var small = ShippedTemplates.fixture("credit-note", "simple");

        assertThatThrownBy(() -> pdf(withoutAddress(large))).hasMessageContaining("UStG § 14 (4) no. 1");
        assertThat(Letters.text(pdf(withoutAddress(small)))).contains("97,13 €");
    }

    @Test
    void a_name_with_control_characters_harms_no_invoice() throws Exception {
        var request = ShippedTemplates.fixture("invoice", "simple");
        var known = request.recipient();
        var odd = new Recipient(
                known.ucid(),
                1,
                new PersonName("Frau", "", "Eva\u0001", "Böse & <Test>\uD83D"),
                null,
                "de",
                null,
                new Recipient.ContactPoints(known.address(), known.email(), null, null));

        var read = new ZUGFeRDImporter(new ByteArrayInputStream(pdf(request.to(odd, null))));

        assertThat(read.getUTF8()).contains("Eva Böse &amp; &lt;Test&gt;");
    }

    private static RenderRequest withoutAddress(RenderRequest request) {
        var known = request.recipient();
        var unknown = new Recipient(
                known.ucid(),
                1,
                known.name(),
                null,
                known.language(),
                null,
                new Recipient.ContactPoints(null, known.email(), known.mobile(), null));
        return readBy(request, new Reader(unknown, request.language()));
    }

    private static RenderRequest readBy(RenderRequest request, Reader reader) {
        return new RenderRequest(
                request.deliveryId(),
                request.template(),
                reader,
                request.data(),
                request.reference(),
                request.date(),
                null);
    }

    private static byte[] pdf(RenderRequest request) {
        return RENDERER.render(Channel.PRINT, request).content();
    }

    private static String scanned(RenderRequest request, int page, Rectangle area) throws Exception {
        try (var document = Letters.open(pdf(request))) {
            var sheet = new PDFRenderer(document).renderImageWithDPI(page, DPI);
            var part = sheet.getSubimage(area.x, area.y, area.width, area.height);
            return Scanner.read(part);
        }
    }

    private static int millimetres(double length) {
        return (int) Math.round(length / 25.4 * DPI);
    }
}
