package io.chancery.web.account;

import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.AuditLog;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.security.ApiClients;
import io.chancery.platform.user.User;
import io.chancery.platform.user.UserException;
import io.chancery.platform.user.Users;
import io.chancery.web.Reader;
import io.chancery.web.Readers;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who may sign in, for administrators. */
@Path("/users")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class UserPages {

    private static final List<String> ROLES = List.copyOf(new TreeSet<>(ApiClients.ROLES));

    private final Readers readers;
    private final Users users;
    private final SecurityIdentity caller;

    UserPages(Readers readers, Users users, SecurityIdentity caller) {
        this.readers = readers;
        this.users = users;
        this.caller = caller;
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance list(
                Reader reader, List<User> users, List<String> roles, UserForm form, String notice);

        static native TemplateInstance user(Reader reader, User user, List<String> roles, UserForm form, String notice);

        static native TemplateInstance password(Reader reader, String name, String password);
    }

    @GET
    @RolesAllowed("admin")
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.USER)
    @Operation(hidden = true)
    public String list(@Context HttpHeaders headers) {
        return list(headers, new UserForm());
    }

    private String list(HttpHeaders headers, UserForm form) {
        var reader = readers.signedIn(headers, caller);
        return Pages.list(reader, users.list(), ROLES, form, "")
                .setLocale(reader.language())
                .render();
    }

    @POST
    @RolesAllowed("admin")
    @Audited(value = AuditAction.CREATED, kind = SubjectKind.USER)
    @Operation(hidden = true)
    public Response create(@Context HttpHeaders headers, @BeanParam UserForm form) {
        AuditLog.about(form.name());
        try {
            var password = users.newPassword();
            users.create(form.order(), password, true);
            return Response.ok(password(headers, form.name(), password)).build();
        } catch (UserException e) {
            return Response.status(e.status())
                    .entity(list(headers, form.refused(e.code(), e.faults())))
                    .build();
        }
    }

    private String password(HttpHeaders headers, String name, String password) {
        var reader = readers.signedIn(headers, caller);
        return Pages.password(reader, name, password)
                .setLocale(reader.language())
                .render();
    }

    @GET
    @Path("{name}")
    @RolesAllowed("admin")
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.USER, subject = "name")
    @Operation(hidden = true)
    public String show(
            @Context HttpHeaders headers,
            @PathParam("name") String name,
            @QueryParam("notice") @DefaultValue("") String notice) {
        var user = users.get(name);
        return show(headers, user, UserForm.of(user), notice);
    }

    private String show(HttpHeaders headers, User user, UserForm form, String notice) {
        var reader = readers.signedIn(headers, caller);
        return Pages.user(reader, user, ROLES, form, notice)
                .setLocale(reader.language())
                .render();
    }

    @POST
    @Path("{name}")
    @RolesAllowed("admin")
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.USER, subject = "name")
    @Operation(hidden = true)
    public Response change(@Context HttpHeaders headers, @PathParam("name") String name, @BeanParam UserForm form) {
        form.name = name;
        try {
            users.change(form.order(), by());
            return saved(name);
        } catch (UserException e) {
            return Response.status(e.status())
                    .entity(show(headers, users.get(name), form.refused(e.code(), e.faults()), ""))
                    .build();
        }
    }

    @POST
    @Path("{name}/{act:disable|enable}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("admin")
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.USER, subject = "name", detail = "act")
    @Operation(hidden = true)
    public Response open(@Context HttpHeaders headers, @PathParam("name") String name, @PathParam("act") String act) {
        try {
            if (act.equals("disable")) {
                users.disable(name, by());
            } else {
                users.enable(name);
            }
            return saved(name);
        } catch (UserException e) {
            var user = users.get(name);
            return Response.status(e.status())
                    .entity(show(headers, user, UserForm.of(user).refused(e.code(), e.faults()), ""))
                    .build();
        }
    }

    @POST
    @Path("{name}/password")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("admin")
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.USER, subject = "name")
    @Operation(hidden = true)
    public String reset(@Context HttpHeaders headers, @PathParam("name") String name) {
        return password(headers, name, users.resetPassword(name));
    }

    private String by() {
        return caller.getPrincipal().getName();
    }

    private static Response saved(String name) {
        return Response.seeOther(URI.create("/users/" + name + "?notice=saved")).build();
    }
}
