package io.chancery.web;

import io.chancery.message.MessageFilter;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.vocabulary.MessageStatus;
import io.chancery.web.demo.Demo;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The messages, and one of them. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class MessagePages {

    private static final int PAGE_SIZE = 25;

    private final Readers readers;
    private final MessageAssembly assembly;
    private final Demo demo;

    MessagePages(Readers readers, MessageAssembly assembly, Demo demo) {
        this.readers = readers;
        this.assembly = assembly;
        this.demo = demo;
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance list(Reader reader, MessageList page, List<Demo.Recipient> recipients);

        static native TemplateInstance message(Reader reader, MessagePage page);
    }

    @GET
    @Path("messages")
    @RolesAllowed({"agent", "compliance", "operator", "admin"})
    @Audited(value = AuditAction.SEARCHED, kind = SubjectKind.MESSAGE, detail = "status")
    @Operation(hidden = true)
    public String list(
            @Context HttpHeaders headers,
            @Context SecurityIdentity identity,
            @QueryParam("status") @Nullable String status,
            @QueryParam("after") @Nullable UUID after) {
        var reader = readers.signedIn(headers, identity);
        var filter = new MessageFilter(null, null, null, null, statusOf(status), after, false, PAGE_SIZE);
        var page = assembly.list(filter, reader.language());
        var recipients =
                identity.hasRole("system") || identity.hasRole("admin") ? demo.recipients() : List.<Demo.Recipient>of();
        return Pages.list(reader, page, recipients).setLocale(reader.language()).render();
    }

    private static @Nullable MessageStatus statusOf(@Nullable String code) {
        try {
            return code == null ? null : MessageStatus.of(code);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(e);
        }
    }

    @GET
    @Path("messages/{id}")
    @RolesAllowed({"agent", "compliance", "operator", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.MESSAGE, subject = "id")
    @Operation(hidden = true)
    public String message(@Context HttpHeaders headers, @Context SecurityIdentity identity, @PathParam("id") UUID id) {
        var reader = readers.signedIn(headers, identity);
        var page = assembly.message(id, reader.language());
        return Pages.message(reader, page).setLocale(reader.language()).render();
    }
}
