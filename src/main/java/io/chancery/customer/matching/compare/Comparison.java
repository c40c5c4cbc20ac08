package io.chancery.customer.matching.compare;

import static io.chancery.customer.matching.compare.Trait.BIRTH_DATE;
import static io.chancery.customer.matching.compare.Trait.BIRTH_NAME;
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
import io.chancery.customer.matching.spelling.GivenNames;
import io.chancery.customer.matching.spelling.Identifiers;
import io.chancery.customer.matching.spelling.Likeness;
import io.chancery.customer.matching.spelling.NameLikeness;
import java.util.Arrays;

/** On which level two records agree, attribute by attribute. Symmetric. */
public final class Comparison {

    /** One of the records does not say. */
    public static final int NOTHING = -1;

    private static final int ATTRIBUTES = Attribute.values().length;

    private final Profile a;
    private final Profile b;
    private final Terms terms;
    private final byte[] levels = new byte[ATTRIBUTES];
    private final float[] bits = new float[ATTRIBUTES];

    private Comparison(Profile a, Profile b, Terms terms) {
        this.a = a;
        this.b = b;
        this.terms = terms;
        Arrays.fill(levels, (byte) NOTHING);
    }

    public static Comparison of(Profile a, Profile b, Terms terms) {
        var comparison = new Comparison(a, b, terms);
        comparison.compareNames();
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
        return levels[attribute];
    }

    /** How unlikely the shared value is; only of a level that is a term. */
    public float bits(int attribute) {
        return bits[attribute];
    }

    private void set(Attribute attribute, String level) {
        levels[attribute.ordinal()] = (byte) attribute.level(level);
    }

    private void set(Attribute attribute, String level, Attribute table, String term) {
        set(attribute, level);
        bits[attribute.ordinal()] = terms.bits(table, term);
    }

    private boolean both(Trait trait) {
        return a.has(trait) && b.has(trait);
    }

    private boolean equal(Trait trait) {
        return a.has(trait) && a.get(trait).equals(b.get(trait));
    }

    private void compareNames() {
        if (both(GIVEN) && both(FAMILY) && isSwapped()) {
            set(Attribute.NAME_ORDER, "swapped");
            // Which of the two is swapped nobody knows; the order of the texts makes the answer symmetric.
            boolean first = a.get(GIVEN).compareTo(b.get(GIVEN)) <= 0;
            compareGiven(first ? a.get(GIVEN) : a.get(FAMILY), first ? b.get(FAMILY) : b.get(GIVEN));
            compareFamily(first ? a.get(FAMILY) : a.get(GIVEN), first ? b.get(GIVEN) : b.get(FAMILY));
            return;
        }
        if (both(GIVEN) && both(FAMILY)) {
            set(Attribute.NAME_ORDER, "straight");
        }
        if (both(GIVEN)) {
            compareGiven(a.get(GIVEN), b.get(GIVEN));
        }
        if (both(FAMILY)) {
            compareFamily(a.get(FAMILY), b.get(FAMILY));
        }
    }

    private boolean isSwapped() {
        return GivenNames.compare(a.get(GIVEN), b.get(GIVEN)) == NameLikeness.DIFFERENT
                && FamilyNames.compare(a.get(FAMILY), b.get(FAMILY)) == NameLikeness.DIFFERENT
                && GivenNames.compare(a.get(GIVEN), b.get(FAMILY)) != NameLikeness.DIFFERENT
                && GivenNames.compare(a.get(FAMILY), b.get(GIVEN)) != NameLikeness.DIFFERENT;
    }

    private void compareGiven(String one, String other) {
        switch (GivenNames.compare(one, other)) {
            case EXACT -> set(Attribute.GIVEN_NAME, "exact", Attribute.GIVEN_NAME, one);
            case FORM ->
                set(Attribute.GIVEN_NAME, "nickname", Attribute.GIVEN_NAME, commoner(Attribute.GIVEN_NAME, one, other));
            case PART -> set(Attribute.GIVEN_NAME, "part", Attribute.GIVEN_NAME, sharedGiven(one, other));
            case NEAR -> set(Attribute.GIVEN_NAME, slip(Attribute.GIVEN_NAME, one, other));
            case INITIAL -> set(Attribute.GIVEN_NAME, "initial");
            default -> set(Attribute.GIVEN_NAME, "different");
        }
    }

    private String sharedGiven(String one, String other) {
        var shared = FamilyNames.shared(one, other);
        return shared.isEmpty() ? commoner(Attribute.GIVEN_NAME, one, other) : shared;
    }

