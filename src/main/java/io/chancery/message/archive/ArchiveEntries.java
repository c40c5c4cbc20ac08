package io.chancery.message.archive;

import io.chancery.archive.Archive;
import io.chancery.archive.ArchiveSearch;
import io.chancery.archive.ArchiveSearch.Kept;
import io.chancery.archive.Event;
import io.chancery.archive.KeptRendition;
import io.chancery.archive.NewDocument.Part;
import io.chancery.archive.ScreenArchive;
import io.chancery.message.ArchiveDesk.ArchiveEntry;
import io.chancery.message.ArchiveDesk.ArchiveEntry.Attempt;
import io.chancery.message.ArchiveDesk.ArchiveEntry.Happening;
import io.chancery.message.ArchiveDesk.ArchiveItem;
import io.chancery.message.archive.query.ArchiveQuery;
import io.chancery.message.archive.search.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Single entries of the archive. */
@ApplicationScoped
public class ArchiveEntries {

    private final ArchiveSearches searches;
    private final ItemTable items;
    private final Archive archive;
    private final ScreenArchive screens;
    private final ArchiveSearch search;

    ArchiveEntries(
            ArchiveSearches searches, ItemTable items, Archive archive, ScreenArchive screens, ArchiveSearch search) {
        this.searches = searches;
        this.items = items;
        this.archive = archive;
        this.screens = screens;
        this.search = search;
    }

    /**
     * All that is known of a delivery.
     *
     * @param query that must find it, too
     * @param language of the sentences, ISO 639-1
     */
    @Transactional
    public ArchiveEntry get(UUID deliveryId, ArchiveQuery query, List<Condition> scope, String language) {
        var item = find(deliveryId, query, scope);
        var documents = search.documents(deliveryId);
        var events = archive.events(item.message().id()).stream()
                .filter(event -> event.deliveryId().equals(deliveryId))
                .map(event -> happening(event, language))
                .toList();
        boolean readable = documents.stream().map(Kept::content).allMatch(content -> content != null);
        var retention = search.retention(deliveryId).orElse(null);
        var attempts = readable ? items.attempts(deliveryId) : unsaid(deliveryId);
        return new ArchiveEntry(item, retention, documents, events, attempts);
    }

    private List<Attempt> unsaid(UUID deliveryId) {
        return items.attempts(deliveryId).stream().map(Attempt::withoutWords).toList();
    }

    /** The bytes as they were kept. */
    @Transactional
    public KeptRendition rendition(UUID deliveryId, Part part, ArchiveQuery query, List<Condition> scope) {
        var id = find(deliveryId, query, scope).id();
        var kept = part == Part.SENT ? archive.findRendition(id) : screens.read(id, part == Part.PDF);
        return kept.orElseThrow(UnknownEntryException::rendition);
    }

    /** Reads all words once more. */
    void rebuild() {
        search.rebuild();
    }

    private ArchiveItem find(UUID deliveryId, ArchiveQuery query, List<Condition> scope) {
        return searches.find(deliveryId, query, scope)
                .flatMap(id -> items.items(List.of(id)).stream().findFirst())
                .orElseThrow(UnknownEntryException::entry);
    }

    private static Happening happening(Event event, String language) {
        var reason = event.reason();
        return new Happening(
                event.id(),
                event.at(),
                event.kind(),
                event.attempt(),
                reason,
                reason == null ? null : reason.sentence(language),
                event.detail());
    }
}
