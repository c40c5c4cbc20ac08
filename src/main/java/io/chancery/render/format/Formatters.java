package io.chancery.render.format;

import io.chancery.render.language.Run;
import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The closed list of formatters: {@code .money(currency)}, {@code .price}, {@code .number}, {@code .decimals(n)},
 * {@code .percent}, {@code .date}, {@code .longDate}, and {@code .abs}, which stays a number. One that does not fit its value counts as not found, and strict rendering stops.
 */
public final class Formatters implements ValueResolver {

    /** What each of them needs, for an author who got it wrong. */
    public static final Map<String, String> NEEDS = Map.of(
            "abs", "a number",
            "money", "a number, and the currency in brackets, as in data.amount.money(data.currency) or .money('EUR')",
            "number", "a number",
            "price", "a number",
            "decimals", "a number, and how many decimals in brackets, from 0 to 10",
            "percent", "a number that is in percent already",
            "date", "a date",
            "longDate", "a date");

    @Override
    public boolean appliesTo(EvalContext context) {
        return NEEDS.containsKey(context.getName())
                && (context.getBase() instanceof Number || context.getBase() instanceof LocalDate)
                && context.getParams().size() <= 1;
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        if (context.getParams().isEmpty()) {
            return found(format(context, null), context);
        }
        return context.evaluate(context.getParams().get(0))
                .thenCompose(parameter -> found(format(context, parameter), context));
    }

    private static @Nullable Object format(EvalContext context, @Nullable Object parameter) {
        var formats = (Formats) context.getAttribute(Run.FORMATS);
        if (context.getBase() instanceof LocalDate date) {
            return parameter == null ? format(formats, context.getName(), date) : null;
        }
        var number = decimal((Number) context.getBase());
        return parameter == null
                ? format(formats, context.getName(), number)
                : format(formats, context.getName(), number, parameter);
    }

    private static @Nullable String format(Formats formats, String name, LocalDate date) {
        return switch (name) {
            case "date" -> formats.date(date);
            case "longDate" -> formats.longDate(date);
            default -> null;
        };
    }

    private static @Nullable Object format(Formats formats, String name, BigDecimal number) {
        return switch (name) {
            case "abs" -> number.abs();
            case "price" -> formats.price(number);
            case "number" -> formats.number(number);
            case "percent" -> formats.percent(number);
            default -> null;
        };
    }

    private static @Nullable String format(Formats formats, String name, BigDecimal number, Object parameter) {
        if (name.equals("decimals") && parameter instanceof Integer digits && digits >= 0 && digits <= 10) {
            return formats.decimals(number, digits);
        }
        var currency = name.equals("money") && parameter instanceof String code ? currency(code) : null;
        return currency == null ? null : formats.money(number, currency);
    }

    private static @Nullable Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }

    private static CompletionStage<Object> found(@Nullable Object written, EvalContext context) {
        return written == null ? Results.notFound(context) : CompletedStage.of(written);
    }
}
