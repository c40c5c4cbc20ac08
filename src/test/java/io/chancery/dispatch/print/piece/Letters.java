package io.chancery.dispatch.print.piece;

import io.chancery.vocabulary.Ucid;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Letters that nobody wrote. */
public final class Letters {

    public static final Paper PLAIN = new Paper("plain", 80);
    public static final Stationery STATIONERY = new Stationery("lindenwerk", "din-5008-b", PLAIN);
    private static final String SHA_256 = "0".repeat(64);
    private static final long BYTES = 60_000;

    private Letters() {}

    public static Letter letter(int delivery, int customer, int pages) {
        return letter(delivery, customer, pages, STATIONERY);
    }

    static Letter letter(int delivery, int customer, int pages, Stationery stationery) {
        return new Letter(
                new UUID(9, delivery),
                Ucid.ofNumber(customer),
                berlin(customer),
                stationery,
                new Letter.Extent(pages, true, BYTES),
                SHA_256,
                false);
    }

    static Destination berlin(int customer) {
        return new Destination("DE", "10969", "Musterweg " + customer + ", 10969 Berlin, DE");
    }

    /** Few customers, addresses and kinds, so that they meet often. */
    static List<Letter> random(Random random, int count) {
        var letters = new ArrayList<Letter>();
        for (int i = 0; i < count; i++) {
            letters.add(new Letter(
                    new UUID(random.nextLong(), random.nextLong()),
                    Ucid.ofNumber(random.nextInt(40)),
                    destination(random),
                    new Stationery(
                            random.nextInt(5) == 0 ? "nordlicht" : "lindenwerk",
                            random.nextInt(5) == 0 ? "swiss-right" : "din-5008-b",
                            random.nextInt(5) == 0 ? new Paper("letterhead", 90) : PLAIN),
                    new Letter.Extent(
                            1 + random.nextInt(random.nextInt(30) == 0 ? 500 : 6),
                            random.nextBoolean(),
                            1 + random.nextInt(500_000)),
                    SHA_256,
                    random.nextInt(20) == 0));
        }
        return letters;
    }

    private static Destination destination(Random random) {
        var country = List.of("DE", "AT", "CH").get(random.nextInt(3));
        var postcode = String.valueOf(1_000 + random.nextInt(5));
        return new Destination(country, postcode, "Musterweg 1, " + postcode + " Musterstadt, " + country);
    }
}
