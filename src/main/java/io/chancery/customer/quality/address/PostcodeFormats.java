package io.chancery.customer.quality.address;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What postcodes of countries without a table look like, after Google's libaddressinput (CC BY 4.0). Countries that are
 * not named here have no postcodes, or we do not know them.
 */
final class PostcodeFormats {

    /** Countries and the form of their postcodes; a leading «?» says that an address may do without. */
    private static final String FORMATS = """
            AD AD[1-7]0\\d
            AL ?\\d{4}
            BA ?\\d{5}
            BE BG CY DK HU LU NO SI MK \\d{4}
            LV (?:LV-?)?\\d{4}
            NL \\d{4}\\s?[A-Z]{2}
            LT (?:LT-?)?\\d{5}
            CZ SK GR SE \\d{3}\\s?\\d{2}
            EE ES FI FR HR IT MC ME RS SM TR UA VA MA \\d{5}
            PL \\d{2}-?\\d{3}
            PT \\d{4}-\\d{3}
            RO RU BY CN IN SG \\d{6}
            MD ?(?:MD-?)?\\d{4}
            MT [A-Z]{3}\\s?\\d{2,4}
            IS \\d{3}
            IE ?[A-Z]\\d[\\dW]\\s?[A-Z\\d]{4}
            GB (?:GIR\\s?0AA|[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2})
            GG GY\\d\\d?\\s?\\d[A-Z]{2}
            IM IM\\d\\d?\\s?\\d[A-Z]{2}
            JE JE\\d\\d?\\s?\\d[A-Z]{2}
            US \\d{5}(?:-\\d{4})?
            CA [ABCEGHJ-NPR-TVXY]\\d[A-Z]\\s?\\d[A-Z]\\d
            AU NZ ZA \\d{4}
            BR \\d{5}-?\\d{3}
            JP \\d{3}-?\\d{4}
            IL \\d{5}(?:\\d{2})?
            """;

    private static final Pattern SIGN = Pattern.compile("^[A-Z]{1,3}-(?=\\d)");

    private record Format(Pattern form, boolean required) {}

    private static final Map<String, Format> BY_COUNTRY = read();

    private PostcodeFormats() {}

    private static Map<String, Format> read() {
        var formats = new HashMap<String, Format>();
        FORMATS.lines().forEach(line -> {
            int last = line.lastIndexOf(' ');
            var form = line.substring(last + 1);
            boolean required = !form.startsWith("?");
            var format = new Format(Pattern.compile(required ? form : form.substring(1)), required);
            for (var country : line.substring(0, last).split(" ")) {
                formats.put(country, format);
            }
        });
        return Map.copyOf(formats);
    }

    /** What the format says: a fault, or that no more is known. */
    static AddressCheck check(Address address, String country) {
        var postcode = Postcode.text(address.postcode()).toUpperCase(Locale.ROOT);
        var format = Optional.ofNullable(BY_COUNTRY.get(country));
        if (postcode.isEmpty() && format.map(Format::required).orElse(false)) {
            return AddressCheck.of(Verdict.MISSING_ZIP);
        }
        if (!postcode.isEmpty() && format.isPresent() && !fits(format.get(), postcode)) {
            return AddressCheck.of(Verdict.INVALID_ZIP_FORMAT, Reason.POSTCODE_FORMAT);
        }
        return Postcode.text(address.city()).isEmpty()
                ? AddressCheck.of(Verdict.MISSING_CITY)
                : AddressCheck.of(Verdict.UNVERIFIABLE, Reason.NO_TABLE);
    }

    private static boolean fits(Format format, String postcode) {
        return format.form().matcher(postcode).matches()
                || format.form()
                        .matcher(SIGN.matcher(postcode).replaceFirst(""))
                        .matches();
    }
}
