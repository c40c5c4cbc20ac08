package io.chancery.customer.insight;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.BodyFields;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What would become of a record. */
@Path("/api/v1/match")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
class MatchResource {

    private static final int LONGEST_NAME = 200;

    private final Trial trial;

    MatchResource(Trial trial) {
        this.trial = trial;
    }

    /**
     * A record that is only tried.
     *
     * @param record its id, if it is to stand for one that the source delivered already
     * @param columns in the source's own names
     */
    record Order(String source, @Nullable String record, ObjectNode columns) {

        static Order read(byte[] body) {
            var fields = BodyFields.read(body);
            fields.allow(Set.of("source", "record", "columns"));
            var source = fields.required("source", LONGEST_NAME);
            var record = fields.text("record", LONGEST_NAME);
            if (!fields.has("columns")) {
                fields.fault("columns", "is missing");
            }
            fields.within("columns");
            fields.refuseFaulty(InvalidMatchException::new);
            return new Order(source, record, (ObjectNode) fields.node("columns"));
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"system", "steward", "agent", "admin"})
    @Audited(
            value = AuditAction.SEARCHED,
            kind = SubjectKind.CUSTOMER,
            detail = {"/source", "/record"})
    @Operation(
            summary = "Tells what would become of a record, and changes nothing",
            description = "Whose it would be, what a steward would be asked, and which records resemble it most.")
    @APIResponse(responseCode = "422", description = "invalid-match, invalid-record: each fault with its pointer")
    @RequestBody(content = @Content(schema = @Schema(implementation = Order.class)))
    public Trial.Outcome match(byte[] body, @HeaderParam("Accept-Language") @DefaultValue("en") String languages) {
        return trial.run(Order.read(body), Explanations.forCaller(languages));
    }

    private static final class InvalidMatchException extends ProblemException {

        InvalidMatchException(List<Fault> faults) {
            super(422, "invalid-match", "This record cannot be tried", faults);
        }
    }
}
