package io.chancery.message.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.vocabulary.Rendition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as each channel would carry it.
 *
 * @param version 0 for the draft
 * @param channels by name; a channel that cannot carry the message has a problem instead. With {@code screen}, the page
 *     that the text message leads to, if it does
 * @param readingEase 0, for specialists, to 100, for children (Flesch and its like); below 30 nobody likes to read; null if it
 *     cannot be said
 * @param plan the channels that would be used, in their order
 */
record Preview(
        String template,
        int version,
        String language,
        List<String> fixtures,
        Map<String, Shown> channels,
        List<Problem> problems,
        @Nullable Integer readingEase,
        List<Planned> plan) {

    /**
     * What would leave the house on one channel.
     *
     * @param bytes length of the content
     * @param envelope what the adapter is told, such as {@code pages}, {@code segments} or {@code subject}
     * @param content the exact bytes, Base64
     * @param advertising whether what the message promotes is in it, and why; null if it promotes nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            String mediaType,
            int bytes,
            Map<String, String> envelope,
            byte[] content,
            @Nullable String advertising) {

        static Shown of(Rendition rendition, @Nullable String advertising) {
            return new Shown(
                    rendition.mediaType(),
                    rendition.content().length,
                    rendition.envelope(),
                    rendition.content(),
                    advertising);
        }

        Rendition rendition() {
            return Rendition.of(mediaType, content, envelope);
        }
    }

    /** What an author has to see to. */
    record Problem(String channel, String detail) {}

    /**
     * What would become of one channel.
     *
     * @param use {@code first}, {@code fallback}, {@code unused} or {@code stopped}
     * @param reason a code from the closed list, and {@code why} in words; null unless stopped
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Planned(String channel, String use, @Nullable String reason, String why) {}
}
