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
import io.chancery.customer.matching.spelling.Mailboxes;
import io.chancery.customer.matching.spelling.Organisations;

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
        comparison.compareSexes();
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

    /** That two with one given name are of one sex goes without saying. */
    private void compareSexes() {
        boolean implied = equal(GIVEN) && equal(SEX);
        if (!implied) {
            compareSame(Attribute.SEX, SEX);
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
            boolean near = Likeness.isWithin(one, other, 1);
            levels.set(Attribute.BIRTH_DATE, isTurned(one, other) ? "turned" : near ? "near" : "different");
        }
    }

    /** Day and month, in one year. */
    private static boolean isTurned(String one, String other) {
        return one.regionMatches(0, other, 0, 4)
                && one.regionMatches(4, other, 6, 2)
                && one.regionMatches(6, other, 4, 2);
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
        if (!both(EMAIL) || isSharedMailbox(a) || isSharedMailbox(b)) {
            return;
        }
        var one = a.get(EMAIL);
        var other = b.get(EMAIL);
        if (one.equals(other)) {
            levels.set(Attribute.EMAIL, "exact", Attribute.EMAIL, one);
        } else if (!levels.isGeneric(Attribute.EMAIL, one, other)) {
            boolean near = Likeness.isNear(one, other);
            levels.set(Attribute.EMAIL, isSameMailbox(one, other) ? "local" : near ? "near" : "different");
        }
    }

    /** «info@…» is a firm's, and tells nothing about the person who gave it. */
    private static boolean isSharedMailbox(Profile profile) {
        return isPerson(profile) && Mailboxes.isRole(mailbox(profile.get(EMAIL)));
    }

    /** At two providers. When it is made of the name it only repeats it. */
    private boolean isSameMailbox(String one, String other) {
        var mailbox = mailbox(one);
        return mailbox.equals(mailbox(other)) && mailbox.length() >= 5 && !(hasName(mailbox, a) && hasName(mailbox, b));
    }

    private static boolean hasName(String mailbox, Profile profile) {
        return Mailboxes.hasName(mailbox, profile.get(FAMILY)) || Mailboxes.hasName(mailbox, profile.get(GIVEN));
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
            boolean near = Likeness.isWithin(one, other, 1) || Likeness.isLocalPart(one, other);
            levels.set(attribute, near ? "near" : "different");
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
        if (!both(ORGANISATION)) {
            comparePersonWithFirm();
            return;
        }
        var attribute = isFirm(a) && isFirm(b) ? Attribute.FIRM : Attribute.ORGANISATION;
        var one = a.get(ORGANISATION);
        var other = b.get(ORGANISATION);
        if (one.equals(other)) {
            levels.set(attribute, "exact", attribute, one);
        } else {
            levels.set(attribute, unequal(one, other, attribute == Attribute.FIRM));
        }
    }

    private static String unequal(String one, String other, boolean firms) {
        if (Likeness.isNear(one, other)) {
            return "near";
        }
        if (firms && Organisations.isShortForm(one, other)) {
            return "short";
        }
        return FamilyNames.shared(one, other).isEmpty() ? "different" : "part";
    }

    private void comparePersonWithFirm() {
        if ((isFirm(a) && isPerson(b)) || (isFirm(b) && isPerson(a))) {
            levels.set(Attribute.ORGANISATION, "person");
        }
    }

    static boolean isFirm(Profile profile) {
        return profile.has(ORGANISATION) && !isPerson(profile);
    }

    private static boolean isPerson(Profile profile) {
        return profile.has(GIVEN) || profile.has(FAMILY);
    }
}
