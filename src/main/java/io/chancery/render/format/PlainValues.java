package io.chancery.render.format;

import io.chancery.render.chart.Charts;
import io.chancery.render.language.Run;
import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of plain values: a field of a map, a few facts of a list, the halves of a map entry. A field is found
 * before anything else, so data may call its fields as it likes. There is no other way from a value to anything.
 */
public final class PlainValues {

    private PlainValues() {}

    public static List<ValueResolver> resolvers() {
        return List.of(new Fields(), new Lists(), new Entries());
    }

    /** {@code data.number}, and {@code brand.words.get(message.language)} where the name is a value itself */
    private static final class Fields implements ValueResolver {

        @Override
        public boolean appliesTo(EvalContext context) {
            int parameters = context.getParams().size();
            return context.getBase() instanceof Map
                    && (parameters == 0 || (parameters == 1 && context.getName().equals("get")));
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext context) {
            var map = (Map<?, ?>) context.getBase();
            return context.getParams().isEmpty()
                    ? found(map.get(context.getName()), context)
                    : context.evaluate(context.getParams().get(0))
                            .thenCompose(name -> found(name == null ? null : map.get(name), context));
        }
    }

    /**
     * {@code data.items.size}, {@code .isEmpty}, {@code .first}, {@code .last}, {@code .0}, {@code .contains(x)}, {@code .sum('net')}
     * and {@code .groupBy('meter')}, which gives groups with their {@code key} and {@code items} in the order of their first items
     */
    private static final class Lists implements ValueResolver {

        @Override
        public boolean appliesTo(EvalContext context) {
            return context.getBase() instanceof List && !context.getName().equals(Charts.NAME);
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext context) {
            var list = (List<?>) context.getBase();
            var parameters = context.getParams();
            if (parameters.isEmpty()) {
                return found(fact(list, context.getName()), context);
            }
            if (parameters.size() > 1) {
                return Results.notFound(context);
            }
            Run.charge(context, list);
            return context.evaluate(parameters.get(0))
                    .thenCompose(given -> found(answer(list, context.getName(), given), context));
        }

        private static @Nullable Object answer(List<?> list, String question, @Nullable Object given) {
            return switch (question) {
                case "contains" -> list.contains(given);
                case "sum" -> sum(list, given);
                case "groupBy" -> groups(list, given);
                default -> null;
            };
        }

        private static @Nullable BigDecimal sum(List<?> list, @Nullable Object field) {
            var sum = BigDecimal.ZERO;
            for (var item : list) {
                if (!(item instanceof Map<?, ?> map && map.get(field) instanceof Number number)) {
                    return null;
                }
                sum = sum.add(number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString()));
            }
            return sum;
        }

        private static @Nullable List<Map<String, Object>> groups(List<?> list, @Nullable Object field) {
            var groups = new LinkedHashMap<Object, List<Object>>();
            for (var item : list) {
                if (!(item instanceof Map<?, ?> map && map.get(field) != null)) {
                    return null;
                }
                groups.computeIfAbsent(map.get(field), key -> new ArrayList<>()).add(item);
            }
            return groups.entrySet().stream()
                    .map(group -> Map.of("key", group.getKey(), "items", group.getValue()))
                    .toList();
        }

        private static @Nullable Object fact(List<?> list, String name) {
            return switch (name) {
                case "size" -> list.size();
                case "isEmpty" -> list.isEmpty();
                case "first" -> element(list, 0);
                case "last" -> element(list, list.size() - 1);
                default -> name.matches("\\d{1,5}") ? element(list, Integer.parseInt(name)) : null;
            };
        }

        private static @Nullable Object element(List<?> list, int index) {
            return index >= 0 && index < list.size() ? list.get(index) : null;
        }
    }

    /** {@code entry.key}, {@code entry.value} of a loop over a map */
    private static final class Entries implements ValueResolver {

        @Override
        public boolean appliesTo(EvalContext context) {
            return context.getBase() instanceof Map.Entry && context.getParams().isEmpty();
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext context) {
            var entry = (Map.Entry<?, ?>) context.getBase();
            return switch (context.getName()) {
                case "key" -> found(entry.getKey(), context);
                case "value" -> found(entry.getValue(), context);
                default -> Results.notFound(context);
            };
        }
    }

    private static CompletionStage<Object> found(@Nullable Object value, EvalContext context) {
        return value == null ? Results.notFound(context) : CompletedStage.of(value);
    }
}
