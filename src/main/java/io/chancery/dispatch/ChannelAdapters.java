package io.chancery.dispatch;

import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The adapters of one channel, which may be of several kinds. */
public record ChannelAdapters(Channel channel, List<ChannelAdapter> adapters) {

    /** @throws IllegalStateException if two providers of a channel have the same name */
    public ChannelAdapters {
        var names = adapters.stream()
                .flatMap(adapter -> adapter.providers().stream())
                .map(provider -> provider.profile().name())
                .toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalStateException("Two providers of channel " + channel + " have the same name: " + names);
        }
    }

    /** All adapters there are, without channels for which no provider is configured. */
    public static Map<Channel, ChannelAdapters> byChannel(List<ChannelAdapter> adapters) {
        var byChannel = adapters.stream()
                .filter(adapter -> !adapter.providers().isEmpty())
                .collect(Collectors.groupingBy(ChannelAdapter::channel));
        return byChannel.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> new ChannelAdapters(entry.getKey(), entry.getValue())));
    }

    public List<Provider> providers() {
        return adapters.stream()
                .flatMap(adapter -> adapter.providers().stream())
                .toList();
    }

    /** Whether all its providers tell in the end whether a delivery has arrived. */
    public boolean confirms() {
        return adapters.stream().allMatch(ChannelAdapter::confirms);
    }

    Rendition sealed(Rendition rendition) {
        var sealed = rendition;
        for (var adapter : adapters) {
            sealed = adapter.sealed(sealed);
        }
        return sealed;
    }

    Optional<String> destination(Rendition rendition) {
        return adapters.stream()
                .flatMap(adapter -> adapter.destination(rendition).stream())
                .findFirst();
    }

    /** How many deliveries a second may go to a destination at most. */
    public Map<String, Double> destinationRates() {
        var rates = new HashMap<String, Double>();
        adapters.forEach(adapter -> rates.putAll(adapter.destinationRates()));
        return rates;
    }
}
