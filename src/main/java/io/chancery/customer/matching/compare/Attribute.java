package io.chancery.customer.matching.compare;

import io.chancery.customer.matching.spelling.Identifiers;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What two records are compared by, with the levels of agreement and how often each is expected: of two records of one
 * customer, of two members of one household, and of two strangers. The figures are where learning starts; they come from
 * German customer data and common sense, and a store with enough records replaces them.
 */
public enum Attribute {
    GIVEN_NAME(
            0.0025,
            term("exact", .81, .03),
            term("nickname", .05, .006),
            of("near", .06, .004, .0008),
            of("similar", .01, .012, .003),
            of("initial", .03, .003, .003),
            term("part", .03, .01),
            of("different", .009, .40, .50),
            of("other", .0008, .48, .43)),
    FAMILY_NAME(
            .0005,
            term("exact", .86, .90),
            of("near", .06, .05, .0008),
            of("similar", .01, .005, .002),
            term("part", .02, .01),
            term("former", .005, .003),
            of("initial", .005, .005, .0005),
            of("different", .04, .03, .93)),
    NAME_ORDER(1, of("straight", .98, .98, 1), of("swapped", .02, .02, 1)),
    SEX(1, of("same", .985, .35, .5), of("different", .015, .65, .5)),
    GENERATION(1, of("same", .9995, .1, .5), of("different", .0005, .9, .5)),
    BIRTH_DATE(
            .00006,
            term("exact", .93, .012),
            of("near", .04, .012, .004),
            of("different", .02, .9755, .99595),
            of("turned", .01, .0005, .00005)),
    ADDRESS(
            .00001,
            term("exact", .74, .82),
            of("near", .05, .05, .00003),
            of("street", .02, .02, .0002),
            term("town", .03, .03),
            of("different", .16, .08, .998)),
    PLACE(.001, term("exact", .76, .84), term("city", .10, .08), of("different", .14, .08, .998)),
    EMAIL(
            .00001,
            term("exact", .74, .20),
            of("near", .03, .01, .0001),
            of("local", .02, .005, .0003),
            of("different", .21, .785, .999)),
    MOBILE(.00001, term("exact", .85, .03), of("near", .02, .005, .00003), of("different", .13, .965, .999)),
    LANDLINE(.00001, term("exact", .82, .85), of("near", .02, .02, .00003), of("different", .16, .13, .999)),
    PERSON_ID(.000001, term("exact", .93, .001), of("near", .03, .001, .00003), of("different", .04, .998, .999)),
    REFERENCE(.000001, term("exact", .85, .002), of("different", .15, .998, .999)),
    ORGANISATION(
            .0005,
            term("exact", .75, .3),
            of("near", .08, .05, .0005),
            of("part", .08, .10, .003),
            of("different", .07, .52, .99),
            of("person", .02, .03, .2)),
    /** The name of a customer who is a firm; as a household counts another firm at the same address. */
    FIRM(
            .00005,
            term("exact", .80, .02),
            of("near", .08, .004, .0005),
            of("short", .08, .015, .0005),
            of("part", .02, .06, .003),
            of("different", .02, .90, .99));

    /**
     * One outcome of a comparison.
     *
     * @param code kebab-case and stable
     * @param match how often two records of one customer come out so
     * @param household how often two members of one household do
     * @param stranger how often two strangers do; of a term that is the business of its frequency
     */
    public record Level(String code, double match, double household, double stranger, boolean term) {}

    private final double rarity;
    private final List<Level> levels;
    private final Map<String, Integer> indexes = new HashMap<>();

    /** @param rarity the share of records that have the same value as any given one, in a large store */
    Attribute(double rarity, Level... levels) {
        this.rarity = rarity;
        this.levels = List.of(levels);
        for (int i = 0; i < levels.length; i++) {
            indexes.put(levels[i].code(), i);
        }
    }

    private static Level of(String code, double match, double household, double stranger) {
        return new Level(code, match, household, stranger, false);
    }

    private static Level term(String code, double match, double household) {
        return new Level(code, match, household, 0, true);
    }

    public double rarity() {
        return rarity;
    }

    public List<Level> levels() {
        return levels;
    }

    public int level(String code) {
        var level = indexes.get(code);
        if (level == null) {
            throw new IllegalArgumentException(this + " has no level " + code);
        }
        return level;
    }

    /** Whether people have one of it for life, more or less; of the others they have several over the years. */
    public boolean isPersonal() {
        return switch (this) {
            case ADDRESS, PLACE, EMAIL, MOBILE, LANDLINE, REFERENCE -> false;
            default -> true;
        };
    }

    /** Whether records can teach what it is worth; «sen.» and «jun.» are too rare for that, and say clearly what they mean. */
    public boolean isLearnt() {
        return this != GENERATION;
    }

    /** Whether records can teach how often a household shares it; no two have one social security number. */
    public boolean isSharedInHouseholds() {
        return this != PERSON_ID;
    }

    /** Whether the rates for strangers can be counted; of names that were turned round nobody knows it. */
    public boolean isCounted() {
        return this != NAME_ORDER;
    }

    /** The values whose frequency counts; none for what is not compared by its frequency. */
    public List<String> terms(Profile profile) {
        return switch (this) {
            case GIVEN_NAME -> withWords(profile.get(Trait.GIVEN));
            case FAMILY_NAME -> withWords(profile.get(Trait.FAMILY));
            case BIRTH_DATE -> present(profile.get(Trait.BIRTH_DATE));
            case ADDRESS -> profile.has(Trait.STREET) ? List.of(Comparison.addressTerm(profile)) : List.of();
            case PLACE -> present(profile.get(Trait.POSTCODE), profile.get(Trait.CITY));
            case EMAIL -> present(profile.get(Trait.EMAIL));
            case MOBILE -> present(profile.get(Trait.MOBILE));
            case LANDLINE -> present(profile.get(Trait.LANDLINE));
            case PERSON_ID -> Identifiers.pairs(profile.get(Trait.IDENTIFIERS), true);
            case REFERENCE -> Identifiers.pairs(profile.get(Trait.IDENTIFIERS), false);
            case ORGANISATION -> Comparison.isFirm(profile) ? List.of() : present(profile.get(Trait.ORGANISATION));
            case FIRM -> Comparison.isFirm(profile) ? present(profile.get(Trait.ORGANISATION)) : List.of();
            default -> List.of();
        };
    }

    private static List<String> withWords(String name) {
        return name.indexOf(' ') < 0
                ? present(name)
                : Stream.concat(Stream.of(name), Stream.of(name.split(" ")))
                        .distinct()
                        .toList();
    }

    private static List<String> present(String... values) {
        return Stream.of(values).filter(value -> !value.isEmpty()).toList();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
