package io.chancery.customer.matching.compare;

import static io.chancery.customer.matching.compare.Trait.BIRTH_NAME;
import static io.chancery.customer.matching.compare.Trait.FAMILY;
import static io.chancery.customer.matching.compare.Trait.GIVEN;
import static io.chancery.customer.matching.spelling.NameLikeness.DIFFERENT;

import io.chancery.customer.matching.spelling.FamilyNames;
import io.chancery.customer.matching.spelling.Folding;
import io.chancery.customer.matching.spelling.GivenNames;
import io.chancery.customer.matching.spelling.NameLikeness;

/** On which level two persons' names agree, even when given and family name were written into each other's field. */
final class NameComparison {

    private final Profile a;
    private final Profile b;
    private final Levels levels;

    private NameComparison(Profile a, Profile b, Levels levels) {
        this.a = a;
        this.b = b;
        this.levels = levels;
    }

    static void compare(Profile a, Profile b, Levels levels) {
        new NameComparison(a, b, levels).compareNames();
    }

    /** Names in two scripts cannot be compared, so that they speak neither for nor against. */
    private boolean both(Trait trait) {
        return a.has(trait) && b.has(trait) && Folding.areOfOneScript(a.get(trait), b.get(trait));
    }

    private void compareNames() {
        boolean whole = both(GIVEN) && both(FAMILY);
        var given = both(GIVEN) ? GivenNames.compare(a.get(GIVEN), b.get(GIVEN)) : DIFFERENT;
        var family = both(FAMILY) ? FamilyNames.compare(a.get(FAMILY), b.get(FAMILY)) : DIFFERENT;
        boolean unlike = given == DIFFERENT && family == DIFFERENT;
        if (whole && unlike && isSwapped()) {
            compareSwapped();
        } else {
            setStraight(given, family);
        }
    }

    private void setStraight(NameLikeness given, NameLikeness family) {
        if (both(GIVEN) && both(FAMILY)) {
            levels.set(Attribute.NAME_ORDER, "straight");
        }
        if (both(GIVEN)) {
            setGiven(a.get(GIVEN), b.get(GIVEN), given);
        }
        if (both(FAMILY)) {
            setFamily(a.get(FAMILY), b.get(FAMILY), family);
        }
    }

    /** Which of the two is swapped nobody knows; the order of the texts makes the answer symmetric. */
    private void compareSwapped() {
        levels.set(Attribute.NAME_ORDER, "swapped");
        boolean first = a.get(GIVEN).compareTo(b.get(GIVEN)) <= 0;
        var straight = first ? a : b;
        var turned = first ? b : a;
        var given = straight.get(GIVEN);
        var family = straight.get(FAMILY);
        setGiven(given, turned.get(FAMILY), GivenNames.compare(given, turned.get(FAMILY)));
        setFamily(family, turned.get(GIVEN), FamilyNames.compare(family, turned.get(GIVEN)));
    }

    private boolean isSwapped() {
        return GivenNames.compare(a.get(GIVEN), b.get(FAMILY)) != DIFFERENT
                && GivenNames.compare(a.get(FAMILY), b.get(GIVEN)) != DIFFERENT;
    }

    private void setGiven(String one, String other, NameLikeness likeness) {
        switch (likeness) {
            case EXACT -> levels.set(Attribute.GIVEN_NAME, "exact", Attribute.GIVEN_NAME, one);
            case FORM ->
                levels.set(
                        Attribute.GIVEN_NAME,
                        "nickname",
                        Attribute.GIVEN_NAME,
                        levels.commoner(Attribute.GIVEN_NAME, one, other));
            case PART -> levels.set(Attribute.GIVEN_NAME, "part", Attribute.GIVEN_NAME, sharedGiven(one, other));
            case NEAR -> levels.set(Attribute.GIVEN_NAME, slip(Attribute.GIVEN_NAME, one, other));
            case SOUND -> levels.set(Attribute.GIVEN_NAME, "similar");
            case INITIAL -> levels.set(Attribute.GIVEN_NAME, "initial");
            default -> levels.set(Attribute.GIVEN_NAME, GivenNames.areKnown(one, other) ? "other" : "different");
        }
    }

    private String sharedGiven(String one, String other) {
        var shared = FamilyNames.shared(one, other);
        return shared.isEmpty() ? levels.commoner(Attribute.GIVEN_NAME, one, other) : shared;
    }

    private void setFamily(String one, String other, NameLikeness likeness) {
        if (likeness == DIFFERENT && isFormer()) {
            levels.set(
                    Attribute.FAMILY_NAME,
                    "former",
                    Attribute.FAMILY_NAME,
                    levels.commoner(Attribute.FAMILY_NAME, one, other));
            return;
        }
        switch (likeness) {
            case EXACT ->
                levels.set(
                        Attribute.FAMILY_NAME,
                        "exact",
                        Attribute.FAMILY_NAME,
                        levels.commoner(Attribute.FAMILY_NAME, one, other));
            case PART ->
                levels.set(Attribute.FAMILY_NAME, "part", Attribute.FAMILY_NAME, FamilyNames.shared(one, other));
            case NEAR -> levels.set(Attribute.FAMILY_NAME, slip(Attribute.FAMILY_NAME, one, other));
            case INITIAL -> levels.set(Attribute.FAMILY_NAME, "initial");
            default -> levels.set(Attribute.FAMILY_NAME, "different");
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
        boolean known = attribute == Attribute.GIVEN_NAME && GivenNames.areKnown(one, other);
        return known || (levels.areFrequent(attribute, one, other)) ? "similar" : "near";
    }
}
