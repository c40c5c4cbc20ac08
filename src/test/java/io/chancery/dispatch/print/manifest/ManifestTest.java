package io.chancery.dispatch.print.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.chancery.dispatch.print.manifest.Manifest.Entry;
import io.chancery.dispatch.print.piece.Batch;
import io.chancery.dispatch.print.piece.Bundling;
import io.chancery.dispatch.print.piece.Destination;
import io.chancery.dispatch.print.piece.Grouping;
import io.chancery.dispatch.print.piece.Letter;
import io.chancery.dispatch.print.piece.Letters;
import io.chancery.dispatch.print.piece.Tariff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {

    private static final String SHA_256 = "a".repeat(64);

    @TempDir
    private Path folder;

    @Test
    void it_says_for_each_piece_what_is_in_it_and_where() throws IOException {
        var manifest = manifest(List.of(Letters.letter(1, 1, 3), Letters.letter(2, 1, 1), Letters.letter(3, 2, 4)));

        var json = json(manifest);
        var csv = csv(manifest);

        assertThat(json.path("run").asInt()).isEqualTo(17);
        assertThat(json.path("pieces").asInt()).isEqualTo(2);
        assertThat(json.path("sheets").asInt()).isEqualTo(5);
        assertThat(json.path("group").path("sides").asText()).isEqualTo("duplex");
        var entry = json.path("entries").get(0);
        assertThat(entry.path("grams").decimalValue()).isEqualByComparingTo("19.47");
        assertThat(entry.path("letters")).hasSize(2);
        assertThat(entry.path("firstPage").asInt()).isEqualTo(1);
        assertThat(json.path("entries").get(1).path("firstPage").asInt()).isEqualTo(7);
        assertThat(csv).hasSize(2);
        assertThat(csv.get(0).getField("piece")).isEqualTo(entry.path("piece").asText());
        assertThat(csv.get(0).getField("deliveries"))
                .isEqualTo("00000000-0000-0009-0000-000000000001 00000000-0000-0009-0000-000000000002");
        assertThat(csv.get(0).getField("pdf_sha256")).isEqualTo(SHA_256);
        assertThat(csv.get(0).getField("postage_class")).isEqualTo("standard");
    }

    @Test
    void a_postcode_is_no_formula() throws IOException {
        var letter = Letters.letter(1, 1, 1);
        var hostile = new Letter(
                letter.delivery(),
                letter.customer(),
                new Destination("DE", "=cmd|'/c calc'!A1,\"x\"", "Musterweg 1"),
                letter.stationery(),
                letter.extent(),
                letter.sha256(),
                false);

        assertThat(csv(manifest(List.of(hostile))).get(0).getField("postcode")).isEqualTo("'=cmd|'/c calc'!A1,\"x\"");
        assertThat(json(manifest(List.of(hostile)))
                        .path("entries")
                        .get(0)
                        .path("postcode")
                        .asText())
                .isEqualTo("=cmd|'/c calc'!A1,\"x\"");
    }

    @Test
    void a_manifest_leaves_no_piece_out() {
        var whole = manifest(List.of(Letters.letter(1, 1, 1), Letters.letter(2, 2, 1)));

        assertThatThrownBy(() ->
                        new Manifest(whole.batch(), SHA_256, whole.entries().subList(0, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_same_content_gives_the_same_file_whenever_and_wherever() throws IOException {
        var manifest = manifest(List.of(Letters.letter(1, 1, 1)));
        var pdf = Files.writeString(folder.resolve("a.pdf"), "%PDF-1.7 letters");
        var zone = TimeZone.getDefault();

        long size = BatchFile.write(folder.resolve("one.zip"), pdf, manifest);
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
        try {
            BatchFile.write(folder.resolve("other.zip"), pdf, manifest);
        } finally {
            TimeZone.setDefault(zone);
        }

        assertThat(folder.resolve("other.zip"))
                .hasSameBinaryContentAs(folder.resolve("one.zip"))
                .hasSize(size);
        try (var zip = new ZipFile(folder.resolve("one.zip").toFile())) {
            assertThat(zip.stream().map(Object::toString))
                    .containsExactly(
                            "run-17-batch-001-standard-one-sheet-din-5008-b-plain80-duplex.pdf",
                            "manifest.json",
                            "manifest.csv");
            assertThat(zip.getInputStream(zip.getEntry(manifest.pdf()))).hasBinaryContent(Files.readAllBytes(pdf));
        }
    }

    private static JsonNode json(Manifest manifest) throws IOException {
        return new ObjectMapper().readTree(ManifestJson.write(manifest));
    }

    private static List<NamedCsvRecord> csv(Manifest manifest) throws IOException {
        try (var reader =
                CsvReader.builder().ofNamedCsvRecord(new String(ManifestCsv.write(manifest), StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        }
    }

    private static Manifest manifest(List<Letter> letters) {
        var groups = new Grouping(17, Tariff.DEUTSCHE_POST).group(new Bundling(8).bundle(letters));
        var batch = Batch.split(17, groups, Batch.Limits.USUAL).get(0);
        var entries = new ArrayList<Entry>();
        int page = 1;
        for (var piece : batch.pieces()) {
            int pages = 2 * piece.piece().sheets();
            entries.add(new Entry(piece, page, pages));
            page += pages;
        }
        return new Manifest(batch, SHA_256, entries);
    }
}
