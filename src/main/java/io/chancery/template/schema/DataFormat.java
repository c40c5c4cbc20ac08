package io.chancery.template.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The formats whose meaning is ours to fix, because the renderer turns such strings into dates and decimals. */
enum DataFormat implements Format {
    /** A day of the calendar, ISO 8601. */
    DATE(DataFormat::isDate),
    /** A decimal as DESIGN.md §6 carries money: plain digits, no exponent, no grouping. */
    DECIMAL(Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?").asMatchPredicate()),
    /** The pattern of a schema. */
    REGEX(DataFormat::isPattern),
    /** How long something may take: ISO 8601, of days, hours, minutes and seconds, and more than nothing. */
    TIME_SPAN(Pattern.compile("P(?=.*[1-9])(\\d{1,2}D)?(T(?=\\d)(\\d{1,4}H)?(\\d{1,4}M)?(\\d{1,5}S)?)?")
            .asMatchPredicate());

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Predicate<String> rule;

    DataFormat(Predicate<String> rule) {
        this.rule = rule;
    }

    @Override
    public String getName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
        return rule.test(value);
    }

    private static boolean isDate(String value) {
        if (!DAY.matcher(value).matches()) {
            return false;
        }
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isPattern(String value) {
        try {
            BudgetedPattern.of(value);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
