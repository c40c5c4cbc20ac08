package io.chancery.customer.quality.address;

import io.chancery.customer.quality.place.PostcodeTable;
import io.chancery.customer.quality.place.PostcodeTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks postal addresses, in Germany, Austria, Switzerland and Liechtenstein against all postcodes. Thread-safe. */
public final class Addresses {

    private static final Set<Verdict> MAYBE_ABROAD =
            Set.of(Verdict.INVALID_ZIP_FORMAT, Verdict.UNKNOWN_ZIP, Verdict.ZIP_CITY_MISMATCH);

    private Addresses() {}

    /** What country, postcode and city say together; the street is taken over as it is. */
    public static AddressCheck check(Address address) {
        var country = Postcode.text(address.country()).toUpperCase(Locale.ROOT);
        if (country.isEmpty()) {
            return somewhere(address);
        }
        var table = PostcodeTables.find(country);
        return table.isPresent() ? check(address, table.get()) : PostcodeFormats.check(address, country);
    }

    /**
     * The address as it should be written where that is certain, else as it is. A postcode and a city that contradict each
     * other stay: either may be the older one, and a letter to the wrong one of two real places would reach a stranger.
     */
    public static Address corrected(Address address) {
        var check = check(address);
        boolean usable = check.certain() && check.verdict() != Verdict.ZIP_CITY_MISMATCH;
        return usable && check.proposal() != null ? check.proposal() : address;
    }

    private static AddressCheck check(Address address, PostcodeTable table) {
        var postcode = Postcode.of(address.postcode());
        var check = new TableCheck(table, postcode, address).run();
        if (check.certain() || !MAYBE_ABROAD.contains(check.verdict())) {
            return check;
        }
        var other = sure(address, postcode);
        return other.size() == 1
                ? moved(address, postcode, other.get(0), check.verdict(), List.of(Reason.OTHER_COUNTRY))
                : check;
    }

    /** The tables that have this postcode and this city together. */
    private static List<PostcodeTable> sure(Address address, Postcode postcode) {
        var sure = new ArrayList<PostcodeTable>();
        for (var table : PostcodeTables.all()) {
            if (new TableCheck(table, postcode, address).isSure()) {
                sure.add(table);
            }
        }
        return sure;
    }

    private static AddressCheck somewhere(Address address) {
        var postcode = Postcode.of(address.postcode());
        var tables = sure(address, postcode);
        if (tables.size() != 1) {
            return AddressCheck.of(Verdict.UNVERIFIABLE, Reason.COUNTRY_MISSING);
        }
        var verdict = new TableCheck(tables.get(0), postcode, address).run().verdict();
        return moved(address, postcode, tables.get(0), verdict, List.of(Reason.COUNTRY_MISSING));
    }

    private static AddressCheck moved(
            Address address, Postcode postcode, PostcodeTable table, Verdict verdict, List<Reason> reasons) {
        var there = new TableCheck(table, postcode, address).run().proposal();
        var city = there == null ? address.city() : there.city();
        return new AddressCheck(verdict, address.in(table.country(), postcode.digits(), city), true, reasons);
    }
}
