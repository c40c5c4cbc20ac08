package io.chancery.archive.export.dossier;

import io.chancery.archive.DeliverySelection.About;
import io.chancery.archive.commitment.EventCommitment;
import io.chancery.archive.document.OpenedDocument;
import io.chancery.archive.evidence.RowLine;
import io.chancery.archive.expiry.DeletionRecord;
import io.chancery.vocabulary.DeliveryStatus;
import io.chancery.vocabulary.EventKind;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that an export says of one delivery.
 *
 * @param about null if it is gone
 * @param rows in the order in which they are in the log
 * @param events the same, of those that can be told
 * @param documents by their parts
 * @param deletion of a delivery whose period is over; else null
 */
public record Dossier(
        UUID id,
        @Nullable About about,
        boolean erased,
        List<RowLine> rows,
        List<EventCommitment> events,
        List<OpenedDocument> documents,
        @Nullable DeletionRecord deletion) {

    /** Its id; empty if nobody knows it any more. */
    public String message() {
        var id = deletion == null ? null : deletion.deleted().messageId();
        return about == null ? Objects.toString(id, "") : about.message().toString();
    }

    /** Empty if nobody knows it any more. */
    public String channel() {
        var name = deletion == null ? "" : deletion.deleted().channel();
        return about == null ? name : about.channel().name();
    }

    /** After all events that are in the log. */
    public String status() {
        return deletion == null ? statusByEvents().code() : "deleted";
    }

    private DeliveryStatus statusByEvents() {
        var status = DeliveryStatus.ACCEPTED;
        for (var event : events) {
            status = after(status, event.kind());
        }
        return status;
    }

    /** What somebody has made of a row is told as it stands there; that it was made is for the verification to say. */
    private static DeliveryStatus after(DeliveryStatus status, String kind) {
        try {
            return EventKind.of(kind).after(status);
        } catch (IllegalArgumentException e) {
            return status;
        }
    }

    /** Why there is less than one might look for. */
    public Remark remark() {
        if (deletion != null) {
            return Remark.EXPIRED;
        }
        if (erased) {
            return Remark.ERASED;
        }
        boolean rendered = events.stream().anyMatch(event -> event.kind().equals(EventKind.RENDERED.code()));
        if (rows.isEmpty() || rendered && documents.isEmpty()) {
            return Remark.EXPIRED;
        }
        return documents.stream().anyMatch(document -> document.clear() == null) ? Remark.UNREADABLE : Remark.NONE;
    }
}
