package io.chancery.bench.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The samples as XSL-FO written by hand, for Apache FOP. */
final class Formatted implements Worker.Source {

    private static final Path ASSETS =
            Path.of("templates/brands/lindenwerk/assets").toAbsolutePath();

    private static final String PAGE = """
            <fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="Lindenwerk Sans" font-size="10.5pt" line-height="1.42">
            <fo:layout-master-set><fo:simple-page-master master-name="A4" page-width="210mm" page-height="297mm"
              margin="14mm 20mm 10mm 25mm"><fo:region-body margin="31mm 0 24mm 0"/><fo:region-before extent="20mm"/>
              <fo:region-after extent="20mm"/></fo:simple-page-master></fo:layout-master-set>
            <fo:page-sequence master-reference="A4" id="all">
            <fo:static-content flow-name="xsl-region-before"><fo:block text-align="right"><fo:external-graphic
              src="%s" content-width="50mm"/></fo:block></fo:static-content>
            <fo:static-content flow-name="xsl-region-after"><fo:block text-align="right" font-size="8pt">Seite <fo:page-number/> von
              <fo:page-number-citation-last ref-id="all"/></fo:block><fo:table font-size="7pt" table-layout="fixed" width="100%%"
              border-top="0.5pt solid #ccd8cf"><fo:table-body><fo:table-row>%s</fo:table-row></fo:table-body></fo:table></fo:static-content>
            <fo:flow flow-name="xsl-region-body">
            <fo:block font-size="6.5pt">Lindenwerk Energie GmbH · Lindenallee 1 · 04109 Leipzig</fo:block>
            <fo:block space-after="20mm">%s<fo:block/>%s<fo:block/>10969 Berlin</fo:block>
            <fo:block font-size="15pt" font-weight="600" space-after="4mm">%s</fo:block>%s</fo:flow></fo:page-sequence></fo:root>
            """;

    /** What FOP has to know before it begins: the fonts. */
    static Path configuration(Path folder) throws IOException {
        var fonts = IntStream.of(300, 400, 600)
                .mapToObj(weight ->
                        "<font kerning=\"yes\" embed-url=\"%s/fonts/LindenwerkSans-%s.ttf\"><font-triplet name=\"Lindenwerk Sans\" style=\"normal\" weight=\"%d\"/></font>"
                                .formatted(
                                        ASSETS.toUri(),
                                        weight == 300 ? "Light" : weight == 400 ? "Regular" : "SemiBold",
                                        weight))
                .collect(Collectors.joining());
        return Files.writeString(
                folder.resolve("fop.xml"),
                "<fop version=\"1.0\"><renderers><renderer mime=\"application/pdf\"><fonts>" + fonts
                        + "</fonts></renderer></renderers></fop>");
    }

    @Override
    public Path write(Sample sample, int number, Path folder) throws IOException {
        var request = sample.request(number);
        var recipient = request.recipient();
        var subject = sample == Sample.LETTER ? "Ihr Vertrag V-" + number : "Ihre Rechnung R-2026-" + number;
        var foot = IntStream.range(0, 4)
                .mapToObj(
                        i -> cell("Lindenwerk Energie GmbH, Lindenallee 1, 04109 Leipzig, Amtsgericht Leipzig", "left"))
                .collect(Collectors.joining());
        var text = sample == Sample.LETTER ? letter(request.data()) : invoice(request.data());
        return Files.writeString(
                folder.resolve("in.fo"),
                PAGE.formatted(
                        ASSETS.resolve("logo.png").toUri(),
                        foot,
                        recipient.name().full(),
                        recipient.address() == null ? "" : recipient.address().street(),
                        subject,
                        text));
    }

    private static String letter(JsonNode data) {
        return IntStream.rangeClosed(1, 19)
                .mapToObj(i -> "<fo:block space-after=\"2.6mm\">Punkt " + i + ". Ihr Vertrag "
                        + data.get("contract").asText()
                        + " im Tarif " + data.get("tariff").asText()
                        + " läuft weiter wie bisher, und Sie müssen nichts tun. Ab dem"
                        + " 1. Januar 2027 zahlen Sie im Monat "
                        + data.get("instalment").asText() + " Euro; was Sie mehr oder"
                        + " weniger verbrauchen, rechnen wir einmal im Jahr ab.</fo:block>")
                .collect(Collectors.joining());
    }

    private static String invoice(JsonNode data) {
        var rows = new StringBuilder();
        var sum = BigDecimal.ZERO;
        int number = 0;
        for (var item : data.get("items")) {
            var net = new BigDecimal(item.get("quantity").asText())
                    .multiply(new BigDecimal(item.get("price").asText()));
            sum = sum.add(net);
            rows.append("<fo:table-row keep-together=\"always\" border-bottom=\"0.35pt solid #ccd8cf\">")
                    .append(cell(String.valueOf(++number), "left"))
                    .append(cell(item.get("text").asText(), "left"))
                    .append(cell(item.get("quantity").asText(), "right"))
                    .append(cell(item.get("unit").asText(), "left"))
                    .append(cell(item.get("price").asText(), "right"))
                    .append(cell(item.get("vat").asText() + " %", "right"))
                    .append(cell(net.toPlainString() + " €", "right"))
                    .append("</fo:table-row>");
        }
        var heads = IntStream.range(0, 7)
                .mapToObj(i -> cell("Spalte " + i, i > 1 ? "right" : "left"))
                .collect(Collectors.joining());
        return "<fo:table font-size=\"9pt\" table-layout=\"fixed\" width=\"165mm\"><fo:table-column column-width=\"9mm\"/>"
                + "<fo:table-column column-width=\"60mm\"/>" + "<fo:table-column/>".repeat(5)
                + "<fo:table-header font-weight=\"600\"><fo:table-row>" + heads
                + "</fo:table-row></fo:table-header><fo:table-body>"
                + rows
                + "</fo:table-body></fo:table><fo:block text-align=\"right\" font-weight=\"600\" space-before=\"3mm\">Summe "
                + sum.toPlainString()
                + " €</fo:block><fo:block space-before=\"4mm\">Bitte überweisen Sie bis zum 15.12.2026 auf das"
                + " Konto DE02 1203 0000 0000 2020 51.</fo:block>";
    }

    private static String cell(String text, String align) {
        return "<fo:table-cell padding=\"0.95mm 0\"><fo:block text-align=\"" + align + "\">" + text
                + "</fo:block></fo:table-cell>";
    }
}
