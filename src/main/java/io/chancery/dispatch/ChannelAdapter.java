package io.chancery.dispatch;

import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Speaks to one kind of provider. A bean in a sub-package of its own per channel; knows no database and no template. */
public interface ChannelAdapter {

    Channel channel();

    /** The providers that are configured, or the stand-in for development; the same ones each time. */
    List<Provider> providers();

    /** Whether its providers tell of every delivery, in the end, whether it has arrived. */
    default boolean confirms() {
        return false;
    }

    /**
     * What a provider's channel adds to a rendition before it is archived and sent, such as a signature. Never asked for what
     * is only looked at.
     */
    default Rendition sealed(Rendition rendition) {
        return rendition;
    }

    /**
     * Where a rendition goes, if so many a second may go there at most, from whichever provider.
     *
     * @return one of {@link #destinationRates()}
     */
    default Optional<String> destination(Rendition rendition) {
        return Optional.empty();
    }

    /** How many deliveries a second may go to a destination at most. */
    default Map<String, Double> destinationRates() {
        return Map.of();
    }
}
