package io.chancery.archive.search;

import static java.util.stream.Collectors.toMap;

import io.chancery.archive.KeptRendition;
import io.chancery.archive.NewDocument.Part;
import io.chancery.archive.document.DocumentTable;
import io.chancery.vocabulary.Rendition;
import io.chancery.vocabulary.words.RecipientKey;
import io.chancery.vocabulary.words.RenditionText;
import io.chancery.vocabulary.words.Words;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads the words of archived documents; those of erased customers are closed to it. */
@ApplicationScoped
class Reading {

    private static final Logger LOG = Logger.getLogger(Reading.class);

    private final DocumentTable documents;
    private final Map<String, RenditionText> texts;

    Reading(DocumentTable documents, @All List<RenditionText> texts) {
        this.documents = documents;
        this.texts = texts.stream().collect(toMap(RenditionText::mediaType, text -> text));
    }

    /**
     * What one delivery is found by.
     *
     * @param recipient {@link RecipientKey}
     * @param vector of all words, in the form of a tsvector
     */
    record Read(UUID deliveryId, @Nullable String recipient, String vector) {}

    /** What was sent with these deliveries, and the pages that it led to. */
    List<Read> read(List<UUID> deliveryIds) {
        var sent = documents.find(deliveryIds, Part.SENT);
        var pages = documents.find(deliveryIds, Part.PAGE);
        return sent.entrySet().stream()
                .map(entry -> read(entry.getKey(), entry.getValue(), pages.get(entry.getKey())))
                .toList();
    }

    private Read read(UUID id, KeptRendition sent, @Nullable KeptRendition page) {
        var words = new ArrayList<>(words(id, sent.rendition()));
        if (page != null) {
            words.addAll(words(id, page.rendition()));
        }
        return new Read(id, RecipientKey.of(sent.rendition()).orElse(null), WordVector.of(words));
    }

    private List<String> words(UUID id, Rendition rendition) {
        try {
            return Words.of(text(rendition));
        } catch (RuntimeException e) {
            // One that nobody can read is found by all else, and must not stop those behind it.
            LOG.warnf(
                    "The words of delivery %s cannot be read: %s",
                    id, e.getClass().getName());
            return List.of();
        }
    }

    private String text(Rendition rendition) {
        var text = texts.get(rendition.mediaType());
        return text == null ? new String(rendition.content(), StandardCharsets.UTF_8) : text.read(rendition);
    }
}
