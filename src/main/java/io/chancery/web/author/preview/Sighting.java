package io.chancery.web.author.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.message.Previews.Preview.Planned;
import io.chancery.message.Previews.Preview.Problem;
import io.chancery.render.PagePictures.Sheet;
import io.chancery.render.PagePictures.Zone;
import io.chancery.template.ImportReport.SourceFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as its author sees it, on those channels that were asked for and can carry it.
 *
 * @param faults what is wrong with the sources
 * @param problems what is wrong with what was made of them
 * @param refusal why nothing could be made of them at all; null if something could
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Sighting(
        List<SourceFault> faults,
        List<Problem> problems,
        @Nullable String refusal,
        @Nullable Letter print,
        @Nullable Mail email,
        @Nullable Sms sms,
        @Nullable Judgement judgement) {

    /** The first pages, and how many there are. */
    record Letter(List<Sheet> pages, int count, List<Zone> zones) {}

    /** A mail that needs nothing from anywhere. */
    record Mail(
            String from, String to, String subject, List<String> attachments, String html, String text, int bytes) {}

    /**
     * A text message.
     *
     * @param segments each as one part of it goes over the air
     * @param cost with its currency; empty if nobody has said what a segment costs
     */
    record Sms(
            String from, String to, String text, List<String> segments, String encoding, int characters, String cost) {}

    /**
     * What can be said of the whole.
     *
     * @param readingEase null if that was not asked for or cannot be said
     * @param plan the channels in the order in which they would be used
     */
    record Judgement(@Nullable Integer readingEase, String language, List<Planned> plan) {}
}
