package io.chancery.customer.quality.address;

import io.chancery.customer.quality.place.CityName;
import io.chancery.customer.quality.place.Closest;
import io.chancery.customer.quality.place.Likeness;
import io.chancery.customer.quality.place.Place;
import io.chancery.customer.quality.place.PostcodeTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the postcode that was meant when the one that is written cannot be right, by the city beside it. */
final class PostcodeRepair {

    /** A place of so many postcodes is found near any postcode by chance. */
    private static final int FEW_POSTCODES = 3;

    private static final int MARGIN = 6;
    private static final int SURE_SLIP = 6;
    private static final int ONE_SLIP = 10;

    private final PostcodeTable table;
    private final String written;
    private final CityName city;

    PostcodeRepair(PostcodeTable table, String written, CityName city) {
        this.table = table;
        this.written = written;
        this.city = city;
    }

    /**
     * A postcode with its city that may have been meant.
     *
     * @param likeness of the written city to this place
     */
    record Candidate(int postcode, Place place, Likeness likeness, PostcodeSlip slip) {

        int cost() {
            return slip.cost() + (likeness.isCertain() ? likeness.cost() / 4 : 10 + likeness.cost());
        }
    }

    /** One slip away from what is written, with this very city: so likely that it outweighs a slip in the city. */
    boolean isCityOneSlipAway() {
        return exact().stream().anyMatch(candidate -> candidate.slip().cost() <= ONE_SLIP);
    }

    /** The best repair, if there is one. */
    Optional<AddressCheck> proposal(Verdict verdict, Address address) {
        var candidates = exact();
        if (candidates.isEmpty()) {
            candidates = similar();
        }
        if (candidates.isEmpty()) {
            return only(verdict, address);
        }
        candidates.sort(Comparator.comparingInt(Candidate::cost).thenComparingInt(Candidate::postcode));
        var best = candidates.get(0);
        boolean rivalled = candidates.size() > 1 && candidates.get(1).cost() < best.cost() + MARGIN;
        boolean certain = !rivalled && best.likeness().isCertain() && isSure(best.slip(), verdict);
        var reasons = new ArrayList<Reason>(List.of(best.slip().reason()));
        if (rivalled) {
            reasons.add(Reason.SEVERAL_POSTCODES);
        }
        var proposal = address.in(table.country(), table.text(best.postcode()), cityOf(best, address));
        return Optional.of(new AddressCheck(verdict, proposal, certain, reasons));
    }

    private static String cityOf(Candidate best, Address address) {
        var written = address.city();
        boolean asWritten = best.likeness().kind().compareTo(Likeness.Kind.TOWN) <= 0;
        return asWritten && written != null ? written : best.place().name();
    }

    /** Where postcode and city both exist, a wrong digit may as well be a move that was written down by half. */
    private boolean isSure(PostcodeSlip slip, Verdict verdict) {
        return verdict == Verdict.ZIP_CITY_MISMATCH
                ? slip.cost() <= SURE_SLIP && table.postcodes(city.folded()).size() <= FEW_POSTCODES
                : slip.cost() <= ONE_SLIP;
    }

    private List<Candidate> exact() {
        var candidates = new ArrayList<Candidate>();
        var postcodes = table.postcodes(city.inOtherLanguage().orElse(city.folded()));
        for (int postcode : postcodes) {
            var slip = PostcodeSlip.between(written, table.text(postcode));
            if (slip != null) {
                candidates.add(candidate(postcode, slip));
            }
        }
        return candidates;
    }

    /** Both are damaged: only postcodes near by, and of each the closest place. */
    private List<Candidate> similar() {
        var candidates = new ArrayList<Candidate>();
        for (int postcode : PostcodeSlip.neighbours(written, table)) {
            var slip = PostcodeSlip.between(written, table.text(postcode));
            var candidate = slip == null ? null : candidate(postcode, slip);
            if (candidate != null && candidate.likeness().kind().compareTo(Likeness.Kind.SLIP) <= 0) {
                candidates.add(candidate);
            }
        }
        return candidates;
    }

    private Candidate candidate(int postcode, PostcodeSlip slip) {
        var closest = Closest.of(city, table.places(postcode));
        return new Candidate(postcode, closest.place(), closest.likeness(), slip);
    }

    /** A city with one postcode has that one, whatever was written; a person should look, unless nothing was. */
    private Optional<AddressCheck> only(Verdict verdict, Address address) {
        var postcodes = table.postcodes(city.folded());
        if (postcodes.size() != 1) {
            return Optional.empty();
        }
        var proposal = address.in(table.country(), table.text(postcodes.get(0)), address.city());
        return Optional.of(new AddressCheck(verdict, proposal, written.isEmpty(), List.of(Reason.ONE_POSTCODE)));
    }
}
