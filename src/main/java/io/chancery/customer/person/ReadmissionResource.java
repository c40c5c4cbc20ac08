package io.chancery.customer.person;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.BodyFields;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets records of erased persons in again. */
@Path("/api/v1/sources/{source}/records/{id}/readmission")
@Tag(name = "Sources")
class ReadmissionResource {

    private static final int LONGEST_REASON = 200;

    private final ErasedRecords erased;

    ReadmissionResource(ErasedRecords erased) {
        this.erased = erased;
    }

    /** Why a record is not let in. */
    private static final class ReadmissionException extends ProblemException {

        private ReadmissionException(int status, String code, String message, List<Fault> faults) {
            super(status, code, message, faults);
        }

        static ReadmissionException unknown() {
            return new ReadmissionException(
                    404,
                    "unknown-erased-record",
                    "The source has no such record of a person who was erased",
                    List.of());
        }

        static ReadmissionException invalid(List<Fault> faults) {
            return new ReadmissionException(422, "invalid-readmission", "The record is not let in", faults);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"steward", "compliance"})
    @Audited(
            value = AuditAction.RELEASED,
            kind = SubjectKind.RECORD,
            subject = "id",
            detail = {"source", "/reason"})
    @Transactional
    @Operation(
            summary = "The person of an erased record is a customer again: from now on it is taken",
            description =
                    "The source delivers it once more; it makes a new customer with a new UCID. The reason names no person.")
    @APIResponse(responseCode = "204", description = "Will be taken")
    @APIResponse(responseCode = "404", description = "unknown-erased-record")
    public void post(@PathParam("source") String source, @PathParam("id") String id, byte[] body) {
        var fields = BodyFields.read(body);
        fields.allow(Set.of("reason"));
        fields.required("reason", LONGEST_REASON);
        fields.refuseFaulty(ReadmissionException::invalid);
        if (!erased.readmit(source, id)) {
            throw ReadmissionException.unknown();
        }
    }
}
