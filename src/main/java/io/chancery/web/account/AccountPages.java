package io.chancery.web.account;

import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.AuditLog;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.security.Sessions;
import io.chancery.platform.user.User;
import io.chancery.platform.user.UserException;
import io.chancery.platform.user.Users;
import io.chancery.web.Reader;
import io.chancery.web.Readers;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What everybody who has signed in sees of themselves, and may change. */
@Path("/account")
@Produces(MediaType.TEXT_HTML)
class AccountPages {

    private final Readers readers;
    private final Users users;
    private final Sessions sessions;

    AccountPages(Readers readers, Users users, Sessions sessions) {
        this.readers = readers;
        this.users = users;
        this.sessions = sessions;
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance account(Reader reader, Optional<User> user, String notice);
    }

    @GET
    @RolesAllowed("**")
    @Operation(hidden = true)
    public String show(
            @Context HttpHeaders headers,
            @Context SecurityIdentity identity,
            @QueryParam("notice") @DefaultValue("") String notice) {
        return page(headers, identity, notice);
    }

    private String page(HttpHeaders headers, SecurityIdentity identity, String notice) {
        var reader = readers.signedIn(headers, identity);
        var user = users.find(identity.getPrincipal().getName()).filter(found -> !found.vouched());
        return Pages.account(reader, user, notice).setLocale(reader.language()).render();
    }

    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("**")
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.USER)
    @Operation(hidden = true)
    public Response change(
            @Context HttpHeaders headers,
            @Context SecurityIdentity identity,
            @Context RoutingContext routing,
            @FormParam("old") @DefaultValue("") String old,
            @FormParam("new") @DefaultValue("") String chosen) {
        var name = identity.getPrincipal().getName();
        AuditLog.about(name);
        try {
            users.changePassword(name, old, chosen);
            sessions.tieToPassword(name, routing);
            return Response.seeOther(URI.create("/account?notice=changed")).build();
        } catch (UserException e) {
            var wrong = e.faults().stream().anyMatch(fault -> fault.pointer().equals("/old")) ? "old" : "new";
            return Response.status(e.status())
                    .entity(page(headers, identity, wrong))
                    .build();
        }
    }
}
