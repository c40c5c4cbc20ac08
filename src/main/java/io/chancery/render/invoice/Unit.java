package io.chancery.render.invoice;

import java.util.Locale;
import java.util.Map;

/** The codes of units (UN/ECE Recommendation 20) for what people write on invoices in German, English, French and Italian. */
final class Unit {

    /** Mutually defined: the word stands on the page. */
    private static final String OTHER = "ZZ";

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("kwh", "KWH"),
            Map.entry("mwh", "MWH"),
            Map.entry("kw", "KWT"),
            Map.entry("kg", "KGM"),
            Map.entry("g", "GRM"),
            Map.entry("t", "TNE"),
            Map.entry("l", "LTR"),
            Map.entry("m", "MTR"),
            Map.entry("m²", "MTK"),
            Map.entry("m³", "MTQ"),
            Map.entry("km", "KMT"),
            Map.entry("stk", "H87"),
            Map.entry("stk.", "H87"),
            Map.entry("stück", "H87"),
            Map.entry("pcs", "H87"),
            Map.entry("pièce", "H87"),
            Map.entry("pezzo", "H87"),
            Map.entry("h", "HUR"),
            Map.entry("std.", "HUR"),
            Map.entry("tag", "DAY"),
            Map.entry("tage", "DAY"),
            Map.entry("day", "DAY"),
            Map.entry("days", "DAY"),
            Map.entry("monat", "MON"),
            Map.entry("monate", "MON"),
            Map.entry("month", "MON"),
            Map.entry("months", "MON"),
            Map.entry("mois", "MON"),
            Map.entry("mese", "MON"),
            Map.entry("mesi", "MON"),
            Map.entry("jahr", "ANN"),
            Map.entry("year", "ANN"),
            Map.entry("%", "P1"),
            Map.entry("pauschal", "LS"),
            Map.entry("flat", "LS"));

    private Unit() {}

    static String codeOf(String unit) {
        return CODES.getOrDefault(unit.strip().toLowerCase(Locale.ROOT), OTHER);
    }
}
