package io.chancery.dispatch;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * What is agreed with a provider.
 *
 * @param name one for all adapters of a channel; it stands in the record of each attempt
 * @param concurrency how many hand-overs it takes at the same time
 * @param weight its part of the channel's deliveries, as a number beside the others'; 0 for one that only steps in
 * @param perSecond how many deliveries it takes a second, from all nodes together; empty for as many as we can
 */
public record ProviderProfile(String name, int concurrency, int weight, OptionalDouble perSecond) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,29}");
    private static final int HEAVIEST = 1_000;

    public ProviderProfile {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A provider's name has up to 30 lower-case letters, digits and hyphens, which " + name
                            + " has not");
        }
        if (concurrency < 1 || weight < 0 || weight > HEAVIEST || perSecond.orElse(1) <= 0) {
            throw new IllegalArgumentException(
                    "Provider %s: concurrency from 1, weight from 0 to %d, per-second above 0"
                            .formatted(name, HEAVIEST));
        }
    }

    /** As it is configured. */
    public static ProviderProfile of(String name, int concurrency, ProviderSettings settings) {
        return new ProviderProfile(name, concurrency, settings.weight(), settings.perSecond());
    }
}
