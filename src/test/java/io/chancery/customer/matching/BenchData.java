package io.chancery.customer.matching;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import io.chancery.customer.mapping.Note;
import io.chancery.customer.mapping.RecordMapper;
import io.chancery.customer.source.SourceDefinition;
import io.chancery.customer.stream.SourceStream;
import io.chancery.platform.stream.RecordStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Records whose true customers are known, read as an import would read them. */
record BenchData(String name, List<Labelled> records) {

    /** A record with its truth. */
    record Labelled(String source, String id, String person, Traits traits) {}

    /** One half of the persons, so that what was chosen on the one can be checked on the other; neighbours stay together. */
    BenchData half(int which) {
        return new BenchData(
                name + "/" + which,
                records.stream()
                        .filter(record -> Long.parseLong("0" + record.person().replaceAll("\\D", "")) / 50 % 2 == which)
                        .toList());
    }

    static BenchData read(Path data, String set) throws IOException {
        var records = new ArrayList<Labelled>();
        switch (set) {
            case "customers" -> {
                var truth = truth(data.resolve("customers/truth.csv"), "source", "record", "person");
                for (var source : List.of("billing", "crm", "marketing", "service", "webshop")) {
                    records.addAll(read(set, source, data.resolve("customers/" + source + ".csv"), truth));
                }
            }
            case "dach5" -> {
                var truth =
                        truth(data.resolve("golden-record/dach5/truth_clusters.csv"), null, "record_id", "person_id");
                var sources = sources(data.resolve("golden-record/dach5/records.csv"));
                for (var source : List.of("billing", "crm", "marketing", "service", "web")) {
                    read(set, source, data.resolve("golden-record/dach5/records.csv"), truth).stream()
                            .filter(record -> source.equals(sources.get(record.id())))
                            .forEach(records::add);
                }
            }
            case "senzing" -> {
                var truth = truth(
                        data.resolve("golden-record/senzing_truthset/actual_truthset_key.csv"),
                        "DATA_SOURCE",
                        "RECORD_ID",
                        "CLUSTER_ID");
                for (var source : List.of("customers", "reference", "watchlist")) {
                    var path = data.resolve("golden-record/senzing_truthset/" + source + ".csv");
                    records.addAll(read(set, source, path, truth));
                }
            }
            default -> {
                var source = set.startsWith("febrl") ? "febrl" : "fake";
                var path = data.resolve("golden-record/" + set + ".csv");
                var truth =
                        set.startsWith("febrl") ? Map.<String, String>of() : truth(path, null, "unique_id", "cluster");
                records.addAll(read(set, source, path, truth));
            }
        }
        records.sort(Comparator.comparing(Labelled::source).thenComparing(Labelled::id));
        return new BenchData(set, records);
    }

    private static Map<String, String> truth(Path path, String source, String record, String person)
            throws IOException {
        var truth = new HashMap<String, String>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(path)) {
            rows.forEach(row -> truth.put(
                    (source == null ? "" : row.getField(source).toLowerCase() + " ") + row.getField(record),
                    row.getField(person)));
        }
        return truth;
    }

    private static Map<String, String> sources(Path path) throws IOException {
        return truth(path, null, "record_id", "source");
    }

    private static List<Labelled> read(String set, String source, Path path, Map<String, String> truth)
            throws IOException {
        try (var definition = BenchData.class.getResourceAsStream("/golden-record/" + set + "/" + source + ".json");
                var content = Files.newInputStream(path)) {
            var mapping = SourceDefinition.read(new ObjectMapper().readTree(definition))
                    .mapping();
            var mapper = new RecordMapper(mapping, Clock.systemUTC());
            var stream = SourceStream.open(content, mapping, mapping.format(), StandardCharsets.UTF_8);
            var records = new ArrayList<Labelled>();
            for (var entry = stream.next(); entry.isPresent(); entry = stream.next()) {
                if (entry.get() instanceof RecordStream.Entry.Read read) {
                    var id = mapper.id(read.raw());
                    var person = truth.getOrDefault(id, truth.getOrDefault(source + " " + id, personOf(id)));
                    records.add(
                            new Labelled(source, id, person, Traits.of(mapper.map(read.raw(), new ArrayList<Note>()))));
                }
            }
            return records;
        }
    }

    /** Febrl keeps the truth in the id: rec-12-dup-0. */
    private static String personOf(String id) {
        return id.startsWith("rec-") ? id.split("-")[1] : id;
    }
}
