package io.chancery.bench;

import java.util.Locale;
import java.util.Random;

/**
 * Invented people for load: about two records each, in two sources, with namesakes, households and typing errors in the
 * proportions of a town. The same seed gives the same people.
 */
final class Townsfolk {

    static final String DEFINITION = """
            {"title": "Town", "trust": 50, "mapping": {"format": "csv", "id": "id", "defaults": {"country": "DE"},
             "fields": [{"kind": "given-name", "column": "given"}, {"kind": "family-name", "column": "family"},
               {"kind": "birth-date", "column": "born"}, {"kind": "email", "column": "email"},
               {"kind": "phone", "column": "phone"}, {"kind": "street", "column": "street"},
               {"kind": "postcode", "column": "zip"}, {"kind": "city", "column": "city"}]}}
            """;

    static final String HEADER = "id,given,family,born,email,phone,street,zip,city\n";

    private static final String[] GIVEN = ("Anna,Ben,Clara,David,Emma,Felix,Greta,Hans,Ida,Jonas,Katharina,Leon,Maria,"
                    + "Niklas,Olga,Paul,Renate,Stefan,Tanja,Ulrich,Vera,Werner,Yvonne,Zita,Peter,Sabine,Thomas,Monika")
            .split(",");
    private static final String[] START =
            "Bau,Berg,Brand,Eich,Feld,Gold,Hart,Hof,Kauf,Lang,Neu,Ober,Reich,Roth,Schnei,Stein,Wald,Wein,Zim"
                    .split(",");
    private static final String[] END =
            "acker,bach,berger,burger,der,eisen,feld,hauser,heim,hofer,huber,inger,lein,ler,mann,meier,mer,ner,stetter,wald"
                    .split(",");

    private final long seed;
    private final long count;

    /** @param count of people */
    Townsfolk(long seed, long count) {
        this.seed = seed;
        this.count = count;
    }

    /** One line of the person's record in one of the sources. */
    String line(long person, int source) {
        var random = new Random(seed * 31 + person);
        var given = GIVEN[random.nextInt(GIVEN.length)];
        var family = family(random);
        var born = "%d-%02d-%02d".formatted(1940 + random.nextInt(65), 1 + random.nextInt(12), 1 + random.nextInt(28));
        var phone = "0171" + (1_000_000 + random.nextInt(8_999_999));
        var street = family(random) + "straße " + (1 + random.nextInt(120));
        int zip = 10_000 + random.nextInt(80_000);
        var email = "%s.%s%d@example.org"
                .formatted(given, family, random.nextInt(1000))
                .toLowerCase(Locale.ROOT);
        var spoiled = new Random(seed * 17 + person * 2 + source);
        if (source > 0 && spoiled.nextInt(10) == 0) {
            family = family.substring(0, 2) + family.substring(3);
        }
        return String.join(
                        ",",
                        "P" + person + "-" + source,
                        given,
                        family,
                        spoiled.nextInt(4) == 0 ? "" : born,
                        spoiled.nextInt(3) == 0 ? "" : email,
                        spoiled.nextInt(3) == 0 ? "" : phone,
                        street,
                        Integer.toString(zip),
                        family(new Random(zip)) + "dorf")
                + "\n";
    }

    long count() {
        return count;
    }

    private static String family(Random random) {
        return START[random.nextInt(START.length)]
                + END[random.nextInt(END.length)]
                + (random.nextInt(3) == 0
                        ? "-" + START[random.nextInt(START.length)] + END[random.nextInt(END.length)]
                        : "");
    }
}
