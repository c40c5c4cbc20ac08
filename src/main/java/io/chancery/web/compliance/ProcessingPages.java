package io.chancery.web.compliance;

import io.chancery.message.ArchiveDesk;
import io.chancery.message.ArchiveDesk.ProcessingTable;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.web.Reader;
import io.chancery.web.form.Visit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The record of processing activities. */
@Path("/processing-record")
@Produces(MediaType.TEXT_HTML)
class ProcessingPages {

    private final ArchiveDesk desk;
    private final Visit visit;

    ProcessingPages(ArchiveDesk desk, Visit visit) {
        this.desk = desk;
        this.visit = visit;
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance record(Reader reader, ProcessingTable table);
    }

    @GET
    @RolesAllowed({"compliance", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.TEMPLATE)
    @Operation(hidden = true)
    public Response record() {
        var reader = visit.reader();
        return visit.answer(Pages.record(reader, desk.processing(reader.language())));
    }
}
