package io.chancery.customer.survivorship;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.customer.mapping.MappedRecord;
import io.chancery.customer.mapping.Mapping;
import io.chancery.customer.mapping.RecordMapper;
import io.chancery.customer.quality.address.Address;
import io.chancery.customer.quality.address.Addresses;
import io.chancery.customer.stream.SourceStream;
import io.chancery.platform.stream.RawRecord;
import io.chancery.platform.stream.RecordStream;
import io.chancery.vocabulary.Attribute;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * How many golden values are right when the clusters are: {@code SurvivorshipBench FOLDER [misses]} with the files
 * records.csv, truth_clusters.csv and truth_golden.csv. Prints each strategy for every attribute, the shipped rules, and
 * what a customer costs; with a name of an attribute, what was wrong.
 */
public final class SurvivorshipBench {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-12-01T08:00:00Z"), ZoneOffset.UTC);

    private static final Map<String, Integer> TRUST =
            Map.of("billing", 90, "crm", 80, "web", 60, "service", 50, "marketing", 30);

    private static final Map<Attribute, String> TRUTH = Map.of(
            Attribute.GIVEN_NAME, "given_name",
            Attribute.FAMILY_NAME, "surname",
            Attribute.BIRTH_DATE, "dob",
            Attribute.EMAIL, "email",
            Attribute.MOBILE, "mobile_e164",
            Attribute.STREET, "street",
            Attribute.POSTCODE, "zip",
            Attribute.CITY, "city");

    private static final Set<String> GERMAN_DATES = Set.of("marketing", "service");

    private static final String MAPPING = """
            {"id": "record_id", "modified": {"column": "updated_at", "pattern": "yyyy-MM-dd'T'HH:mm:ss", "zone": "UTC"},
             "fields": [{"kind": "salutation", "column": "salutation"}, {"kind": "title", "column": "title"},
                {"kind": "given-name", "column": "given_name"}, {"kind": "family-name", "column": "surname"},
                {"kind": "full-name", "column": "full_name"}, {"kind": "birth-date", "column": "dob"%s},
                {"kind": "email", "column": "email"}, {"kind": "phone", "column": "phone"},
                {"kind": "street", "template": "{street} {house_number}"}, {"kind": "street", "column": "address_line"},
                {"kind": "postcode", "column": "zip"}, {"kind": "city", "column": "city"},
                {"kind": "country", "column": "country"}]}
            """;

    private final List<RawRecord> truth;
    private final Map<String, List<SourceValues>> clusters = new HashMap<>();

    private SurvivorshipBench(Path folder) throws IOException {
        truth = read(folder.resolve("truth_golden.csv"), "person_id");
        var persons = new HashMap<String, String>();
        read(folder.resolve("truth_clusters.csv"), "record_id")
                .forEach(raw -> persons.put(raw.text("record_id"), raw.text("person_id")));
        for (var raw : read(folder.resolve("records.csv"), "record_id")) {
            clusters.computeIfAbsent(persons.get(raw.text("record_id")), person -> new ArrayList<>())
                    .add(values(raw));
        }
    }

    private static List<RawRecord> read(Path file, String id) throws IOException {
        var mapping = new ObjectMapper().readValue("{\"id\": \"" + id + "\"}", Mapping.class);
        var records = new ArrayList<RawRecord>();
        try (var content = Files.newInputStream(file)) {
            var stream = SourceStream.open(content, mapping, Mapping.Format.CSV, StandardCharsets.UTF_8);
            for (var entry = stream.next(); entry.isPresent(); entry = stream.next()) {
                records.add(((RecordStream.Entry.Read) entry.get()).raw());
            }
        }
        return records;
    }

