package io.chancery.render.language;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be said of a value before there is one: whether it has fields or elements, and which. */
public sealed interface Shape {

    /** A text, a number, a date, a truth value. */
    Shape PLAIN = new Plain(null);

    /** Anything. */
    Shape OPEN = new Open();

    /** @param known what it says, where that is certain */
    record Plain(@Nullable String known) implements Shape {}

    /** Nothing is known, so nothing is wrong. */
    record Open() implements Shape {}

    /** @param open whether there may be others */
    record Fields(Map<String, Shape> fields, boolean open) implements Shape {

        public Fields {
            fields = Map.copyOf(fields);
        }

        /** The same with plain values of these names. */
        public Fields with(String... plain) {
            var all = new HashMap<>(fields);
            List.of(plain).forEach(name -> all.put(name, PLAIN));
            return new Fields(all, open);
        }

        private Fields merged(Fields other) {
            var all = new HashMap<>(fields);
            other.fields.forEach((name, shape) -> all.merge(name, shape, Shape::or));
            return new Fields(all, open || other.open);
        }
    }

    /** A list of alike. */
    record Items(Shape element) implements Shape {}

    /** A value that must not be read. */
    record Refused(String why) implements Shape {

        @Override
        public Shape or(Shape other) {
            return this;
        }
    }

    static Fields fields(Map<String, Shape> fields) {
        return new Fields(fields, false);
    }

    /** The shape of a value that is there: maps, lists and plain values. */
    static Shape ofValue(Object value) {
        if (value instanceof Map<?, ?> map) {
            return fields(map.entrySet().stream()
                    .collect(Collectors.toMap(
                            entry -> String.valueOf(entry.getKey()), entry -> ofValue(entry.getValue()))));
        }
        return value instanceof Collection<?> list
                ? new Items(list.stream().map(Shape::ofValue).reduce(Shape::or).orElse(OPEN))
                : new Plain(String.valueOf(value));
    }

    /** A value that may be one or the other; not to be read if either is not. */
    default Shape or(Shape other) {
        if (other instanceof Refused) {
            return other;
        }
        if (this instanceof Fields one && other instanceof Fields two) {
            return one.merged(two);
        }
        if (this instanceof Items one && other instanceof Items two) {
            return new Items(one.element().or(two.element()));
        }
        return this instanceof Plain && other instanceof Plain ? PLAIN : OPEN;
    }

    /** What a name of it leads to; {@link #OPEN} if that cannot be said. */
    default Shape field(String name) {
        return this instanceof Fields group ? group.fields().getOrDefault(name, OPEN) : OPEN;
    }
}
