package io.chancery.archive.expiry;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.platform.download.ListDownload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The deletion protocol of an expiry as a file of any length, in the order in which it was deleted. */
@ApplicationScoped
public class ProtocolDownload {

    private static final int AT_ONCE = 1_000;

    private static final List<String> COLUMNS = List.of(
            "id",
            "deletedAt",
            "deliveryId",
            "messageId",
            "documentClass",
            "channel",
            "rule",
            "keptUntil",
            "documents",
            "events",
            "proposedBy",
            "approvedBy");

    private final Deletions deletions;
    private final ObjectMapper json;

    ProtocolDownload(Deletions deletions, ObjectMapper json) {
        this.deletions = deletions;
        this.json = json;
    }

    public Response respond(UUID expiryId, MediaType type) {
        return new ListDownload<>(json, COLUMNS, ProtocolDownload::cells)
                .respond(
                        type,
                        "deletions-" + expiryId,
                        last -> deletions.ofExpiry(expiryId, last == null ? ProgressTable.START : last.id(), AT_ONCE));
    }

    private static List<String> cells(DeletionRecord record) {
        var deleted = record.deleted();
        return List.of(
                record.id().toString(),
                record.deletedAt().toString(),
                deleted.deliveryId().toString(),
                deleted.messageId().toString(),
                deleted.documentClass(),
                deleted.channel(),
                deleted.rule(),
                deleted.keptUntil().toString(),
                deleted.parts().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                deleted.events().stream().map(UUID::toString).collect(Collectors.joining(" ")),
                record.proposedBy(),
                record.approvedBy());
    }
}
