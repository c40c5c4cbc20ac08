package io.chancery.customer.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invented customers in several sources, with the slips, moves, marriages and relatives of real ones; the same for a seed. */
final class InventedPeople {

    private static final int HOUSEHOLDS = 150;
    private static final List<String> GIVEN = List.of(
            "Ida",
            "Karl",
            "Eva",
            "Johannes",
            "Margarete",
            "Friedrich",
            "Ursula",
            "Wolfgang",
            "Brigitte",
            "Dieter",
            "Sabine",
            "Jürgen",
            "Petra",
            "Stefan",
            "Monika",
            "Andreas",
            "Karin",
            "Thomas",
            "Helga",
            "Ulrich",
            "Lena",
            "Otto",
            "Frieda");
    private static final List<String> START =
            List.of("Falken", "Olm", "Birken", "Stein", "Linden", "Wolken", "Hasel", "Grau", "Rot", "Tann");
    private static final List<String> END =
            List.of("berg", "hof", "meier", "feld", "müller", "wald", "bach", "mann", "stein", "horst");
    private static final List<String> STREETS =
            List.of("Schulstr.", "Am Hang", "Lindenweg", "Bahnhofstraße", "Mühlgasse", "Seeufer");
    private static final List<String> TOWNS =
            List.of("Berlin", "Köln", "Jena", "Ulm", "Passau", "Kiel", "Trier", "Bonn");

    private final Random random;
    private final List<People> people = new ArrayList<>();
    private final List<Integer> truth = new ArrayList<>();
    private int persons;

    InventedPeople(long seed) {
        this.random = new Random(seed);
        for (int i = 0; i < HOUSEHOLDS; i++) {
            addHousehold();
        }
    }

    List<People> people() {
        return people;
    }

    List<Traits> traits() {
        return people.stream().map(People::traits).toList();
    }

    int person(int record) {
        return truth.get(record);
    }

    private void addHousehold() {
        var family = one(START) + one(END);
        var street = one(STREETS) + " " + (1 + random.nextInt(150));
        int town = random.nextInt(TOWNS.size());
        var landline = "+4930" + digits(7);
        var given = one(GIVEN);
        int size = random.nextInt(3) == 0 ? 2 : 1;
        for (int i = 0; i < size; i++) {
            // Every fourth second member is a child of the same name.
            var name = i == 0 || random.nextInt(4) == 0 ? given : one(GIVEN);
            var person = People.named(name, family)
                    .at(street, String.valueOf(10_000 + 7_000 * town + random.nextInt(40)), TOWNS.get(town))
                    .born(LocalDate.of(1935 + 30 * i + random.nextInt(30), 1, 1)
                            .plusDays(random.nextInt(365))
                            .toString())
                    .email(name.toLowerCase().replace("ü", "ue") + digits(4) + "@example.org")
                    .mobile("+49171" + digits(7))
                    .landline(landline);
            addRecords(person);
        }
    }

    private void addRecords(People person) {
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            people.add(seen(person));
            truth.add(persons);
        }
        persons++;
    }

    /** What one source knows: the name, and more than one thing of the rest. */
    private People seen(People person) {
        var record = seenName(person.name().given(), person.name().family());
        var reach = person.reach();
        int source = random.nextInt(4);
        if (source != 1) {
            var place = person.place();
            record = record.at(place.street(), place.postcode(), place.city());
        }
        record = source != 2 || random.nextBoolean() ? record.email(reach.email()) : record;
        record = source >= 2 ? record.mobile(reach.mobile()) : record;
        record = source == 0 ? record.landline(reach.phone()) : record;
        return random.nextInt(3) == 0
                ? record.born(person.identity().birthDate().toString())
                : record;
    }

    private People seenName(String given, String family) {
        if (random.nextInt(20) == 0) {
            return People.named(family, given);
        }
        boolean married = random.nextInt(30) == 0;
        return People.named(slip(given), married ? one(START) + one(END) : slip(family));
    }

    private String slip(String name) {
        if (random.nextInt(12) > 0) {
            return name;
        }
        int at = 1 + random.nextInt(name.length() - 1);
        return name.substring(0, at) + name.substring(Math.min(name.length(), at + 1));
    }

    private String digits(int count) {
        var digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
