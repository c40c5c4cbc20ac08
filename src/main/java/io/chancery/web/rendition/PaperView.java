package io.chancery.web.rendition;

import io.chancery.vocabulary.Rendition;

/**
 * A letter as the page describes it; the PDF itself stands in a frame.
 *
 * @param pages empty if it is not on record
 */
public record PaperView(String fileName, String pages, FileSize size) {

    static PaperView of(Rendition.Document document) {
        var envelope = document.envelope();
        return new PaperView(
                envelope.getOrDefault("fileName", "PDF"),
                envelope.getOrDefault("pages", ""),
                new FileSize(document.content().length));
    }
}
