package io.chancery.render.chart;

import io.chancery.render.chart.Chart.Kind;
import io.chancery.render.chart.Chart.Point;
import io.chancery.render.format.Formats;
import io.chancery.render.language.Complaint;
import io.chancery.render.language.Run;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ValueResolver;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code data.items.chart('bar', 'kWh', 'This year', 'Last year')}: the source of a picture of a list whose items have a {@code label}
 * and a {@code value}, and with a second name an {@code other} value. A date as label stands as its month.
 */
public final class Charts implements ValueResolver {

    public static final String NAME = "chart";
    private static final int KIND_UNIT_AND_NAME = 3;
    private static final int AND_OTHER_NAME = 4;

    @Override
    public boolean appliesTo(EvalContext context) {
        int parameters = context.getParams().size();
        return context.getBase() instanceof List
                && context.getName().equals(NAME)
                && (parameters == KIND_UNIT_AND_NAME || parameters == AND_OTHER_NAME);
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        var items = (List<?>) context.getBase();
        Run.charge(context, items);
        var locale = ((Formats) context.getAttribute(Run.FORMATS)).locale();
        var given = new ArrayList<CompletableFuture<Object>>();
        for (Expression parameter : context.getParams()) {
            given.add(context.evaluate(parameter).toCompletableFuture());
        }
        return CompletableFuture.allOf(given.toArray(CompletableFuture[]::new))
                .thenApply(done -> source(
                        given.stream().map(text -> String.valueOf(text.join())).toList(), items, locale));
    }

    /** What each item needs. */
    public static List<String> fields(int parameters) {
        return parameters < AND_OTHER_NAME ? List.of("label", "value") : List.of("label", "value", "other");
    }

    private static String source(List<String> given, List<?> items, Locale locale) {
        var names = given.subList(2, given.size());
        try {
            var points = items.stream()
                    .map(item -> point(item, names.size(), locale))
                    .toList();
            return new Chart(kind(given.get(0)), locale, given.get(1), names, points).source();
        } catch (IllegalArgumentException impossible) {
            throw new Complaint(String.valueOf(impossible.getMessage()));
        }
    }

    private static Kind kind(String code) {
        return Stream.of(Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a chart is 'bar' or 'line'"));
    }

    private static Point point(Object item, int series, Locale locale) {
        var fields = item instanceof Map<?, ?> map ? map : Map.of();
        var values = fields(KIND_UNIT_AND_NAME - 1 + series).stream()
                .skip(1)
                .map(field -> value(fields.get(field), field))
                .toList();
        return new Point(label(fields.get("label"), locale), values);
    }

    private static String label(@Nullable Object label, Locale locale) {
        if (label instanceof LocalDate date) {
            return DateTimeFormatter.ofPattern("LLL", locale).format(date);
        }
        if (label instanceof String || label instanceof Number) {
            return label.toString();
        }
        throw new IllegalArgumentException("a chart needs a label in each item, a text, number or date");
    }

    private static BigDecimal value(@Nullable Object value, String field) {
        if (value instanceof Number number) {
            return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
        }
        throw new IllegalArgumentException("a chart needs the number «" + field + "» in each item");
    }
}
