package io.chancery.customer.quality;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import io.chancery.customer.quality.plausibility.Placeholders;
import io.chancery.customer.quality.plausibility.Plausibility;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Telephone numbers in E.164, told apart by whether an SMS can reach them. */
public final class PhoneNumbers {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    /** E.164 has 15 digits; more than this is no number in any spelling, and the library need not look at it. */
    private static final int MAX_LENGTH = 40;

    private PhoneNumbers() {}

    /**
     * A number that can be dialled.
     *
     * @param mobile true only when the numbering plan says mobile; «landline or mobile» does not count
     * @param valid whether the numbering plan has such a number at all
     */
    public record PhoneNumber(String e164, boolean mobile, boolean valid) {}

    /**
     * @param region ISO 3166-1 alpha-2 of the country in which a number without country code is dialled; null if unknown
     */
    public static Optional<PhoneNumber> parse(String text, @Nullable String region) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var number = LIBRARY.parse(text, region);
            if (plausibility(number) == Plausibility.PLACEHOLDER) {
                return Optional.empty();
            }
            // Not «possible locally»: without its area code nobody outside the town can dial it.
            if (LIBRARY.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) {
                return Optional.empty();
            }
            var type = LIBRARY.getNumberType(number);
            return Optional.of(new PhoneNumber(
                    LIBRARY.format(number, PhoneNumberFormat.E164),
                    type == PhoneNumberType.MOBILE,
                    type != PhoneNumberType.UNKNOWN));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** Whether a number has digits in a row at its end, as numbers have that were made up. */
    public static boolean isDoubtful(String e164) {
        try {
            return plausibility(LIBRARY.parse(e164, null)) != Plausibility.PLAUSIBLE;
        } catch (NumberParseException e) {
            return true;
        }
    }

    private static Plausibility plausibility(Phonenumber.PhoneNumber number) {
        return Placeholders.phone(LIBRARY.getNationalSignificantNumber(number));
    }
}
