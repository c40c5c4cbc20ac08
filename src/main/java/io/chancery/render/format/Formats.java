package io.chancery.render.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How money, numbers and dates are written in one language and country, after the Unicode CLDR. Rounds half up. */
public final class Formats {

    /** There are only so many languages times countries; the bound is for whatever else may be asked for. */
    private static final int MOST = 2_000;

    /** DIN 5008 wants a real minus, which does not look like a hyphen. */
    private static final char MINUS = '\u2212';

    private static final String NO_BREAK_SPACE = "\u00a0";

    private static final String FRANCS = "CHF";

    private static final Map<Locale, Formats> CACHE = new ConcurrentHashMap<>();

    private final Locale locale;
    private final NumberFormat money;
    private final NumberFormat number;
    private final NumberFormat percent;
    private final DateTimeFormatter date;
    private final DateTimeFormatter longDate;

    private Formats(Locale locale) {
        this.locale = locale;
        this.money = rounded(NumberFormat.getCurrencyInstance(locale));
        this.number = pointed(rounded(NumberFormat.getNumberInstance(locale)), locale);
        this.percent = pointed(rounded(NumberFormat.getPercentInstance(locale)), locale);
        this.date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        this.longDate = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    }

    /** How this locale writes figures and dates. */
    public static Formats of(Locale locale) {
        if (CACHE.size() > MOST) {
            CACHE.clear();
        }
        return CACHE.computeIfAbsent(locale, Formats::new);
    }

    /** The CLDR has amounts in Swiss French with a point and other figures with a comma, which cannot stand in one table. */
    private static NumberFormat pointed(NumberFormat format, Locale locale) {
        if (locale.getCountry().equals("CH") && format instanceof DecimalFormat decimal) {
            var symbols = decimal.getDecimalFormatSymbols();
            symbols.setDecimalSeparator(symbols.getMonetaryDecimalSeparator());
            decimal.setDecimalFormatSymbols(symbols);
        }
        return format;
    }

    private static NumberFormat rounded(NumberFormat format) {
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    String money(BigDecimal amount, Currency currency) {
        var format = (NumberFormat) money.clone();
        format.setCurrency(currency);
        writeFrancs(format, currency);
        var digits = Math.max(0, currency.getDefaultFractionDigits());
        return write(format, amount, digits);
    }

    /** The JDK writes SFr. in Italian, and CHF in the other languages of Switzerland. */
    private static void writeFrancs(NumberFormat format, Currency currency) {
        if (currency.getCurrencyCode().equals(FRANCS) && format instanceof DecimalFormat decimal) {
            var symbols = decimal.getDecimalFormatSymbols();
            symbols.setCurrencySymbol(FRANCS);
            decimal.setDecimalFormatSymbols(symbols);
        }
    }

    public Locale locale() {
        return locale;
    }

    /** With as many decimals as the value has. */
    public String number(BigDecimal value) {
        var plain = value.stripTrailingZeros();
        return decimals(plain, Math.max(0, plain.scale()));
    }

    /** A unit price: with as many decimals as the value has, but at least two. */
    String price(BigDecimal value) {
        return decimals(value, Math.max(2, value.scale()));
    }

    String decimals(BigDecimal value, int digits) {
        return write((NumberFormat) number.clone(), value, digits);
    }

    /** Of a value that is in percent already, such as a VAT rate of 19. */
    String percent(BigDecimal value) {
        var fraction = value.stripTrailingZeros().movePointLeft(2);
        return write((NumberFormat) percent.clone(), fraction, Math.max(0, fraction.scale() - 2));
    }

    String date(LocalDate value) {
        return unbroken(date.format(value));
    }

    String longDate(LocalDate value) {
        return unbroken(longDate.format(value));
    }

    /** No line ends between day and month. */
    private static String unbroken(String date) {
        return date.replaceFirst(" ", NO_BREAK_SPACE);
    }

    private static String write(NumberFormat format, BigDecimal value, int digits) {
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value).replace('-', MINUS);
    }
}
