package io.chancery.customer.quality.place;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.chancery.customer.quality.CleanText;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Writes the table that ships with Chancery from one of GeoNames: {@code country_code,zipcode,place,state_code,community}. */
final class PostcodeTableWriter {

    /** Places, and municipalities, by lower-case name: the same place stands in two municipalities at times. */
    private record Row(Map<String, String> places, Map<String, String> municipalities) {

        Row() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        void add(NamedCsvRecord line) {
            put(places, line.getField("place"));
            // In Germany the column names the district, which is no part of an address.
            if (List.of("AT", "CH").contains(line.getField("country_code"))) {
                put(municipalities, line.getField("community").replaceFirst("^Gemeindebezirk .*", ""));
            }
        }

        private static void put(Map<String, String> names, String name) {
            var clean = CleanText.of(name);
            if (!clean.isEmpty()) {
                names.putIfAbsent(clean.toLowerCase(Locale.ROOT), clean);
            }
        }

        String text(String postcode) {
            municipalities.keySet().removeAll(places.keySet());
            var text = postcode + "\t" + joined(places.values());
            return municipalities.isEmpty() ? text : text + "\t" + joined(municipalities.values());
        }

        private static String joined(Collection<String> names) {
            return names.stream().sorted().collect(Collectors.joining("|"));
        }
    }

    private PostcodeTableWriter() {}

    /** @param arguments the CSV file, gzipped, and the resource to be written */
    public static void main(String[] arguments) throws IOException {
        var countries = new LinkedHashMap<String, Map<String, Row>>();
        List.of("DE", "AT", "CH", "LI").forEach(country -> countries.put(country, new TreeMap<>()));
        try (var file = new GZIPInputStream(Files.newInputStream(Path.of(arguments[0])));
                var lines = CsvReader.builder().ofNamedCsvRecord(file)) {
            lines.forEach(line -> countries
                    .get(line.getField("country_code"))
                    .computeIfAbsent(line.getField("zipcode"), postcode -> new Row())
                    .add(line));
        }
        try (var out = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(Path.of(arguments[1]))), StandardCharsets.UTF_8)) {
            for (var country : countries.entrySet()) {
                out.write(country.getKey() + "\n");
                for (var row : country.getValue().entrySet()) {
                    out.write(row.getValue().text(row.getKey()) + "\n");
                }
            }
        }
    }
}
