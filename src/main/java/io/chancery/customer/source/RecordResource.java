package io.chancery.customer.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.customer.record.RecordVersion;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.BodyFields;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the sources deliver. */
@Path("/api/v1/sources/{source}/records")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sources")
class RecordResource {

    private static final int MAX_LIMIT = 200;

    private final Records records;

    RecordResource(Records records) {
        this.records = records;
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"system", "steward", "admin"})
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.RECORD, subject = "id", detail = "source", intake = true)
    @Operation(summary = "Takes one record: a JSON object with the source's own column names")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT), examples = @ExampleObject(value = """
                    {"KUNDENNR": "K100042", "NAME": "Muster, Ida", "STRASSE": "Am Hang", "HAUSNR": "5", "PLZ": "12043",
                     "ORT": "Berlin", "LAND": "Deutschland", "TEL": "0171 3920001", "EMAIL": "ida@example.org"}
                    """)))
    @APIResponse(
            responseCode = "200",
            description = "created, updated, unchanged, outdated (the source had said something newer) or deleted, and"
                    + " which values were dropped")
    @APIResponse(responseCode = "422", description = "invalid-record: nothing was taken")
    public Records.Taken put(@PathParam("source") String source, @PathParam("id") String id, String columns) {
        return records.put(source, id, columns);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({"system", "steward", "admin"})
    @Audited(value = AuditAction.DELETED, kind = SubjectKind.RECORD, subject = "id", detail = "source")
    @Operation(summary = "Forgets one record, with everything that it said before")
    public void delete(@PathParam("source") String source, @PathParam("id") String id) {
        records.remove(source, id);
    }

    @POST
    @Path("/{id}/rename")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"system", "steward", "admin"})
    @Audited(
            value = AuditAction.CHANGED,
            kind = SubjectKind.RECORD,
            subject = "id",
            detail = {"source", "/to"})
    @Operation(
            summary = "The source knows the record by another id from now on",
            description =
                    "Customer, link, history and decisions stay with the record. Without this, a record that comes"
                            + " under a new id is a new record; matching finds out to whom it belongs.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(value = "{\"to\": \"K200042\"}")))
    @APIResponse(responseCode = "204", description = "Renamed")
    @APIResponse(responseCode = "409", description = "record-exists: the source has another record of that id")
    public void rename(@PathParam("source") String source, @PathParam("id") String id, byte[] body) {
        var fields = BodyFields.read(body);
        fields.allow(Set.of("to"));
        var to = fields.required("to", RecordReader.MAX_ID_LENGTH);
        fields.refuseFaulty(SourceException::invalidRecord);
        records.rename(source, id, to);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"system", "steward", "compliance", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.RECORD, subject = "id", detail = "source")
    @Operation(summary = "One record as the source wrote it, as we read it, and whose it is")
    public RecordView get(@PathParam("source") String source, @PathParam("id") String id) {
        return records.get(source, id);
    }

    /**
     * A part of what the source said, newest first.
     *
     * @param next for the parameter {@code next} of the part with older ones; missing at the end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Versions(List<RecordVersion> items, @Nullable Integer next) {}

    @GET
    @Path("/{id}/versions")
    @RolesAllowed({"system", "steward", "compliance", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.RECORD, subject = "id", detail = "source")
    @Operation(summary = "Everything that the source said about the record, newest first; the first counts")
    public Versions versions(
            @PathParam("source") String source,
            @PathParam("id") String id,
            @QueryParam("next") @Nullable Integer next,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw SourceException.invalidQuery("A limit is 1 to " + MAX_LIMIT);
        }
        var items = records.versions(source, id, next, limit);
        return new Versions(
                items, items.size() < limit ? null : items.get(limit - 1).version());
    }
}
