package io.chancery.dispatch.print.manifest;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.chancery.dispatch.print.manifest.Manifest.Entry;
import io.chancery.dispatch.print.piece.Letter;
import io.chancery.platform.download.InertText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A manifest as a table (RFC 4180), a line for each piece. Several letters of a piece stand in one field, with blanks between. */
final class ManifestCsv {

    private static final String[] HEADER = {
        "piece",
        "run",
        "batch",
        "sequence",
        "customer",
        "deliveries",
        "sheets",
        "first_page",
        "pages",
        "grams",
        "postage_class",
        "country",
        "postcode",
        "letter_sha256",
        "pdf",
        "pdf_sha256",
        "reprint"
    };

    private ManifestCsv() {}

    static byte[] write(Manifest manifest) {
        var bytes = new ByteArrayOutputStream();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(bytes)) {
            csv.writeRecord(HEADER);
            for (var entry : manifest.entries()) {
                csv.writeRecord(line(manifest, entry));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static List<String> line(Manifest manifest, Entry entry) {
        var id = entry.piece().id();
        var piece = entry.piece().piece();
        var postage = entry.piece().postage();
        return Stream.of(
                        id.text(),
                        manifest.batch().run(),
                        manifest.batch().number(),
                        id.sequence(),
                        piece.customer(),
                        joined(piece.letters(), letter -> letter.delivery().toString()),
                        piece.sheets(),
                        entry.firstPage(),
                        entry.pages(),
                        postage.weight().grams(),
                        postage.code(),
                        piece.destination().country(),
                        piece.destination().postcode(),
                        joined(piece.letters(), Letter::sha256),
                        manifest.pdf(),
                        manifest.sha256(),
                        manifest.batch().reprint())
                .map(String::valueOf)
                .map(InertText::of)
                .toList();
    }

    private static String joined(List<Letter> letters, Function<Letter, String> field) {
        return letters.stream().map(field).collect(Collectors.joining(" "));
    }
}
