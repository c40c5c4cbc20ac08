package io.chancery.archive.export.dossier;

import io.chancery.archive.Archive;
import io.chancery.archive.Delivery;
import io.chancery.archive.DeliverySelection;
import io.chancery.archive.DeliverySelection.About;
import io.chancery.archive.commitment.DocumentCommitment;
import io.chancery.archive.commitment.EventCommitment;
import io.chancery.archive.document.OpenedDocument;
import io.chancery.archive.document.OpenedDocuments;
import io.chancery.archive.evidence.DeletionContent;
import io.chancery.archive.evidence.EvidenceJson;
import io.chancery.archive.evidence.EvidenceNames;
import io.chancery.archive.evidence.LeafLine;
import io.chancery.archive.evidence.RowLine;
import io.chancery.archive.expiry.DeletionRecord;
import io.chancery.archive.expiry.Deletions;
import io.chancery.archive.export.dossier.EventRows.EventRow;
import io.chancery.archive.key.CustomerKey;
import io.chancery.archive.key.CustomerKeys;
import io.chancery.archive.log.Hash;
import io.chancery.archive.log.Leaf;
import io.chancery.archive.log.LeafKind;
import io.chancery.archive.proof.GrownTree;
import io.chancery.archive.seal.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Reads all that an export says of deliveries. */
@ApplicationScoped
public class Dossiers {

    private final Archive archive;
    private final EventRows events;
    private final OpenedDocuments documents;
    private final CustomerKeys keys;
    private final DeliverySelection selection;
    private final Deletions deletions;

    Dossiers(
            Archive archive,
            EventRows events,
            OpenedDocuments documents,
            CustomerKeys keys,
            DeliverySelection selection,
            Deletions deletions) {
        this.deletions = deletions;
        this.selection = selection;
        this.archive = archive;
        this.events = events;
        this.documents = documents;
        this.keys = keys;
    }

    /** Of these deliveries, in their order, as they were when the log had grown into this tree. */
    public List<Dossier> read(List<UUID> deliveryIds, GrownTree tree) {
        var about = selection.about(deliveryIds);
        return deliveryIds.stream().map(id -> read(id, about.get(id), tree)).toList();
    }

    private Dossier read(UUID deliveryId, @Nullable About about, GrownTree tree) {
        var delivery = archive.findDeliveries(List.of(deliveryId)).stream().findFirst();
        var key = delivery.map(Delivery::customerId)
                .map(reader -> keys.find(Map.of(deliveryId, reader)).get(deliveryId))
                .orElse(null);
        boolean erased = delivery.isPresent() && key == null;
        var gathered = new Gathered(deliveryId, tree, key);
        events.of(deliveryId).forEach(gathered::add);
        documents.of(deliveryId).forEach(gathered::add);
        deletions.find(deliveryId).ifPresent(gathered::add);
        return gathered.dossier(about, erased);
    }

    /** What an export calls the files of a document. */
    static String fileName(OpenedDocument document, String ending) {
        return List.of("sent", "page", "pdf").get(document.part()) + ending;
    }

    /** Rows as they come. */
    private static final class Gathered {

        private final UUID deliveryId;
        private final GrownTree tree;
        private final @Nullable CustomerKey key;
        private final List<RowLine> rows = new ArrayList<>();
        private final List<Placed> told = new ArrayList<>();
        private final List<OpenedDocument> documents = new ArrayList<>();
        private @Nullable DeletionRecord deletion;

        /** An event and its position. */
        private record Placed(long position, EventCommitment event) {}

        Gathered(UUID deliveryId, GrownTree tree, @Nullable CustomerKey key) {
            this.deliveryId = deliveryId;
            this.tree = tree;
            this.key = key;
        }

        void add(EventRow row) {
            var content = row.content();
            var leaf = Leaf.of(LeafKind.EVENT, Long.parseUnsignedLong(row.tx()), content.id(), row.commitment());
            position(row.tx(), leaf).ifPresent(position -> {
                var rowKey = row.isCommitted() && key != null ? content.rowKey(key.commitments()) : null;
                var line = rowKey == null ? null : RowLine.EventContent.of(content);
                rows.add(new RowLine(LeafLine.of(leaf), position, tree.path(position), text(rowKey), line, null, null));
                told.add(new Placed(position, content));
            });
        }

        void add(OpenedDocument document) {
            var stored = document.stored();
            var leaf = Leaf.document(
                    Long.parseUnsignedLong(document.tx()),
                    deliveryId,
                    document.part(),
                    stored.sha256(),
                    stored.commitment());
            position(document.tx(), leaf).ifPresent(position -> {
                var rowKey =
                        key == null ? null : DocumentCommitment.rowKey(key.commitments(), deliveryId, document.part());
                var line = rowKey == null ? null : line(document);
                rows.add(new RowLine(LeafLine.of(leaf), position, tree.path(position), text(rowKey), null, line, null));
                documents.add(document);
            });
        }

        void add(Deletions.Proven proven) {
            var record = proven.record();
            var leaf = Leaf.of(
                    LeafKind.DELETION_RECORD,
                    Long.parseUnsignedLong(proven.tx()),
                    record.id(),
                    Hash.of(proven.commitment()));
            position(proven.tx(), leaf).ifPresent(position -> {
                var content = DeletionContent.of(record);
                var path = tree.path(position);
                rows.add(new RowLine(LeafLine.of(leaf), position, path, text(proven.key()), null, null, content));
                deletion = record;
            });
        }

        private Optional<Long> position(String tx, Leaf leaf) {
            var place = new Place(tx, leaf.kind().code(), leaf.id(), leaf.part());
            var position = tree.position(place, leaf);
            return position.isPresent() ? Optional.of(position.getAsLong()) : Optional.empty();
        }

        private static @Nullable String text(@Nullable SecretKey rowKey) {
            return rowKey == null ? null : HexFormat.of().formatHex(rowKey.getEncoded());
        }

        private static RowLine.DocumentContent line(OpenedDocument document) {
            return new RowLine.DocumentContent(
                    document.customerId(),
                    document.mediaType(),
                    document.size(),
                    document.stored().contextSha256().toString(),
                    EvidenceJson.instant(document.archivedAt()),
                    fileName(document, EvidenceNames.extension(document.mediaType())),
                    fileName(document, ".context.json"));
        }

        Dossier dossier(@Nullable About about, boolean erased) {
            rows.sort(Comparator.comparingLong(RowLine::position));
            told.sort(Comparator.comparingLong(Placed::position));
            return new Dossier(
                    deliveryId,
                    about,
                    erased,
                    rows,
                    told.stream().map(Placed::event).toList(),
                    documents,
                    deletion);
        }
    }
}
