package io.chancery.customer.matching.spelling;

/** How near two places of living are. */
public final class Addresses {

    private static final int SHORTEST_STREET = 6;

    private Addresses() {}

    /** A folded address; every part may be empty. */
    public record Address(String street, String number, String postcode, String city) {}

    /** From the strongest to the weakest. */
    public enum Nearness {
        /** The same door. */
        EXACT,
        /** The same door with a slip of the hand. */
        NEAR,
        /** Another or no number in the same street. */
        STREET,
        /** Another street under the same postcode. */
        TOWN,
        DIFFERENT
    }

    /** Of two addresses with streets. */
    public static Nearness compare(Address a, Address b) {
        boolean postcode = !a.postcode().isEmpty() && a.postcode().equals(b.postcode());
        if (!postcode && !isSameCity(a.city(), b.city())) {
            return compareAcrossTowns(a, b);
        }
        boolean street = a.street().equals(b.street());
        if (street || Likeness.isNear(a.street(), b.street()) || isLonger(a.street(), b.street())) {
            return inStreet(a, b, street);
        }
        return postcode ? Nearness.TOWN : Nearness.DIFFERENT;
    }

    private static Nearness compareAcrossTowns(Address a, Address b) {
        boolean door = (a.street().equals(b.street()) || isLonger(a.street(), b.street())) && isSameNumber(a, b);
        return door && mayBeSameTown(a, b) ? Nearness.NEAR : Nearness.DIFFERENT;
    }

    /** Whether after one street there stands what does not belong to it, such as a building or the town. */
    private static boolean isLonger(String one, String other) {
        return Math.min(one.length(), other.length()) >= SHORTEST_STREET
                && (one.startsWith(other) || other.startsWith(one));
    }

    private static boolean isSameNumber(Address a, Address b) {
        return !a.number().isEmpty() && a.number().equals(b.number());
    }

    private static Nearness inStreet(Address a, Address b, boolean exact) {
        if (!a.number().equals(b.number())) {
            return Nearness.STREET;
        }
        return exact ? Nearness.EXACT : Nearness.NEAR;
    }

    private static boolean mayBeSameTown(Address a, Address b) {
        if (a.postcode().isEmpty() || b.postcode().isEmpty()) {
            return a.city().isEmpty() || b.city().isEmpty();
        }
        return Likeness.isWithin(a.postcode(), b.postcode(), 1);
    }

    /** Cities with a slip of the hand, or with an addition: «frankfurt» and «frankfurt oder», «12043 berlin» and «berlin». */
    public static boolean isSameCity(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        return Likeness.isNear(a, b) || isExtended(a, b) || isExtended(b, a);
    }

    private static boolean isExtended(String longer, String city) {
        return longer.startsWith(city + " ") || longer.endsWith(" " + city);
    }
}
