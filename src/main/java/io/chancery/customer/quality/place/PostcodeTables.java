package io.chancery.customer.quality.place;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The postcode tables that ship with Chancery, read when the first address is checked. */
public final class PostcodeTables {

    private static final String RESOURCE = "postcodes.txt.gz";

    private final Map<String, PostcodeTable> tables = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();

    private PostcodeTables() {}

    private static final class Loaded {
        private static final Map<String, PostcodeTable> TABLES = load();
    }

    public static Optional<PostcodeTable> find(String country) {
        return Optional.ofNullable(Loaded.TABLES.get(country));
    }

    /** In the order in which a place without country is looked for. */
    public static List<PostcodeTable> all() {
        return List.of(
                requireNonNull(Loaded.TABLES.get("DE")),
                requireNonNull(Loaded.TABLES.get("AT")),
                requireNonNull(Loaded.TABLES.get("CH")),
                requireNonNull(Loaded.TABLES.get("LI")));
    }

    private static Map<String, PostcodeTable> load() {
        try (var content = requireNonNull(PostcodeTables.class.getResourceAsStream(RESOURCE), RESOURCE);
                var lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(content, 1 << 15), StandardCharsets.UTF_8))) {
            return new PostcodeTables().read(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line with a country opens its table; all others are: postcode, places, municipalities of other names. */
    private Map<String, PostcodeTable> read(BufferedReader lines) throws IOException {
        var country = "";
        var rows = new Rows();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.length() == 2) {
                close(country, rows);
                country = line;
                rows = new Rows();
            } else {
                readRow(line.split("\t"), rows);
            }
        }
        close(country, rows);
        return Map.copyOf(tables);
    }

    private void readRow(String[] columns, Rows rows) {
        int postcode = Integer.parseInt(columns[0]);
        for (int column = 1; column < columns.length; column++) {
            boolean municipality = column == 2;
            for (var name : columns[column].split("\\|")) {
                rows.postcodes.add(postcode);
                rows.places.add(
                        places.computeIfAbsent((municipality ? "+" : "") + name, key -> Place.of(name, municipality)));
            }
        }
    }

    private void close(String country, Rows rows) {
        if (!country.isEmpty()) {
            var postcodes = rows.postcodes.stream().mapToInt(Integer::intValue).toArray();
            tables.put(country, new PostcodeTable(country, country.equals("DE") ? 5 : 4, rows.places, postcodes));
        }
    }

    private static final class Rows {
        private final List<Place> places = new ArrayList<>();
        private final List<Integer> postcodes = new ArrayList<>();
    }
}
