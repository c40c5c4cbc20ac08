package io.chancery.archive.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.archive.commitment.DocumentCommitment;
import io.chancery.archive.commitment.EventCommitment;
import io.chancery.archive.log.Hash;
import io.chancery.archive.log.Leaf;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the record in an export: its leaf, the way to the root of the last checkpoint, and what opens its commitment.
 *
 * @param key of the row, by which its content can be checked; null if nobody can any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowLine(
        LeafLine leaf,
        long position,
        List<String> path,
        @Nullable String key,
        @Nullable EventContent event,
        @Nullable DocumentContent document,
        @Nullable DeletionContent deletion) {

    public RowLine {
        Objects.requireNonNull(leaf, "leaf");
        path = List.copyOf(path);
    }

    /** What an event says. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EventContent(
            UUID delivery,
            String at,
            String kind,
            int attempt,
            @Nullable String reason,
            Map<String, String> detail) {

        public EventContent {
            Objects.requireNonNull(delivery, "delivery");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(detail, "detail");
        }

        public static EventContent of(EventCommitment row) {
            return new EventContent(
                    row.deliveryId(),
                    EvidenceJson.instant(row.at()),
                    row.kind(),
                    row.attempt(),
                    row.reason(),
                    row.detail());
        }

        /** @throws java.time.DateTimeException if its time is none */
        public EventCommitment row(UUID id) {
            return new EventCommitment(id, delivery, EvidenceJson.instant(at), kind, attempt, reason, detail);
        }
    }

    /**
     * What is known of a document.
     *
     * @param file its bytes in clear, in the same folder
     * @param contextFile what they were made of, in the same folder
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DocumentContent(
            UUID customer,
            String mediaType,
            int size,
            String storedContextSha256,
            String archivedAt,
            String file,
            String contextFile) {

        public DocumentContent {
            Objects.requireNonNull(customer, "customer");
            Objects.requireNonNull(mediaType, "mediaType");
            Objects.requireNonNull(storedContextSha256, "storedContextSha256");
            Objects.requireNonNull(archivedAt, "archivedAt");
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(contextFile, "contextFile");
        }

        /**
         * The row of a leaf, if its bytes in clear are bound to it by these.
         *
         * @throws java.time.DateTimeException if its time is none
         */
        public DocumentCommitment row(Leaf leaf, byte[] clear) {
            var stored = leaf.stored() == null ? new byte[0] : leaf.stored().bytes();
            var context = Hash.ofHexadecimal(storedContextSha256).bytes();
            return new DocumentCommitment(
                    leaf.id(),
                    leaf.part(),
                    customer,
                    mediaType,
                    size,
                    new DocumentCommitment.Bytes(stored, context, clear),
                    EvidenceJson.instant(archivedAt));
        }
    }
}
