package io.chancery.archive;

import static java.util.stream.Collectors.toMap;

import io.chancery.archive.NewDocument.Part;
import io.chancery.archive.document.DocumentTable;
import io.chancery.archive.record.EventTable;
import io.chancery.archive.record.ScreenDocumentTable;
import io.chancery.platform.digest.Sha256;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Rendition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The documents behind the links of text messages: their exact bytes, and who opened them when. */
@ApplicationScoped
public class ScreenArchive {

    private final ScreenDocumentTable tokens;
    private final DocumentTable documents;
    private final EventTable events;
    private final Archive archive;

    ScreenArchive(ScreenDocumentTable tokens, DocumentTable documents, EventTable events, Archive archive) {
        this.tokens = tokens;
        this.documents = documents;
        this.events = events;
        this.archive = archive;
    }

    /** What a link leads to. Neither bytes nor words of it are known before it is {@link #read}. */
    public record Linked(UUID deliveryId, String language, boolean hasPdf, boolean expired) {}

    /**
     * Keeps the bytes, in the caller's transaction.
     *
     * @param customers who reads them, by delivery
     * @return by delivery what its events should say of them
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, Map<String, String>> keep(List<ScreenDocument> rendered, Map<UUID, UUID> customers) {
        if (rendered.isEmpty()) {
            return Map.of();
        }
        tokens.insert(rendered);
        var kept = rendered.stream()
                .flatMap(document -> parts(document, get(customers, document.deliveryId())))
                .toList();
        var hashes = documents.insert(kept);
        var details = rendered.stream().collect(toMap(ScreenDocument::deliveryId, ScreenArchive::until));
        for (int i = 0; i < hashes.size(); i++) {
            var name = kept.get(i).part() == Part.PAGE ? "page-stored-sha256" : "pdf-stored-sha256";
            get(details, kept.get(i).deliveryId()).put(name, Sha256.hexadecimal(hashes.get(i)));
        }
        return details;
    }

    private static Stream<NewDocument> parts(ScreenDocument document, UUID customerId) {
        var id = document.deliveryId();
        return Stream.concat(
                Stream.of(new NewDocument(id, customerId, Part.PAGE, document.page(), Map.of(), "")),
                Stream.ofNullable(document.pdf())
                        .map(pdf ->
                                new NewDocument(id, customerId, Part.PDF, named(pdf, document.page()), Map.of(), "")));
    }

    /** The page names the PDF that it leads to. */
    private static Rendition named(Rendition.Document pdf, Rendition.Page page) {
        var envelope = new HashMap<>(pdf.envelope());
        envelope.put("fileName", Objects.requireNonNull(page.envelope().get("pdf")));
        return new Rendition.Document(pdf.content(), envelope);
    }

    private static Map<String, String> until(ScreenDocument document) {
        return new HashMap<>(Map.of("page-until", document.expiresAt().toString()));
    }

    private static <T> T get(Map<UUID, T> found, UUID id) {
        return Objects.requireNonNull(found.get(id), () -> "Nothing is known of delivery " + id);
    }

    /** The document that a token leads to. */
    public Optional<Linked> find(String token) {
        return tokens.find(token);
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
        return Optional.ofNullable(
                documents.find(List.of(deliveryId), pdf ? Part.PDF : Part.PAGE).get(deliveryId));
    }
}
