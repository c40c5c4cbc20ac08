package io.chancery.archive;

import io.chancery.vocabulary.EventKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The documents behind the links of text messages: their exact bytes, and who opened them when. */
@ApplicationScoped
public class ScreenArchive {

    private final ScreenDocumentTable documents;
    private final EventTable events;
    private final Archive archive;

    ScreenArchive(ScreenDocumentTable documents, EventTable events, Archive archive) {
        this.documents = documents;
        this.events = events;
        this.archive = archive;
    }

    /** What a link leads to. Neither bytes nor words of it are known before it is {@link #read}. */
    public record Linked(UUID deliveryId, String language, boolean hasPdf, boolean expired) {}

    /**
     * Keeps the bytes, in the caller's transaction.
     *
     * @return by delivery what its events should say of them
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, Map<String, String>> keep(List<ScreenDocument> rendered) {
        return rendered.isEmpty() ? Map.of() : documents.insert(rendered);
    }

    /** The document that a token leads to. */
    public Optional<Linked> find(String token) {
        return documents.find(token);
    }

    /** How often a document was opened of late. */
    public int countOpened(UUID deliveryId, Duration lately) {
        return events.count(deliveryId, EventKind.OPENED, lately);
    }

    /**
     * The bytes as they were kept, and an event that says that they were looked at: when and what, but not by whom.
     *
     * @param pdf whether that is asked for, and not the page
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public KeptRendition open(UUID deliveryId, boolean pdf) {
        archive.record(List.of(NewEvent.of(deliveryId, EventKind.OPENED, Map.of("document", pdf ? "pdf" : "page"))));
        return read(deliveryId, pdf).orElseThrow();
    }

    /** The bytes as they were kept, for those who look after the archive. */
    public Optional<KeptRendition> read(UUID deliveryId, boolean pdf) {
        return documents.read(deliveryId, pdf);
    }
}
