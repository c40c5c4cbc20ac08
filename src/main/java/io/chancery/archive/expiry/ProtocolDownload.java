package io.chancery.archive.expiry;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes the deletion protocol of an expiry as a file of any length, part by part, in the order in which it was deleted. */
@ApplicationScoped
class ProtocolDownload {

    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";

    private static final int AT_ONCE = 1_000;

    private final Deletions deletions;
    private final ObjectMapper json;

    ProtocolDownload(Deletions deletions, ObjectMapper json) {
        this.deletions = deletions;
        this.json = json;
    }

    /** Takes one record after the other. */
    private interface Sink {
        void take(DeletionRecord record) throws IOException;
    }

    private void each(UUID expiryId, Sink sink) throws IOException {
        for (var part = deletions.ofExpiry(expiryId, ProgressTable.START, AT_ONCE);
                !part.isEmpty();
                part = deletions.ofExpiry(expiryId, part.get(part.size() - 1).id(), AT_ONCE)) {
            for (var record : part) {
                sink.take(record);
            }
        }
    }

    void writeJson(UUID expiryId, OutputStream output) throws IOException {
        each(expiryId, record -> {
            output.write(json.writeValueAsBytes(record));
            output.write('\n');
        });
    }

    void writeCsv(UUID expiryId, OutputStream output) throws IOException {
        try (var csv = CsvWriter.builder().build(new OutputStreamWriter(output, StandardCharsets.UTF_8))) {
            csv.writeRecord(
                    "id",
                    "deletedAt",
                    "deliveryId",
                    "documentClass",
                    "channel",
                    "rule",
                    "keptUntil",
                    "documents",
                    "events",
                    "proposedBy",
                    "approvedBy");
            each(expiryId, record -> write(record, csv));
        }
    }

    private static void write(DeletionRecord record, CsvWriter csv) {
        var deleted = record.deleted();
        csv.writeRecord(
                record.id().toString(),
                record.deletedAt().toString(),
                deleted.deliveryId().toString(),
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
