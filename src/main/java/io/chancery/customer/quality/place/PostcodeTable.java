package io.chancery.customer.quality.place;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The postcodes of one country with their places. Places of a postcode lie side by side; names lead to their postcodes by
 * a hash with chains, so that nothing is allocated for a look-up. Immutable.
 */
public final class PostcodeTable {

    private static final int BUCKETS = 1 << 16;

    private final String country;
    private final int digits;
    /** Where the places of a postcode begin; they end where those of the next one begin. */
    private final int[] starts;

    private final Place[] places;
    private final int[] postcodes;
    private final int[] buckets = new int[BUCKETS];
    private final int[] next;

    /** @param places in the order of their postcodes */
    PostcodeTable(String country, int digits, List<Place> places, int[] postcodes) {
        this.country = country;
        this.digits = digits;
        this.places = places.toArray(Place[]::new);
        this.postcodes = postcodes.clone();
        this.starts = starts(digits, postcodes);
        this.next = new int[2 * places.size()];
        index();
    }

    private static int[] starts(int digits, int[] postcodes) {
        int end = (int) Math.pow(10, digits);
        var starts = new int[end + 1];
        int place = 0;
        for (int postcode = 0; postcode <= end; postcode++) {
            while (place < postcodes.length && postcodes[place] < postcode) {
                place++;
            }
            starts[postcode] = place;
        }
        return starts;
    }

    /** Each place is found by its name, and by its town if that is shorter. */
    private void index() {
        Arrays.fill(buckets, -1);
        for (int i = 0; i < places.length; i++) {
            link(places[i].folded(), 2 * i);
            var town = places[i].town();
            if (!town.equals(places[i].folded())) {
                link(town, 2 * i + 1);
            }
        }
    }

    private void link(String name, int entry) {
        int bucket = bucket(name);
        next[entry] = buckets[bucket];
        buckets[bucket] = entry;
    }

    /** Blanks do not count: «Lutherstadt-Wittenberg» is «Lutherstadt Wittenberg». */
    private static int bucket(String folded) {
        int hash = 0;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            hash = c == ' ' ? hash : 31 * hash + c;
        }
        return (hash ^ (hash >>> 16)) & (BUCKETS - 1);
    }

    public String country() {
        return country;
    }

    public int digits() {
        return digits;
    }

    public boolean knows(int postcode) {
        return postcode >= 0 && postcode < starts.length - 1 && starts[postcode] < starts[postcode + 1];
    }

    /** The places of a postcode; none if there is no such postcode. */
    public List<Place> places(int postcode) {
        return knows(postcode) ? Arrays.asList(places).subList(starts[postcode], starts[postcode + 1]) : List.of();
    }

    /** All postcodes under which this name is written, in ascending order. */
    public List<Integer> postcodes(String folded) {
        var found = new TreeSet<Integer>();
        for (int entry = buckets[bucket(folded)]; entry >= 0; entry = next[entry]) {
            var place = places[entry / 2];
            if (Similarity.sameLetters(entry % 2 == 0 ? place.folded() : place.town(), folded)) {
                found.add(postcodes[entry / 2]);
            }
        }
        return List.copyOf(found);
    }

    /** As it is written: with leading zeros. */
    public String text(int postcode) {
        var text = Integer.toString(postcode);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }
}