    private static SourceValues values(RawRecord raw) throws IOException {
        var source = raw.text("source");
        var pattern = GERMAN_DATES.contains(source) ? ", \"pattern\": \"dd.MM.yyyy\"" : "";
        var mapping = new ObjectMapper().readValue(MAPPING.formatted(pattern), Mapping.class);
        var mapped = new RecordMapper(mapping, CLOCK).map(raw, new ArrayList<>());
        var id = raw.text("record_id");
        return new SourceValues(
                new Origin(UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)), source, id),
                TRUST.get(source),
                mapped.modified(),
                values(mapped),
                standings(mapped.place()));
    }

    private static Map<Attribute, SourceValues.Standing> standings(MappedRecord.Place place) {
        var address = new Address(place.street(), place.postcode(), place.city(), place.country());
        return Addresses.check(address).verdict().isFault()
                ? Map.of(Attribute.STREET, SourceValues.Standing.FAULTY)
                : Map.of();
    }

    private static Map<Attribute, String> values(MappedRecord mapped) {
        var values = new EnumMap<Attribute, String>(Attribute.class);
        values.put(Attribute.SALUTATION, mapped.name().salutation());
        values.put(Attribute.TITLE, mapped.name().title());
        values.put(Attribute.GIVEN_NAME, mapped.name().given());
        values.put(Attribute.FAMILY_NAME, mapped.name().family());
        values.put(
                Attribute.BIRTH_DATE,
                mapped.birthDate() == null ? null : mapped.birthDate().toString());
        values.put(Attribute.STREET, mapped.place().street());
        values.put(Attribute.POSTCODE, mapped.place().postcode());
        values.put(Attribute.CITY, mapped.place().city());
        values.put(Attribute.COUNTRY, mapped.place().country());
        values.put(Attribute.EMAIL, mapped.reach().email());
        values.put(Attribute.MOBILE, mapped.reach().mobile());
        values.put(Attribute.PHONE, mapped.reach().phone());
        values.values().removeIf(value -> value == null || value.isEmpty());
        return values;
    }

    private static String norm(Attribute attribute, String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        lower = lower.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
        if (attribute == Attribute.STREET) {
            lower = lower.replaceAll("str(asse|\\.)?(?=[\\s\\d]|$)", "str");
        }
        lower = Normalizer.normalize(lower, Normalizer.Form.NFKD);
        return lower.replaceAll("[^a-z0-9@.+]|(?<![@.\\w])\\.", "");
    }

    private Map<Attribute, String> percentages(Rules rules, String misses) {
        var survivorship = new Survivorship(rules);
        var right = new EnumMap<Attribute, int[]>(Attribute.class);
        for (var person : truth) {
            var records = clusters.get(person.text("person_id"));
            if (records != null) {
                var golden = survivorship.golden(records, Map.of(), CLOCK.instant());
                TRUTH.forEach((attribute, column) ->
                        count(attribute, person, golden, right.computeIfAbsent(attribute, key -> new int[2]), misses));
            }
        }
        var shares = new EnumMap<Attribute, String>(Attribute.class);
        right.forEach((attribute, counts) ->
                shares.put(attribute, String.format(Locale.ROOT, "%.3f", (double) counts[0] / counts[1])));
        return shares;
    }

    private void count(
            Attribute attribute, RawRecord person, Map<Attribute, GoldenValue> golden, int[] counts, String misses) {
        var value = golden.get(attribute);
        var expected = expected(attribute, person);
        if (value == null || expected.isEmpty()) {
            return;
        }
        counts[1]++;
        boolean right = norm(attribute, value.value()).equals(norm(attribute, expected))
                || (attribute == Attribute.EMAIL && value.value().equalsIgnoreCase(person.text("email_alt")));
        counts[0] += right ? 1 : 0;
        if (!right && attribute.code().equals(misses)) {
            System.out.println(expected + " | " + value.value());
            clusters.get(person.text("person_id"))
                    .forEach(record -> System.out.println(
                            "      " + record.origin().source() + " " + record.at() + " " + record.values()));
        }
    }

    private static String expected(Attribute attribute, RawRecord person) {
        var text = person.text(TRUTH.get(attribute));
        return attribute == Attribute.STREET ? text + " " + person.text("house_number") : text;
    }

    /** CPU time of this thread: the machine may be busy with other things. */
    private void speed() {
        var survivorship = new Survivorship(Rules.SHIPPED);
        var threads = ManagementFactory.getThreadMXBean();
        long values = 0;
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 15; round++) {
            long start = threads.getCurrentThreadCpuTime();
            for (var records : clusters.values()) {
                values +=
                        survivorship.golden(records, Map.of(), CLOCK.instant()).size();
            }
            best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
        }
        System.out.printf(Locale.ROOT, "%.1f µs CPU per customer (%d values)%n", best / 1e3 / clusters.size(), values);
    }

    public static void main(String[] arguments) throws IOException {
        var bench = new SurvivorshipBench(Path.of(arguments[0]));
        for (var strategy : Strategy.values()) {
            var rules = new EnumMap<>(Rules.SHIPPED.rules());
            rules.replaceAll((attribute, rule) -> new Rules.Rule(strategy, rule.halfLife()));
            System.out.println(strategy + " " + bench.percentages(new Rules(rules), ""));
        }
        System.out.println("SHIPPED " + bench.percentages(Rules.SHIPPED, arguments.length > 1 ? arguments[1] : ""));
        bench.speed();
    }
}
