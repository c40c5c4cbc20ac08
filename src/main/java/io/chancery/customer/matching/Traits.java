package io.chancery.customer.matching;

import static java.util.Objects.requireNonNullElse;

import io.chancery.customer.mapping.MappedRecord;
import io.chancery.customer.mapping.MappedRecord.Identifier;
import io.chancery.customer.matching.compare.Profile;
import io.chancery.customer.matching.compare.Trait;
import io.chancery.customer.matching.spelling.Folding;
import io.chancery.customer.matching.spelling.Organisations;
import io.chancery.customer.matching.spelling.Streets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of a record counts in matching, normalised. Two records with equal traits are alike in every respect. The text form is
 * one line of at most a few hundred characters, so that it can be kept beside the record and read back in a microsecond.
 */
public final class Traits {

    /**
     * As the numbers of mobile telephones begin in Germany, Austria and Switzerland. In North America no number tells, and most
     * are of mobile ones; those that are free for the caller are not.
     */
    private static final Pattern MOBILE =
            Pattern.compile("491[567]|436[5-9]|417[4-9]|1(?!8(?:00|33|44|55|66|77|88))\\d{10}$");

    /** What comes after a plus sign lands in the same mailbox. */
    private static final Pattern TAG = Pattern.compile("\\+[^@]*@");

    private static final Set<String> SENIOR = Set.of("sen", "senior", "sr", "i");
    private static final Set<String> JUNIOR = Set.of("jun", "junior", "jr", "ii", "iii");
    private static final Set<String> TITLES =
            Set.of("dr", "prof", "mag", "dipl", "ing", "mr", "mrs", "ms", "herr", "frau");

    /** Of a record that says nothing. */
    static final Traits NONE = new Traits(Profile.of(Map.of()));

    private final Profile profile;

    private Traits(Profile profile) {
        this.profile = profile;
    }

    public static Traits of(MappedRecord record) {
        var values = new EnumMap<Trait, String>(Trait.class);
        putName(values, record);
        var birthDate = record.birthDate();
        values.put(
                Trait.BIRTH_DATE, birthDate == null ? "" : birthDate.toString().replace("-", ""));
        putPlace(values, record.place());
        var reach = record.reach();
        values.put(
                Trait.EMAIL, TAG.matcher(requireNonNullElse(reach.email(), "")).replaceFirst("@"));
        putNumbers(values, Folding.foldCode(reach.mobile()), Folding.foldCode(reach.phone()));
        values.put(Trait.IDENTIFIERS, identifiers(record.identity().identifiers()));
        return new Traits(Profile.of(values));
    }

    /** A doubtful number counts as a landline elsewhere; here its first digits decide. */
    private static void putNumbers(Map<Trait, String> values, String mobile, String landline) {
        boolean misplaced = mobile.isEmpty() && MOBILE.matcher(landline).lookingAt();
        values.put(Trait.MOBILE, misplaced ? landline : mobile);
        values.put(Trait.LANDLINE, misplaced ? "" : landline);
    }

    private static void putName(Map<Trait, String> values, MappedRecord record) {
        var name = record.name();
        var given = new ArrayList<>(List.of(Folding.fold(name.given()).split(" ")));
        var family = new ArrayList<>(List.of(Folding.fold(name.family()).split(" ")));
        values.put(Trait.GENERATION, takeGeneration(family) + takeGeneration(given));
        given.removeIf(TITLES::contains);
        var organisation = Folding.fold(record.identity().organisation());
        var surname = String.join(" ", family);
        boolean firm = surname.equals(organisation) || (name.given().isEmpty() && Organisations.isOne(surname));
        values.put(Trait.ORGANISATION, Organisations.core(firm ? surname : organisation));
        values.put(Trait.GIVEN, String.join(" ", given));
        values.put(Trait.FAMILY, firm ? "" : surname);
        values.put(Trait.BIRTH_NAME, Folding.fold(record.identity().birthName()));
        values.put(Trait.SEX, sex(name.salutation()));
    }

    private static String takeGeneration(List<String> words) {
        var last = words.get(words.size() - 1);
        boolean senior = SENIOR.contains(last);
        if (words.size() < 2 || !(senior || JUNIOR.contains(last))) {
            return "";
        }
        words.remove(words.size() - 1);
        return senior ? "s" : "j";
    }

    private static String sex(String salutation) {
        return switch (salutation) {
            case "Frau" -> "f";
            case "Herr" -> "m";
            default -> "";
        };
    }

    private static void putPlace(Map<Trait, String> values, MappedRecord.Place place) {
        var street = Streets.parse(requireNonNullElse(place.street(), ""));
        values.put(Trait.STREET, street.name());
        values.put(Trait.HOUSE_NUMBER, street.number());
        values.put(Trait.POSTCODE, Folding.foldCode(place.postcode()));
        values.put(Trait.CITY, Folding.fold(place.city()));
        values.put(Trait.COUNTRY, Folding.fold(place.country()));
    }

    private static String identifiers(List<Identifier> identifiers) {
        return identifiers.stream()
                .map(identifier -> identifier.scheme() + "=" + Folding.foldCode(identifier.value()))
                .filter(pair -> !pair.endsWith("="))
                .sorted()
                .distinct()
                .collect(Collectors.joining(","));
    }

    /** One line that {@link #parse} reads; equal traits have equal texts. */
    public String text() {
        return profile.text();
    }

    public static Traits parse(String text) {
        return new Traits(Profile.parse(text));
    }

    Profile profile() {
        return profile;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Traits that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    /** Without the values, because they are personal data and this may end in a log. */
    @Override
    public String toString() {
        return "Traits";
    }
}
