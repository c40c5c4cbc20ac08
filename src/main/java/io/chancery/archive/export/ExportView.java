package io.chancery.archive.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An export for its caller.
 *
 * @param deliveries how many of them are read
 * @param size of the ZIP in bytes, once it is ready
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Export")
record ExportView(
        UUID id,
        ExportStatus status,
        Instant requestedAt,
        String requestedBy,
        ExportRequest of,
        long deliveries,
        @Nullable Long size) {

    static ExportView of(Export export) {
        var scope = export.scope();
        var query = scope.query().isEmpty() ? null : scope.query();
        return new ExportView(
                export.id(),
                export.status(),
                export.requestedAt(),
                export.requestedBy(),
                new ExportRequest(scope.messageId(), scope.from(), scope.to(), query),
                export.plan().deliveries(),
                export.status() == ExportStatus.READY ? export.size() : null);
    }
}
