package io.chancery.customer.quality.place;

import java.util.List;

/**
 * The place that a written city is closest to.
 *
 * @param margin how much farther the next one is, in tenths of a slip; a whole kind of likeness counts as far
 */
public record Closest(Place place, Likeness likeness, int margin) {

    private static final int FAR = 100;

    /** @param places at least one */
    public static Closest of(CityName city, List<Place> places) {
        var best = places.get(0);
        var likeness = Likeness.NONE;
        int margin = FAR;
        for (var place : places) {
            var other = city.to(place);
            if (other.isCloserThan(likeness)) {
                margin = margin(other, likeness);
                likeness = other;
                best = place;
            } else if (other.isKnown() && !place.folded().equals(best.folded())) {
                margin = Math.min(margin, margin(likeness, other));
            }
        }
        return new Closest(best, likeness, margin);
    }

    private static int margin(Likeness near, Likeness far) {
        return near.kind() == far.kind() ? far.cost() - near.cost() : FAR;
    }
}
