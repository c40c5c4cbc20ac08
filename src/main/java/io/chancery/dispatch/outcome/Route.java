package io.chancery.dispatch.outcome;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which way a delivery can take.
 *
 * @param tried the providers that could not take it since it last waited
 * @param destination to which no more than so many may go a second; null if that does not matter
 * @param paced whether its turn at the destination has been given to it
 */
public record Route(List<String> tried, @Nullable String destination, boolean paced) {

    /** Open. */
    public static final Route OPEN = new Route(List.of(), null, false);

    /** As the queue writes it. */
    public static Route of(@Nullable String tried, @Nullable String destination, boolean paced) {
        return tried == null && destination == null
                ? OPEN
                : new Route(tried == null ? List.of() : List.of(tried.split(",")), destination, paced);
    }

    List<String> triedWith(String provider) {
        var more = new ArrayList<>(tried);
        more.add(provider);
        return List.copyOf(more);
    }
}
