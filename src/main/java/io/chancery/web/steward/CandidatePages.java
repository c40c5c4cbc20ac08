package io.chancery.web.steward;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chancery.customer.OperationResult;
import io.chancery.customer.StewardDesk;
import io.chancery.platform.ProblemException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.web.Reader;
import io.chancery.web.Readers;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Uncertain pairs, one after the other. */
@Path("/match-candidates")
@Produces(MediaType.TEXT_HTML)
class CandidatePages {

    private static final int DECK = 8;

    private final Readers readers;
    private final StewardDesk desk;
    private final SecurityIdentity caller;

    CandidatePages(Readers readers, StewardDesk desk, SecurityIdentity caller) {
        this.readers = readers;
        this.desk = desk;
        this.caller = caller;
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance list(Reader reader, Deck deck);
    }

    /**
     * The pairs that are dealt.
     *
     * @param kind null for all
     * @param next where the following pairs begin; null after the last
     */
    record Deck(
            List<PairSheet> pairs,
            long total,
            @Nullable String kind,
            @Nullable String next,
            Notice notice) {

        private static final List<String> KINDS = List.of("above", "below", "margin", "duplicate", "update");

        public List<String> kinds() {
            return KINDS;
        }

        public String query() {
            return kind == null ? "?" : "?kind=" + kind + "&";
        }
    }

    /**
     * What came of the decision before.
     *
     * @param operation by which it can be taken back
     * @param problem why it could not be carried out; a code
     */
    record Notice(@Nullable UUID operation, @Nullable String problem) {}

    @GET
    @RolesAllowed({"steward", "admin"})
    @Audited(value = AuditAction.SEARCHED, kind = SubjectKind.MATCH_CANDIDATE, detail = "kind")
    @Operation(hidden = true)
    public String list(
            @Context HttpHeaders headers,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("operation") @Nullable UUID operation,
            @QueryParam("problem") @Nullable String problem) {
        var reader = readers.signedIn(headers, caller);
        var wanted = kind == null || kind.isBlank() ? null : kind;
        var part = desk.candidates(wanted, after, DECK, reader.language());
        var deck = new Deck(
                part.items().stream().map(PairSheet::of).toList(),
                part.total(),
                wanted,
                part.next(),
                new Notice(operation, problem));
        return Pages.list(reader, deck).setLocale(reader.language()).render();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("/{id}/decision")
    @RolesAllowed({"steward", "admin"})
    @Audited(value = AuditAction.DECIDED, kind = SubjectKind.MATCH_CANDIDATE, subject = "id")
    @Operation(hidden = true)
    public Response decide(
            @PathParam("id") UUID id,
            @FormParam("verdict") @DefaultValue("") String verdict,
            @FormParam("version") @DefaultValue("") String version,
            @FormParam("reason") @DefaultValue("") String reason,
            @HeaderParam("HX-Request") @Nullable String swift) {
        var order =
                JsonNodeFactory.instance.objectNode().put("verdict", verdict).put("version", version);
        if (!reason.isBlank()) {
            order.put("reason", reason.strip());
        }
        var body = order.toString().getBytes(StandardCharsets.UTF_8);
        if (swift != null) {
            return operation(desk.decide(id, body, caller.getPrincipal().getName()));
        }
        var back = UriBuilder.fromPath("/match-candidates");
        try {
            var result = desk.decide(id, body, caller.getPrincipal().getName());
            return Response.seeOther(
                            back.queryParam("operation", result.operation()).build())
                    .build();
        } catch (ProblemException e) {
            return Response.seeOther(back.queryParam("problem", e.code()).build())
                    .build();
        }
    }

    /** For the deck, which has the next pair in hand and only needs to know how to take this one back. */
    private static Response operation(OperationResult result) {
        return Response.noContent()
                .header("Operation", String.valueOf(result.operation()))
                .build();
    }
}
