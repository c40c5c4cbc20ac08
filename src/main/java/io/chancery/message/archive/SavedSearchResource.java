package io.chancery.message.archive;

import io.chancery.message.archive.query.ArchiveQuery;
import io.chancery.message.archive.query.InvalidSearchException;
import io.chancery.message.archive.query.QueryKey;
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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
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

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final int LONGEST_QUERY = 1000;

    private final SavedSearchTable searches;
    private final SecurityIdentity caller;

    SavedSearchResource(SavedSearchTable searches, SecurityIdentity caller) {
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
        return new SearchList(searches.list(client()));
    }

    @GET
    @Path("{name}")
    @RolesAllowed({"agent", "compliance", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.ARCHIVE, subject = "name")
    @Operation(summary = "Read a saved search: your own, or else one that is shared")
    public SavedSearch get(@PathParam("name") String name) {
        return searches.find(client(), name).orElseThrow(UnknownEntryException::search);
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
        if (!NAME.matcher(name).matches()) {
            throw InvalidSearchException.of("name", "has up to 63 of a-z, 0-9 and -, and does not begin with -");
        }
        var fields = BodyFields.read(body);
        fields.allow(Set.of("query", "shared"));
        var query = fields.required("query", LONGEST_QUERY);
        boolean shared = fields.flag("shared");
        fields.refuseFaulty(InvalidSearchException::new);
        if (ArchiveQuery.ofBody(query, Map.of()).find(QueryKey.RECIPIENT).isPresent()) {
            throw InvalidSearchException.of("query", "names a recipient, which cannot be saved");
        }
        searches.put(client(), name, query, shared);
        return get(name);
    }

    @DELETE
    @Path("{name}")
    @RolesAllowed({"agent", "compliance", "admin"})
    @Audited(value = AuditAction.DELETED, kind = SubjectKind.ARCHIVE, subject = "name")
    @Operation(summary = "Delete a search of your own")
    public void delete(@PathParam("name") String name) {
        if (!searches.delete(client(), name)) {
            throw UnknownEntryException.search();
        }
    }

    private UUID client() {
        return ApiClient.of(caller).id();
    }
}
