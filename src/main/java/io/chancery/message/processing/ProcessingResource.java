package io.chancery.message.processing;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.download.InertText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is processed of persons, for what, for whom and for how long. */
@Path("/api/v1/processing-record")
@Tag(name = "Data protection")
class ProcessingResource {

    private static final String DESCRIPTION =
            "Made from the templates that are live: purpose, data and their categories, providers as processors, period. Who"
                    + " answers for it stands in chancery.controller. As JSON, HTML or CSV, by Accept; in German by Accept-Language.";

    private final ProcessingRecords records;

    ProcessingResource(ProcessingRecords records) {
        this.records = records;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"compliance", "admin"})
    @Audited(value = AuditAction.EXPORTED, kind = SubjectKind.TEMPLATE)
    @Operation(summary = "The record of processing activities (GDPR Art. 30)", description = DESCRIPTION)
    public ProcessingRecord get() {
        return records.make();
    }

    @GET
    @Produces("text/html;charset=UTF-8")
    @RolesAllowed({"compliance", "admin"})
    @Audited(value = AuditAction.EXPORTED, kind = SubjectKind.TEMPLATE)
    @Operation(summary = "The record of processing activities (GDPR Art. 30)", description = DESCRIPTION)
    public String html(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return page(language).html();
    }

    @GET
    @Produces("text/csv;charset=UTF-8")
    @RolesAllowed({"compliance", "admin"})
    @Audited(value = AuditAction.EXPORTED, kind = SubjectKind.TEMPLATE)
    @Operation(summary = "The record of processing activities (GDPR Art. 30)", description = DESCRIPTION)
    public String csv(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) throws IOException {
        var page = page(language);
        var text = new StringWriter();
        var csv = CsvWriter.builder().build(text);
        csv.writeRecord(page.columns());
        page.rows()
                .forEach(row -> csv.writeRecord(row.stream().map(InertText::of).toList()));
        csv.flush();
        return text.toString();
    }

    private RecordPage page(@Nullable String language) {
        boolean german = language != null && language.toLowerCase(Locale.ROOT).startsWith("de");
        return new RecordPage(records.make(), german);
    }
}
