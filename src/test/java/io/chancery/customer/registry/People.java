package io.chancery.customer.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invented people whose records nobody could mistake, each known to two sources. */
public final class People {

    /** The body of {@code PUT /sources/…} for them. */
    public static final String DEFINITION = """
            {"title": "Test", "trust": 50, "mapping": {"format": "ndjson", "id": "id", "defaults": {"country": "DE"}, "fields": [
              {"kind": "given-name", "column": "given"}, {"kind": "family-name", "column": "family"},
              {"kind": "birth-date", "column": "born"}, {"kind": "email", "column": "email"},
              {"kind": "street", "column": "street"}, {"kind": "postcode", "column": "zip"}, {"kind": "city", "column": "city"}]}}
            """;

    private static final String[] GIVEN = {"Ida", "Jonas", "Greta", "Moritz", "Paula", "Anton", "Frieda", "Oskar"};
    private static final String[] SYLLABLES = {
        "bal", "dor", "fin", "gru", "hel", "kam", "lor", "mer", "nau", "pel", "rit", "sol"
    };

    /** A record as a source would write it. */
    public record Delivered(String id, String json) {}

    private final Random random;
    private final List<Delivered> first = new ArrayList<>();
    private final List<Delivered> second = new ArrayList<>();

    public People(long seed, int count) {
        random = new Random(seed);
        for (int i = 0; i < count; i++) {
            add(i);
        }
    }

    private void add(int number) {
        var given = GIVEN[random.nextInt(GIVEN.length)];
        var family = family();
        var born = "%d-%02d-%02d".formatted(1940 + random.nextInt(65), 1 + random.nextInt(12), 1 + random.nextInt(28));
        var email = "%s.%s%d@example.org"
                .formatted(given, family, random.nextInt(1000))
                .toLowerCase();
        var street = "Am " + family() + " " + (1 + random.nextInt(90));
        var postcode = String.valueOf(10000 + random.nextInt(80000));
        var json = """
                {"id": "%s", "given": "%s", "family": "%s", "born": "%s", "email": "%s", "street": "%s", "zip": "%s", "city": "%s"}
                """;
        first.add(delivered("A" + number, json, given, family, born, email, street, postcode));
        second.add(delivered("B" + number, json, given, family, born, email, street, postcode));
    }

    private static Delivered delivered(String id, String json, String... values) {
        return new Delivered(
                id,
                json.formatted(id, values[0], values[1], values[2], values[3], values[4], values[5], "Musterstadt")
                        .strip());
    }

    private String family() {
        var name = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return name.substring(0, 1).toUpperCase() + name.substring(1);
    }

    public List<Delivered> first() {
        return first;
    }

    public List<Delivered> second() {
        return second;
    }
}
