package io.chancery.render.difference;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.chancery.render.difference.text.LineDiff;
import io.chancery.render.difference.text.Masks;
import io.chancery.vocabulary.Rendition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What differs between two messages that are nothing but text, such as SMS.
 *
 * @param oldSegments how many text messages it is charged as; 0 if it is none
 * @param lines that are gone or new
 * @param envelope what differs beside the text, such as the sender
 */
public record TextDifference(
        @JsonProperty("old") String before,
        @JsonProperty("new") String after,
        int oldSegments,
        int newSegments,
        List<String> lines,
        List<ValueDifference> envelope)
        implements Difference {

    private static final String SEGMENTS = "segments";

    public static TextDifference between(Rendition.Text old, Rendition.Text now, Masks masks) {
        var before = text(old);
        var after = text(now);
        return new TextDifference(
                before,
                after,
                segments(old),
                segments(now),
                LineDiff.between(masks.masked(before), masks.masked(after)),
                ValueDifference.between(old.envelope(), now.envelope(), masks));
    }

    private static String text(Rendition.Text text) {
        return new String(text.content(), StandardCharsets.UTF_8);
    }

    private static int segments(Rendition.Text text) {
        return Integer.parseInt(text.envelope().getOrDefault(SEGMENTS, "0"));
    }

    @Override
    public List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        if (!lines.isEmpty()) {
            findings.add(new Finding("The text differs", lines));
        }
        envelope.forEach(value -> findings.add(value.finding()));
        return List.copyOf(findings);
    }
}
