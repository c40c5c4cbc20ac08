package io.chancery.customer.matching.compare;

import static io.chancery.customer.matching.compare.Trait.BIRTH_DATE;
import static io.chancery.customer.matching.compare.Trait.CITY;
import static io.chancery.customer.matching.compare.Trait.EMAIL;
import static io.chancery.customer.matching.compare.Trait.FAMILY;
import static io.chancery.customer.matching.compare.Trait.GENERATION;
import static io.chancery.customer.matching.compare.Trait.GIVEN;
import static io.chancery.customer.matching.compare.Trait.HOUSE_NUMBER;
import static io.chancery.customer.matching.compare.Trait.IDENTIFIERS;
import static io.chancery.customer.matching.compare.Trait.LANDLINE;
import static io.chancery.customer.matching.compare.Trait.MOBILE;
import static io.chancery.customer.matching.compare.Trait.ORGANISATION;
import static io.chancery.customer.matching.compare.Trait.POSTCODE;
import static io.chancery.customer.matching.compare.Trait.SEX;
import static io.chancery.customer.matching.compare.Trait.STREET;

import io.chancery.customer.matching.spelling.Addresses;
import io.chancery.customer.matching.spelling.Addresses.Address;
import io.chancery.customer.matching.spelling.FamilyNames;
import io.chancery.customer.matching.spelling.Identifiers;
import io.chancery.customer.matching.spelling.Likeness;

/** On which level two records agree, attribute by attribute. Symmetric. */
public final class Comparison {

    /** One of the records does not say. */
    public static final int NOTHING = -1;

    private final Profile a;
    private final Profile b;
    private final Levels levels;

    private Comparison(Profile a, Profile b, Levels levels) {
        this.a = a;
        this.b = b;
        this.levels = levels;
    }

    public static Comparison of(Profile a, Profile b, Terms terms) {
        var levels = new Levels(terms);
        NameComparison.compare(a, b, levels);
        var comparison = new Comparison(a, b, levels);
        comparison.compareSame(Attribute.SEX, SEX);
        comparison.compareSame(Attribute.GENERATION, GENERATION);
        comparison.compareBirthDates();
        comparison.comparePlaces();
        comparison.compareEmails();
        comparison.compareNumbers(Attribute.MOBILE, MOBILE);
        comparison.compareNumbers(Attribute.LANDLINE, LANDLINE);
        comparison.compareIdentifiers();
        comparison.compareOrganisations();
        return comparison;
    }

    public int level(int attribute) {
        return levels.level(attribute);
    }

    /** How unlikely the shared value is; only of a level that is a term. */
    public float bits(int attribute) {
        return levels.bits(attribute);
    }

    private boolean both(Trait trait) {
        return a.has(trait) && b.has(trait);
    }

    private boolean equal(Trait trait) {
        return a.has(trait) && a.get(trait).equals(b.get(trait));
    }

    private void compareSame(Attribute attribute, Trait trait) {
        if (both(trait)) {
            levels.set(attribute, equal(trait) ? "same" : "different");
        }
    }

    private void compareBirthDates() {
        if (!both(BIRTH_DATE)) {
            return;
        }
        var one = a.get(BIRTH_DATE);
        var other = b.get(BIRTH_DATE);
        if (one.equals(other)) {
            levels.set(Attribute.BIRTH_DATE, "exact", Attribute.BIRTH_DATE, one);
        } else if (!levels.isGeneric(Attribute.BIRTH_DATE, one, other)) {
            levels.set(Attribute.BIRTH_DATE, isSlip(one, other) ? "near" : "different");
        }
    }

    /** One digit, two neighbours turned round, or day and month. */
    private static boolean isSlip(String one, String other) {
        boolean turned = one.regionMatches(0, other, 0, 4)
                && one.regionMatches(4, other, 6, 2)
                && one.regionMatches(6, other, 4, 2);
        return turned || Likeness.isWithin(one, other, 1);
    }

