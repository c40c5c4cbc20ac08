package io.chancery.customer.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The systems that deliver customers. */
@Path("/api/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sources")
class SourceResource {

    private final Sources sources;
    private final Catalogue catalogue;

    SourceResource(Sources sources, Catalogue catalogue) {
        this.sources = sources;
        this.catalogue = catalogue;
    }

    /** All sources; there are never so many that they need pages. */
    record SourceList(List<Catalogue.Item> items) {}

    @GET
    @RolesAllowed({"system", "steward", "agent", "compliance", "operator", "admin"})
    @Operation(
            summary = "The catalogue: all sources, what they bring, how complete, fresh and good it is",
            description = "Counted at most a minute ago, and anew after an import.")
    public SourceList list() {
        return new SourceList(catalogue.list());
    }

    @GET
    @Path("/{source}")
    @RolesAllowed({"system", "steward", "agent", "compliance", "operator", "admin"})
    @Operation(summary = "One source with its mapping, and what it has brought")
    public Catalogue.Item get(@PathParam("source") String source) {
        return catalogue.get(source);
    }

    @PUT
    @Path("/{source}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"system", "steward", "admin"})
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.SOURCE, subject = "source")
    @Operation(summary = "Sets a source up: title, trust and what its columns mean")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT), examples = @ExampleObject(value = """
                    {"title": "Abrechnung", "trust": 90, "owner": "Rechnungswesen",
                     "usedFor": ["inform", "request-payment"], "owns": ["birthDate"], "wants": ["street", "email"], "mapping": {
                      "format": "csv", "delimiter": ";", "encoding": "UTF-8", "id": "KUNDENNR",
                      "modified": {"column": "GEAENDERT", "pattern": "dd.MM.yyyy HH:mm", "zone": "Europe/Berlin"},
                      "defaults": {"country": "DE", "language": "de"},
                      "fields": [
                        {"kind": "full-name", "column": "NAME"},
                        {"kind": "street", "template": "{STRASSE} {HAUSNR}"},
                        {"kind": "postcode", "column": "PLZ"},
                        {"kind": "city", "column": "ORT"},
                        {"kind": "preferred-channel", "column": "KANAL", "values": {"Papier": "print"}},
                        {"kind": "birth-date", "column": "GEBDAT", "pattern": "dd.MM.yyyy"}],
                      "consents": [
                        {"column": "WERBUNG", "values": {"J": "confirmed", "N": "unsubscribed"}, "channels": ["email"]}]}}
                    """)))
    @APIResponse(responseCode = "200", description = "The source as it is set up now")
    @APIResponse(responseCode = "422", description = "invalid-source: each fault with its pointer")
    public Source put(@PathParam("source") String source, JsonNode definition) {
        return sources.put(source, definition);
    }
}
