package io.chancery.web.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.web.Reader;
import io.chancery.web.Readers;
import io.chancery.web.demo.Demo;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The messages, and one of them. */
@Path("/messages")
@Produces(MediaType.TEXT_HTML)
class MessagePages {

    /** Who needs to see what a message was asked for with; to run the house one need not. */
    private static final Set<String> SEE_DATA = Set.of("agent", "compliance");

    private final Readers readers;
    private final MessageAssembly assembly;
    private final Demo demo;
    private final ObjectMapper json;

    MessagePages(Readers readers, MessageAssembly assembly, Demo demo, ObjectMapper json) {
        this.readers = readers;
        this.assembly = assembly;
        this.demo = demo;
        this.json = json;
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance list(Reader reader, MessageList page, List<Demo.Recipient> recipients);

        static native TemplateInstance message(
                Reader reader, MessagePage page, @Nullable MessageData data, String problem);
    }

    @GET
    @RolesAllowed({"agent", "compliance", "operator", "admin"})
    @Audited(
            value = AuditAction.SEARCHED,
            kind = SubjectKind.MESSAGE,
            detail = {"customer", "template", "reference", "status"})
    @Operation(hidden = true)
    public String list(
            @Context HttpHeaders headers, @Context SecurityIdentity identity, @BeanParam MessageQuery query) {
        var reader = readers.signedIn(headers, identity);
        var page = assembly.list(query, reader);
        var recipients =
                identity.hasRole("system") || identity.hasRole("admin") ? demo.recipients() : List.<Demo.Recipient>of();
        return Pages.list(reader, page, recipients).setLocale(reader.language()).render();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"agent", "compliance", "operator", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.MESSAGE, subject = "id", detail = "tab")
    @Operation(hidden = true)
    public String message(
            @Context HttpHeaders headers,
            @Context SecurityIdentity identity,
            @PathParam("id") UUID id,
            @QueryParam("tab") @Nullable String tab,
            @QueryParam("problem") @Nullable String problem) {
        var reader = readers.signedIn(headers, identity);
        var page = assembly.message(id, MessageTab.of(tab), reader.language());
        var data = page.tab() == MessageTab.DATA && reader.may(SEE_DATA) ? data(id) : null;
        return Pages.message(reader, page, data, problem == null ? "" : problem)
                .setLocale(reader.language())
                .render();
    }

    private MessageData data(UUID id) {
        var content = assembly.content(id);
        return new MessageData(
                text(content.data()),
                text(content.metadata()),
                String.join(", ", content.channels()),
                content.erased());
    }

    private String text(JsonNode node) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
