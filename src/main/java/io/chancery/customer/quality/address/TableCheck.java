package io.chancery.customer.quality.address;

import io.chancery.customer.quality.place.CityName;
import io.chancery.customer.quality.place.Closest;
import io.chancery.customer.quality.place.Likeness;
import io.chancery.customer.quality.place.Place;
import io.chancery.customer.quality.place.PostcodeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks postcode and city of one address against the table of one country. */
final class TableCheck {

    /** A shorter city is too soon another one. */
    private static final int SURE_LENGTH = 5;

    private static final int SURE_COST = 14;
    private static final int SURE_MARGIN = 6;

    private final PostcodeTable table;
    private final Postcode postcode;
    private final CityName city;
    private final Address address;

    TableCheck(PostcodeTable table, Postcode postcode, Address address) {
        this.table = table;
        this.postcode = postcode;
        this.city = new CityName(Postcode.text(address.city()));
        this.address = address;
    }

    AddressCheck run() {
        if (postcode.isEmpty()) {
            return withoutPostcode();
        }
        if (!postcode.hasDigits(table.digits())) {
            return repaired(Verdict.INVALID_ZIP_FORMAT);
        }
        if (!table.knows(postcode.number())) {
            return repaired(Verdict.UNKNOWN_ZIP);
        }
        return city.folded().isEmpty() ? withoutCity() : withBoth();
    }

    /** Whether this table has postcode and city together, however the city is spelled. */
    boolean isSure() {
        return postcode.hasDigits(table.digits())
                && table.knows(postcode.number())
                && closest().likeness().isCertain();
    }

    private Closest closest() {
        return Closest.of(city, table.places(postcode.number()));
    }

    private AddressCheck withoutPostcode() {
        if (city.folded().isEmpty()) {
            return AddressCheck.of(Verdict.MISSING_ZIP);
        }
        return new PostcodeRepair(table, "", city)
                .proposal(Verdict.MISSING_ZIP, address)
                .orElse(AddressCheck.of(Verdict.MISSING_ZIP));
    }

    private AddressCheck withoutCity() {
        var places = table.places(postcode.number()).stream()
                .filter(place -> !place.municipality())
                .map(Place::name)
                .distinct()
                .toList();
        return places.size() == 1
                ? new AddressCheck(
                        Verdict.MISSING_CITY,
                        address.in(table.country(), postcode.digits(), places.get(0)),
                        true,
                        List.of(Reason.ONE_CITY))
                : AddressCheck.of(Verdict.MISSING_CITY);
    }

    private AddressCheck withBoth() {
        var closest = closest();
        var kind = closest.likeness().kind();
        if (kind == Likeness.Kind.NONE) {
            return elsewhere();
        }
        if (kind.compareTo(Likeness.Kind.ABBREVIATED) >= 0 && isElsewhere()) {
            return repaired(Verdict.ZIP_CITY_MISMATCH);
        }
        return switch (kind) {
            case SAME -> valid(List.of());
            case TOWN -> valid(List.of(Reason.TOWN));
            case DISTRICT -> valid(List.of(Reason.UNKNOWN_ADDITION));
            default -> correctable(closest);
        };
    }

    /** A city that is nowhere in the table does not contradict the postcode: municipalities merge faster than tables do. */
    private AddressCheck elsewhere() {
        var check = repaired(Verdict.ZIP_CITY_MISMATCH);
        boolean known = city.inOtherLanguage().isPresent()
                || !table.postcodes(city.folded()).isEmpty();
        return known || check.proposal() != null ? check : AddressCheck.of(Verdict.UNVERIFIABLE, Reason.UNKNOWN_CITY);
    }

    private boolean isElsewhere() {
        return new PostcodeRepair(table, postcode.digits(), city).isCityOneSlipAway();
    }

    private AddressCheck valid(List<Reason> reasons) {
        if (!postcode.tidied()) {
            return new AddressCheck(Verdict.VALID, null, false, reasons);
        }
        var all = new ArrayList<>(reasons);
        all.add(Reason.POSTCODE_SPELLING);
        return new AddressCheck(
                Verdict.VALID, address.in(table.country(), postcode.digits(), address.city()), true, all);
    }

    private AddressCheck correctable(Closest closest) {
        var proposal =
                address.in(table.country(), postcode.digits(), closest.place().name());
        return new AddressCheck(Verdict.CORRECTABLE_CITY, proposal, isCertain(closest), List.of(reason(closest)));
    }

    private boolean isCertain(Closest closest) {
        var likeness = closest.likeness();
        if (likeness.kind() != Likeness.Kind.SLIP) {
            return closest.margin() > 0;
        }
        // What is a place of its own may have been meant, with another postcode.
        boolean elsewhere = !table.postcodes(city.folded()).isEmpty();
        return likeness.cost() <= SURE_COST
                && closest.margin() >= SURE_MARGIN
                && city.folded().length() >= SURE_LENGTH
                && !elsewhere;
    }

    private static Reason reason(Closest closest) {
        return switch (closest.likeness().kind()) {
            case SPELLING -> Reason.SPELLING;
            case OTHER_LANGUAGE -> Reason.OTHER_LANGUAGE;
            case ABBREVIATED -> Reason.ABBREVIATED;
            case INCOMPLETE -> Reason.INCOMPLETE_CITY;
            default -> Reason.SLIP_IN_CITY;
        };
    }

    private AddressCheck repaired(Verdict verdict) {
        if (city.folded().isEmpty()) {
            return AddressCheck.of(verdict);
        }
        Optional<AddressCheck> repair = postcode.digits().isEmpty()
                ? Optional.empty()
                : new PostcodeRepair(table, postcode.digits(), city).proposal(verdict, address);
        return repair.orElse(AddressCheck.of(
                verdict,
                verdict == Verdict.INVALID_ZIP_FORMAT
                        ? new Reason[] {postcode.isNumber() ? Reason.POSTCODE_LENGTH : Reason.POSTCODE_FORMAT}
                        : new Reason[0]));
    }
}