    private void comparePlaces() {
        if (both(STREET)) {
            compareAddresses();
        } else if (equal(POSTCODE)) {
            levels.set(Attribute.PLACE, "exact", Attribute.PLACE, a.get(POSTCODE));
        } else if (Addresses.isSameCity(a.get(CITY), b.get(CITY))) {
            levels.set(
                    Attribute.PLACE,
                    "city",
                    Attribute.PLACE,
                    levels.commoner(Attribute.PLACE, a.get(CITY), b.get(CITY)));
        } else if (both(POSTCODE) || both(CITY)) {
            levels.set(Attribute.PLACE, "different");
        }
    }

    private void compareAddresses() {
        switch (Addresses.compare(address(a), address(b))) {
            case EXACT -> levels.set(Attribute.ADDRESS, "exact", Attribute.ADDRESS, addressTerm(a));
            case NEAR -> levels.set(Attribute.ADDRESS, "near");
            case STREET -> levels.set(Attribute.ADDRESS, "street");
            case TOWN -> levels.set(Attribute.ADDRESS, "town", Attribute.PLACE, a.get(POSTCODE));
            default -> levels.set(Attribute.ADDRESS, "different");
        }
    }

    private static Address address(Profile profile) {
        return new Address(profile.get(STREET), profile.get(HOUSE_NUMBER), profile.get(POSTCODE), profile.get(CITY));
    }

    /** Without the place: the same street and number elsewhere are rare, and the place is often written differently. */
    public static String addressTerm(Profile profile) {
        return profile.get(STREET) + " " + profile.get(HOUSE_NUMBER);
    }

    private void compareEmails() {
        if (!both(EMAIL)) {
            return;
        }
        var one = a.get(EMAIL);
        var other = b.get(EMAIL);
        if (one.equals(other)) {
            levels.set(Attribute.EMAIL, "exact", Attribute.EMAIL, one);
        } else if (!levels.isGeneric(Attribute.EMAIL, one, other)) {
            boolean local = mailbox(one).equals(mailbox(other)) && mailbox(one).length() >= 5;
            levels.set(Attribute.EMAIL, local ? "local" : Likeness.isNear(one, other) ? "near" : "different");
        }
    }

    public static String mailbox(String email) {
        int at = email.lastIndexOf('@');
        return at < 0 ? email : email.substring(0, at);
    }

    private void compareNumbers(Attribute attribute, Trait trait) {
        if (!both(trait)) {
            return;
        }
        var one = a.get(trait);
        var other = b.get(trait);
        if (one.equals(other)) {
            levels.set(attribute, "exact", attribute, one);
        } else if (!levels.isGeneric(attribute, one, other)) {
            levels.set(attribute, Likeness.isWithin(one, other, 1) ? "near" : "different");
        }
    }

    private void compareIdentifiers() {
        if (both(IDENTIFIERS)) {
            compareIdentifiers(Attribute.PERSON_ID, true);
            compareIdentifiers(Attribute.REFERENCE, false);
        }
    }

    private void compareIdentifiers(Attribute attribute, boolean forLife) {
        var outcome = Identifiers.compare(a.get(IDENTIFIERS), b.get(IDENTIFIERS), forLife);
        if (!outcome.shared().isEmpty()) {
            levels.set(attribute, "exact", attribute, outcome.shared());
        } else if (outcome.comparable()) {
            levels.set(attribute, forLife && outcome.near() ? "near" : "different");
        }
    }

    private void compareOrganisations() {
        var one = a.get(ORGANISATION);
        var other = b.get(ORGANISATION);
        if (one.isEmpty() || other.isEmpty()) {
            comparePersonWithFirm();
        } else if (one.equals(other)) {
            levels.set(Attribute.ORGANISATION, "exact", Attribute.ORGANISATION, one);
        } else if (Likeness.isNear(one, other)) {
            levels.set(Attribute.ORGANISATION, "near");
        } else {
            levels.set(Attribute.ORGANISATION, FamilyNames.shared(one, other).isEmpty() ? "different" : "part");
        }
    }

    private void comparePersonWithFirm() {
        if ((isFirm(a) && isPerson(b)) || (isFirm(b) && isPerson(a))) {
            levels.set(Attribute.ORGANISATION, "person");
        }
    }

    private static boolean isFirm(Profile profile) {
        return profile.has(ORGANISATION) && !isPerson(profile);
    }

    private static boolean isPerson(Profile profile) {
        return profile.has(GIVEN) || profile.has(FAMILY);
    }
}
