package io.chancery.customer.survivorship;

import static io.chancery.vocabulary.Attribute.CITY;
import static io.chancery.vocabulary.Attribute.COUNTRY;
import static io.chancery.vocabulary.Attribute.POSTCODE;
import static io.chancery.vocabulary.Attribute.STREET;

import io.chancery.customer.survivorship.SourceValues.Standing;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides between addresses, each taken whole from one record: first where the customer lives, then who writes that
 * address best.
 */
final class AddressVote {

    private static final double SAME_POSTCODE = 0.5;
    private static final double SAME_CITY = 0.3;

    private final List<Place> places;

    AddressVote(List<Voice> voices) {
        this.places = voices.stream().map(Place::of).toList();
    }

    /** An address, with what its parts are compared by; missing parts are empty. */
    private record Place(Voice voice, String street, String postcode, String city, boolean complete) {

        static Place of(Voice voice) {
            var from = voice.from();
            var street = from.get(STREET);
            var postcode = from.get(POSTCODE);
            var city = from.get(CITY);
            return new Place(
                    voice,
                    street == null ? "" : Spelling.streetKey(street),
                    postcode == null ? "" : postcode,
                    city == null ? "" : Spelling.key(city),
                    street != null && postcode != null && city != null && from.get(COUNTRY) != null);
        }

        /** How much this record speaks for living where the other says; a typing error in one part is no other place. */
        double supports(Place other) {
            double sameTown = sameTown(other);
            if (!street.isEmpty() && !other.street.isEmpty()) {
                return sameTown > 0 && alike(street, other.street) ? 1 : 0;
            }
            return sameTown;
        }

        private double sameTown(Place other) {
            if (!postcode.isEmpty() && postcode.equals(other.postcode)) {
                return SAME_POSTCODE;
            }
            return alike(city, other.city) ? SAME_CITY : 0;
        }

        private static boolean alike(String a, String b) {
            return !a.isEmpty() && !b.isEmpty() && Spelling.isTypo(a, b);
        }

        boolean sameTownAs(Place other) {
            return postcode.equals(other.postcode) && city.equals(other.city);
        }

        /** Whether there is such a place, as far as anybody knows: the postcode, and in it the city. */
        boolean exists() {
            return !voice.from().is(STREET, Standing.FAULTY);
        }

        /** In how many parts the two are letter for letter the same. */
        double agrees(Place other) {
            return (street.equals(other.street) ? 1 : 0)
                    + (postcode.equals(other.postcode) ? 1 : 0)
                    + (city.equals(other.city) ? 1 : 0);
        }
    }

    Optional<Voice> winner() {
        var home = places.stream()
                .max(Comparator.comparing(Place::complete)
                        .thenComparingDouble(this::score)
                        .thenComparingDouble(place -> place.voice().weight()));
        return home.map(this::bestWritten).map(Place::voice);
    }

    private double score(Place place) {
        double score = 0;
        for (var other : places) {
            score += other.voice().weight() * other.supports(place);
        }
        return score;
    }

    private Place bestWritten(Place home) {
        var neighbours = places.stream()
                .filter(place -> place.complete() == home.complete() && place.supports(home) == 1)
                .toList();
        boolean differ = neighbours.stream().anyMatch(place -> !place.sameTownAs(home));
        return neighbours.stream()
                .max(Comparator.comparing((Place place) -> !differ || place.exists())
                        .thenComparingDouble(place -> agreement(place, home))
                        .thenComparingInt(AddressVote::fullness)
                        .thenComparingDouble(place -> place.voice().weight()))
                .orElse(home);
    }

    private double agreement(Place place, Place home) {
        double sum = 0;
        for (var other : places) {
            sum += other.supports(home) > 0 ? place.agrees(other) : 0;
        }
        return sum;
    }

    private static int fullness(Place place) {
        var street = place.voice().from().get(STREET);
        var city = place.voice().from().get(CITY);
        return (street == null ? 0 : Spelling.fullness(street)) + (city == null ? 0 : Spelling.fullness(city));
    }
}
