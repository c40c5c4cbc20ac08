package io.chancery.customer.survivorship;

import static io.chancery.vocabulary.Attribute.FAMILY_NAME;
import static io.chancery.vocabulary.Attribute.GIVEN_NAME;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts names right whose parts stand in each other's place, as the other records of the customer show. */
final class NameOrder {

    private static final double CLEARLY = 0.5;

    private record Name(String given, String family, String givenKey, String familyKey) {

        static Name of(String given, String family) {
            return new Name(given, family, Spelling.key(given), Spelling.key(family));
        }

        static Name of(SourceValues values) {
            return of(values.text(GIVEN_NAME), values.text(FAMILY_NAME));
        }

        double alike(Name other) {
            return alike(givenKey, other.givenKey) + alike(familyKey, other.familyKey);
        }

        private static double alike(String one, String two) {
            if (one.equals(two)) {
                return 1;
            }
            return Spelling.isTypo(one, two) ? 0.8 : 0;
        }

        /** The other ways to read it: the parts swapped, and «Bähr Irena Maria» with the first word at the end. */
        Stream<Name> turned() {
            var swapped = new Name(family, given, familyKey, givenKey);
            int blank = given.indexOf(' ');
            return blank < 0
                    ? Stream.of(swapped)
                    : Stream.of(swapped, of(given.substring(blank + 1) + " " + family, given.substring(0, blank)));
        }

        Name turnedLike(List<Name> others) {
            return turned().max(Comparator.comparingDouble(name -> name.alike(others)))
                    .orElse(this);
        }

        double alike(List<Name> others) {
            return others.stream().mapToDouble(this::alike).sum();
        }
    }

    private NameOrder() {}

    /** The same records, with the names in the order in which most of them have it; the most trusted breaks a tie. */
    static List<SourceValues> corrected(List<SourceValues> sources) {
        var named = sources.stream()
                .filter(values -> values.get(GIVEN_NAME) != null && values.get(FAMILY_NAME) != null)
                .sorted(Comparator.comparingInt(SourceValues::trust).reversed())
                .toList();
        var corrections = named.size() < 2 || areAlike(named) ? Map.<Origin, Name>of() : corrections(named);
        return corrections.isEmpty()
                ? sources
                : sources.stream()
                        .map(values -> corrections.containsKey(values.origin())
                                ? renamed(values, corrections.get(values.origin()))
                                : values)
                        .toList();
    }

    private static boolean areAlike(List<SourceValues> named) {
        var first = named.get(0);
        return named.stream()
                .allMatch(values -> values.text(GIVEN_NAME).equals(first.text(GIVEN_NAME))
                        && values.text(FAMILY_NAME).equals(first.text(FAMILY_NAME)));
    }

    private static Map<Origin, Name> corrections(List<SourceValues> named) {
        var placed = new ArrayList<Name>();
        var straight = new ArrayList<SourceValues>();
        var turned = new HashMap<Origin, Name>();
        for (var values : named) {
            var name = Name.of(values);
            var other = name.turnedLike(placed);
            if (other.alike(placed) > name.alike(placed) + CLEARLY) {
                turned.put(values.origin(), other);
                placed.add(other);
            } else {
                straight.add(values);
                placed.add(name);
            }
        }
        return turned.size() > straight.size() ? theOtherWay(named, straight, turned) : turned;
    }

    /** Most were turned to fit the few before them: then it is those few that must be turned. */
    private static Map<Origin, Name> theOtherWay(
            List<SourceValues> named, List<SourceValues> straight, Map<Origin, Name> turned) {
        var right = named.stream()
                .filter(values -> turned.containsKey(values.origin()))
                .map(Name::of)
                .toList();
        var corrections = new HashMap<Origin, Name>();
        straight.forEach(
                values -> corrections.put(values.origin(), Name.of(values).turnedLike(right)));
        return corrections;
    }

    private static SourceValues renamed(SourceValues values, Name name) {
        var renamed = new EnumMap<>(values.values());
        renamed.put(GIVEN_NAME, name.given());
        renamed.put(FAMILY_NAME, name.family());
        return new SourceValues(values.origin(), values.trust(), values.at(), renamed, values.standings());
    }
}
