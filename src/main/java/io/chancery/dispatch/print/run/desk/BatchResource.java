package io.chancery.dispatch.print.run.desk;

import io.chancery.dispatch.PrintRuns;
import io.chancery.dispatch.print.run.BatchFolder;
import io.chancery.dispatch.print.run.BatchMaking;
import io.chancery.dispatch.print.run.store.BatchState;
import io.chancery.dispatch.print.run.store.StoredBatch;
import io.chancery.dispatch.print.stream.LetterException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The files of a print run. */
@Path("/api/v1/print-runs/{number}/batches/{name}")
@Tag(name = "Print runs")
class BatchResource {

    private final BatchRetry batches;
    private final BatchMaking making;
    private final PrintRuns runs;

    BatchResource(BatchRetry batches, BatchMaking making, PrintRuns runs) {
        this.batches = batches;
        this.making = making;
        this.runs = runs;
    }

    @GET
    @RolesAllowed({"operator", "admin"})
    @Audited(value = AuditAction.EXPORTED, kind = SubjectKind.PRINT_RUN, subject = "number", detail = "name")
    @Operation(
            summary = "Download a batch as the printer gets it: letters of people",
            description = "A zip with the PDF and both manifests, made of the archive once more: the same bytes.")
    @APIResponse(responseCode = "200", description = "application/zip")
    @APIResponse(responseCode = "404", description = "unknown-print-run, unknown-batch")
    @APIResponse(responseCode = "409", description = "print-run-data-deleted, batch-not-held, letter-gone")
    public Response download(@PathParam("number") int number, @PathParam("name") String name) throws IOException {
        if (runs.get(number).dataDeleted()) {
            throw PrintRunException.wiped();
        }
        var batch = batches.get(number, name);
        if (batch.state() == BatchState.EMPTY) {
            throw PrintRunException.alreadySent();
        }
        var folder = made(batch);
        StreamingOutput body = output -> {
            try (folder) {
                Files.copy(folder.zip(), output);
            }
        };
        return Response.ok(body, "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + batch.name() + ".zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private BatchFolder made(StoredBatch batch) throws IOException {
        var folder = making.folder();
        boolean done = false;
        try {
            making.write(batch, folder);
            done = true;
            return folder;
        } catch (LetterException gone) {
            throw PrintRunException.changed();
        } finally {
            if (!done) {
                folder.close();
            }
        }
    }

    @POST
    @Path("retry")
    @RolesAllowed({"operator", "admin"})
    @Audited(value = AuditAction.STARTED, kind = SubjectKind.PRINT_RUN, subject = "number", detail = "name")
    @Operation(
            summary = "Hand a batch over once more that is held, or waits for its next attempt",
            description = "Look at its problem first: a printer that broke off may have printed it.")
    @APIResponse(responseCode = "204", description = "It goes within seconds")
    @APIResponse(responseCode = "404", description = "unknown-batch")
    @APIResponse(responseCode = "409", description = "batch-not-held")
    public void retry(@PathParam("number") int number, @PathParam("name") String name) {
        runs.retry(number, name);
    }
}
