package io.chancery.dispatch.sms;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;

/** A number or a name as SMPP writes it (SMPP 3.4 §5.2.5 and §5.2.6). */
record SmsAddress(String value, TypeOfNumber type, NumberingPlanIndicator plan) {

    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern SHORT_CODE = Pattern.compile("\\d{3,8}");
    /** 3GPP TS 23.040 §9.1.2.5 leaves room for eleven characters; what all networks show are letters and digits. */
    private static final Pattern NAME = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9 &._-]{0,9}[A-Za-z0-9.]?");

    /** A phone number in E.164. */
    static Optional<SmsAddress> recipient(String raw) {
        return INTERNATIONAL.matcher(raw).matches()
                ? Optional.of(new SmsAddress(raw.substring(1), TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN))
                : Optional.empty();
    }

    /** A phone number in E.164, a short code, or a name of up to eleven characters. */
    static Optional<SmsAddress> sender(String raw) {
        if (SHORT_CODE.matcher(raw).matches()) {
            return Optional.of(new SmsAddress(raw, TypeOfNumber.NETWORK_SPECIFIC, NumberingPlanIndicator.UNKNOWN));
        }
        return NAME.matcher(raw).matches()
                ? Optional.of(new SmsAddress(raw, TypeOfNumber.ALPHANUMERIC, NumberingPlanIndicator.UNKNOWN))
                : recipient(raw);
    }
}
