package io.chancery.customer.quality.place;

/**
 * How a written city stands to a place.
 *
 * @param kind in the order of closeness
 * @param cost tells likenesses of one kind apart
 */
public record Likeness(Kind kind, int cost) implements Comparable<Likeness> {

    /** From «as in the table» to «has nothing to do with it». */
    public enum Kind {
        SAME,
        /** The town whose part the place is, or the municipality around it. */
        TOWN,
        /** Umlauts, «ss», blanks, hyphens. */
        SPELLING,
        OTHER_LANGUAGE,
        ABBREVIATED,
        /** What tells it from other places of this name is missing. */
        INCOMPLETE,
        SLIP,
        /** The place, with a word behind it that the table does not know. */
        DISTRICT,
        NONE
    }

    static final Likeness SAME = new Likeness(Kind.SAME, 0);
    static final Likeness TOWN = new Likeness(Kind.TOWN, 0);
    static final Likeness MUNICIPALITY = new Likeness(Kind.TOWN, 1);
    static final Likeness OTHER_LANGUAGE = new Likeness(Kind.OTHER_LANGUAGE, 0);
    static final Likeness ABBREVIATED = new Likeness(Kind.ABBREVIATED, 0);
    static final Likeness INCOMPLETE = new Likeness(Kind.INCOMPLETE, 0);
    static final Likeness NONE = new Likeness(Kind.NONE, 0);

    static Likeness spelling(int distance) {
        return new Likeness(Kind.SPELLING, distance);
    }

    static Likeness slip(int cost) {
        return new Likeness(Kind.SLIP, cost);
    }

    /** The longer the known part, the better. */
    static Likeness district(int knownWords) {
        return new Likeness(Kind.DISTRICT, -knownWords);
    }

    boolean isCloserThan(Likeness other) {
        return compareTo(other) < 0;
    }

    public boolean isKnown() {
        return kind != Kind.NONE;
    }

    /** Whether the very name was meant, however it was written. */
    public boolean isCertain() {
        return kind.compareTo(Kind.OTHER_LANGUAGE) <= 0;
    }

    @Override
    public int compareTo(Likeness other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : Integer.compare(cost, other.cost);
    }
}
