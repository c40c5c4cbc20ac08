package io.chancery.message.archive;

import io.chancery.message.ArchiveDesk;
import io.chancery.message.ArchiveDesk.SavedSearch;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.BodyFields;
import io.chancery.platform.security.ApiClient;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Searches of the archive that somebody wants to make again. */
@Path("/api/v1/archive/searches")
@Tag(name = "Archive")
@Produces(MediaType.APPLICATION_JSON)
class SavedSearchResource {

    private final ArchiveDesk desk;
    private final SavedSearches searches;
    private final SecurityIdentity caller;

    SavedSearchResource(ArchiveDesk desk, SavedSearches searches, SecurityIdentity caller) {
        this.desk = desk;
        this.searches = searches;
        this.caller = caller;
    }

    /** Saved searches. */
    record SearchList(List<SavedSearch> items) {}

    @GET
    @RolesAllowed({"agent", "compliance", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.ARCHIVE)
    @Operation(summary = "Your saved searches, and those that others share")
    public SearchList list() {
        return new SearchList(desk.savedSearches(caller));
    }

    @GET
    @Path("{name}")
    @RolesAllowed({"agent", "compliance", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.ARCHIVE, subject = "name")
    @Operation(summary = "Read a saved search: your own, or else one that is shared")
    public SavedSearch get(@PathParam("name") String name) {
        return searches.get(ApiClient.of(caller).id(), name);
    }

    @PUT
    @Path("{name}")
    @RolesAllowed({"agent", "compliance", "admin"})
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.ARCHIVE, subject = "name")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Save a search, or change it",
            description =
                    "The query is checked. It cannot name a recipient: addresses are kept where erasure finds them.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            value = "{\"query\": \"status:failed channel:sms\", \"shared\": true}")))
    public SavedSearch put(@PathParam("name") String name, byte[] body) {
        return desk.save(name, BodyFields.read(body), caller);
    }

    @DELETE
    @Path("{name}")
    @RolesAllowed({"agent", "compliance", "admin"})
    @Audited(value = AuditAction.DELETED, kind = SubjectKind.ARCHIVE, subject = "name")
    @Operation(summary = "Delete a search of your own")
    public void delete(@PathParam("name") String name) {
        desk.deleteSearch(name, caller);
    }
}
