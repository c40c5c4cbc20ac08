package io.chancery.web.rendition;

import io.chancery.vocabulary.Rendition;
import java.nio.charset.StandardCharsets;

/** A short message as it appears on a telephone, with what it costs to send. */
public record TextView(String from, String to, String text, String encoding, String segments) {

    static TextView of(Rendition.Text rendition) {
        var envelope = rendition.envelope();
        return new TextView(
                envelope.getOrDefault("from", ""),
                envelope.getOrDefault("to", ""),
                new String(rendition.content(), StandardCharsets.UTF_8),
                envelope.getOrDefault("encoding", "").replace('_', '-'),
                envelope.getOrDefault("segments", "1"));
    }

    /** How many characters a person counts. */
    public int characters() {
        return text.codePointCount(0, text.length());
    }
}
