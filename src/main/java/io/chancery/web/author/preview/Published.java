package io.chancery.web.author.preview;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chancery.message.Previews;
import io.chancery.message.Previews.Look;
import io.chancery.message.Previews.Preview;
import io.chancery.message.Previews.Preview.Problem;
import io.chancery.message.Previews.Preview.Shown;
import io.chancery.platform.ProblemException;
import io.chancery.template.Specimen;
import io.chancery.template.Specimens;
import io.chancery.vocabulary.Channel;
import io.chancery.web.author.Translations;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The version that is live, which what is typed is held against: nobody should publish a second page unawares. */
@ApplicationScoped
class Published {

    private static final Duration LOOKED_AT_AGAIN_AFTER = Duration.ofSeconds(20);
    private static final Duration KEPT_FOR = Duration.ofMinutes(10);
    private static final int MOST = 500;

    private final Specimens specimens;
    private final Previews previews;
    private final Cache<String, Optional<Specimen>> live =
            Caffeine.newBuilder().expireAfterWrite(LOOKED_AT_AGAIN_AFTER).build();
    private final Cache<Drawn, Integer> sizes =
            Caffeine.newBuilder().expireAfterWrite(KEPT_FOR).maximumSize(MOST).build();

    Published(Specimens specimens, Previews previews) {
        this.specimens = specimens;
        this.previews = previews;
    }

    /** A message on a channel that counts pages or segments. */
    private record Drawn(UUID version, String order, boolean masked, Measured measured) {}

    /** What is counted, and how it is said. */
    private enum Measured {
        PAGES(Channel.PRINT, "The letter has %d pages; with the live version it has %d"),
        SEGMENTS(Channel.SMS, "The text message has %d segments; with the live version it has %d");

        private final Channel channel;
        private final String words;

        Measured(Channel channel, String words) {
            this.channel = channel;
            this.words = words;
        }

        private int of(Preview preview) {
            var shown = preview.channels().get(channel.name());
            return shown == null ? 0 : count(shown);
        }

        private int count(Shown shown) {
            return Integer.parseInt(shown.envelope().getOrDefault(this == PAGES ? "pages" : "segments", "0"));
        }
    }

    /**
     * What has grown longer, in English.
     *
     * @param order which message it is, as the body of a preview
     */
    List<Problem> growth(String template, Preview typed, byte[] order, boolean masked) {
        var grown = new ArrayList<Problem>();
        for (var measured : Measured.values()) {
            int now = measured.of(typed);
            if (now > 1) {
                int before = live(template)
                        .map(one -> size(one, order, masked, measured))
                        .orElse(0);
                if (before > 0 && before < now) {
                    grown.add(new Problem(measured.channel.name(), measured.words.formatted(now, before)));
                }
            }
        }
        return grown;
    }

    private int size(Specimen one, byte[] order, boolean masked, Measured measured) {
        var drawn = new Drawn(one.version().id(), new String(order, StandardCharsets.UTF_8), masked, measured);
        return Objects.requireNonNull(sizes.get(drawn, key -> draw(one, order, masked, measured)));
    }

    private int draw(Specimen specimen, byte[] order, boolean masked, Measured measured) {
        try {
            return measured.of(
                    previews.preview(specimen, order, new Look(Set.of(measured.channel.name()), masked, false)));
        } catch (ProblemException unknown) {
            // A sample or a copy that only the draft has.
            return 0;
        }
    }

    /** Languages of a template whose text is still the live one while that of another is not. */
    List<Problem> leftBehind(Specimen typed) {
        var left = live(typed.version().key())
                .map(one -> Translations.leftBehind(one.version(), typed.version()))
                .orElse(List.of());
        return left.isEmpty()
                ? List.of()
                : List.of(new Problem(
                        "", "Not all languages are changed; as in the live version are " + String.join(", ", left)));
    }

    private Optional<Specimen> live(String template) {
        return Objects.requireNonNull(live.get(template, this::find));
    }

    private Optional<Specimen> find(String template) {
        try {
            return Optional.of(specimens.live(template));
        } catch (ProblemException none) {
            return Optional.empty();
        }
    }
}