    private void compareFamily(String one, String other) {
        var likeness = FamilyNames.compare(one, other);
        if (likeness == NameLikeness.DIFFERENT && isFormer()) {
            set(Attribute.FAMILY_NAME, "former", Attribute.FAMILY_NAME, commoner(Attribute.FAMILY_NAME, one, other));
            return;
        }
        switch (likeness) {
            case EXACT ->
                set(Attribute.FAMILY_NAME, "exact", Attribute.FAMILY_NAME, commoner(Attribute.FAMILY_NAME, one, other));
            case PART -> set(Attribute.FAMILY_NAME, "part", Attribute.FAMILY_NAME, FamilyNames.shared(one, other));
            case NEAR -> set(Attribute.FAMILY_NAME, slip(Attribute.FAMILY_NAME, one, other));
            case INITIAL -> set(Attribute.FAMILY_NAME, "initial");
            default -> set(Attribute.FAMILY_NAME, "different");
        }
    }

    private boolean isFormer() {
        return isFormer(a, b) || isFormer(b, a);
    }

    private static boolean isFormer(Profile one, Profile other) {
        var birthName = one.get(BIRTH_NAME);
        return !birthName.isEmpty() && (birthName.equals(other.get(FAMILY)) || birthName.equals(other.get(BIRTH_NAME)));
    }

    /** Two names that many bear are two names: «Maier» is no slip of «Meier», nor «Christiane» of «Christian». */
    private String slip(Attribute attribute, String one, String other) {
        return terms.isFrequent(attribute, one) && terms.isFrequent(attribute, other) ? "similar" : "near";
    }

    private String commoner(Attribute attribute, String one, String other) {
        return terms.bits(attribute, one) <= terms.bits(attribute, other) ? one : other;
    }

    private void compareSame(Attribute attribute, Trait trait) {
        if (both(trait)) {
            set(attribute, equal(trait) ? "same" : "different");
        }
    }

    private void compareBirthDates() {
        if (!both(BIRTH_DATE)) {
            return;
        }
        var one = a.get(BIRTH_DATE);
        var other = b.get(BIRTH_DATE);
        if (one.equals(other)) {
            set(Attribute.BIRTH_DATE, "exact", Attribute.BIRTH_DATE, one);
        } else if (!isGeneric(Attribute.BIRTH_DATE, one, other)) {
            set(Attribute.BIRTH_DATE, isSlip(one, other) ? "near" : "different");
        }
    }

    private boolean isGeneric(Attribute attribute, String one, String other) {
        return terms.isGeneric(attribute, one) || terms.isGeneric(attribute, other);
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
        } else if (both(POSTCODE) && equal(POSTCODE)) {
            set(Attribute.PLACE, "exact", Attribute.PLACE, a.get(POSTCODE));
        } else if (Addresses.isSameCity(a.get(CITY), b.get(CITY))) {
            set(Attribute.PLACE, "city", Attribute.PLACE, commoner(Attribute.PLACE, a.get(CITY), b.get(CITY)));
        } else if (both(POSTCODE) || both(CITY)) {
            set(Attribute.PLACE, "different");
        }
    }

    private void compareAddresses() {
        switch (Addresses.compare(address(a), address(b))) {
            case EXACT -> set(Attribute.ADDRESS, "exact", Attribute.ADDRESS, addressTerm(a));
            case NEAR -> set(Attribute.ADDRESS, "near");
            case STREET -> set(Attribute.ADDRESS, "street");
            case TOWN -> set(Attribute.ADDRESS, "town", Attribute.PLACE, a.get(POSTCODE));
            default -> set(Attribute.ADDRESS, "different");
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
            set(Attribute.EMAIL, "exact", Attribute.EMAIL, one);
        } else if (!isGeneric(Attribute.EMAIL, one, other)) {
            boolean local = mailbox(one).equals(mailbox(other)) && mailbox(one).length() >= 5;
            set(Attribute.EMAIL, local ? "local" : Likeness.isNear(one, other) ? "near" : "different");
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
            set(attribute, "exact", attribute, one);
        } else if (!isGeneric(attribute, one, other)) {
            set(attribute, Likeness.isWithin(one, other, 1) ? "near" : "different");
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
            set(attribute, "exact", attribute, outcome.shared());
        } else if (outcome.comparable()) {
            set(attribute, forLife && outcome.near() ? "near" : "different");
        }
    }

    private void compareOrganisations() {
        var one = a.get(ORGANISATION);
        var other = b.get(ORGANISATION);
        if (one.isEmpty() || other.isEmpty()) {
            comparePersonWithFirm();
        } else if (one.equals(other)) {
            set(Attribute.ORGANISATION, "exact", Attribute.ORGANISATION, one);
        } else if (Likeness.isNear(one, other)) {
            set(Attribute.ORGANISATION, "near");
        } else {
            set(Attribute.ORGANISATION, FamilyNames.shared(one, other).isEmpty() ? "different" : "part");
        }
    }

    private void comparePersonWithFirm() {
        if ((isFirm(a) && isPerson(b)) || (isFirm(b) && isPerson(a))) {
            set(Attribute.ORGANISATION, "person");
        }
    }

    private static boolean isFirm(Profile profile) {
        return profile.has(ORGANISATION) && !isPerson(profile);
    }

    private static boolean isPerson(Profile profile) {
        return profile.has(GIVEN) || profile.has(FAMILY);
    }
}
