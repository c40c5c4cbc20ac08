package io.chancery.render.format;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
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

    /** {@code data.items.size}, {@code .isEmpty}, {@code .first}, {@code .last}, {@code .0}, {@code .contains(x)} */
    private static final class Lists implements ValueResolver {

        @Override
        public boolean appliesTo(EvalContext context) {
            return context.getBase() instanceof List;
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext context) {
            var list = (List<?>) context.getBase();
            var parameters = context.getParams();
            if (context.getName().equals("contains") && parameters.size() == 1) {
                return context.evaluate(parameters.get(0)).thenApply(list::contains);
            }
            return parameters.isEmpty() ? found(fact(list, context.getName()), context) : Results.notFound(context);
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
