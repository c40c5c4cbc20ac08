package io.chancery.archive;

import io.chancery.vocabulary.Rendition;
import java.util.Map;
import java.util.UUID;

/**
 * Exact bytes that are about to be archived.
 *
 * @param customerId of who reads them, with whose key they are encrypted
 * @param used what they were made of: whatever can be written as JSON, by name
 * @param kind documents of one kind resemble each other; empty if it resembles none
 */
public record NewDocument(
        UUID deliveryId, UUID customerId, Part part, Rendition rendition, Map<String, Object> used, String kind) {

    /** Which of a delivery's documents it is; the numbers are those of the archive. */
    public enum Part {
        /** What was sent itself. */
        SENT,
        /** The page that its link leads to. */
        PAGE,
        /** The PDF that its link leads to. */
        PDF
    }

    /** What was sent, made of nothing that would have to be told. */
    public static NewDocument sent(UUID deliveryId, UUID customerId, Rendition rendition) {
        return new NewDocument(deliveryId, customerId, Part.SENT, rendition, Map.of(), "");
    }
}
