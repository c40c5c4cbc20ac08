package io.chancery.web.author;

import io.chancery.message.Messages;
import io.chancery.message.Previews.Trials;
import io.chancery.message.Previews.Trials.Tester;
import io.chancery.message.Previews.Trials.Trial;
import io.chancery.platform.ProblemException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.AuditLog;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.Concerns;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.security.ApiClient;
import io.chancery.platform.user.User;
import io.chancery.platform.user.Users;
import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import io.chancery.template.Workshop;
import io.chancery.vocabulary.Channel;
import io.chancery.web.Readers;
import io.chancery.web.author.WorkshopPage.Done;
import io.chancery.web.rendition.Frame;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What is on the screen, sent to whoever writes it: to the address and the number of their own account and no other. */
@Produces(MediaType.TEXT_HTML)
abstract class TrialPages {

    private final Kind kind;
    private final Sender sender;
    private final Messages messages;
    private final Bench bench;
    private final Readers readers;

    TrialPages(Kind kind, Sender sender, Messages messages, Bench bench, Readers readers) {
        this.kind = kind;
        this.sender = sender;
        this.messages = messages;
        this.bench = bench;
        this.readers = readers;
    }

    @Path("/templates/{key}/workshop/tests")
    static class OfTemplates extends TrialPages {

        OfTemplates(Sender sender, Messages messages, Bench bench, Readers readers) {
            super(Kind.TEMPLATE, sender, messages, bench, readers);
        }
    }

    @Concerns(SubjectKind.BLOCK)
    @Path("/blocks/{key}/workshop/tests")
    static class OfBlocks extends TrialPages {

        OfBlocks(Sender sender, Messages messages, Bench bench, Readers readers) {
            super(Kind.BLOCK, sender, messages, bench, readers);
        }
    }

    /** Sends it. */
    @ApplicationScoped
    static class Sender {

        private final Workshop workshop;
        private final Trials trials;
        private final Users users;

        Sender(Workshop workshop, Trials trials, Users users) {
            this.workshop = workshop;
            this.trials = trials;
            this.users = users;
        }

        Trial send(SourceKey source, MultivaluedMap<String, String> form, ApiClient author) {
            var account = users.find(author.name());
            var tester = new Tester(
                    author.id(),
                    account.map(User::email).orElse(null),
                    account.map(User::mobile).orElse(null));
            var template = source.kind() == Kind.TEMPLATE ? source.key() : Forms.text(form, "template");
            var kept = workshop.trial(source, Forms.texts(form), template);
            var trial = trials.send(kept, Forms.order(form), tester);
            var customer = Forms.text(form, "customer");
            if (!customer.isEmpty()) {
                AuditLog.detail("customer", customer);
            }
            return trial;
        }
    }

    /** A part of the page for the script, and else the page with all that was typed. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"author", "approver", "admin"})
    @Audited(value = AuditAction.STARTED, kind = SubjectKind.TEMPLATE, subject = "key")
    @Operation(hidden = true)
    public Response send(
            @Context HttpHeaders headers,
            @Context SecurityIdentity identity,
            @PathParam("key") String key,
            MultivaluedMap<String, String> form) {
        var source = new SourceKey(kind, key);
        var reader = readers.signedIn(headers, identity);
        var done = done(source, form, ApiClient.of(identity));
        if (headers.getHeaderString("HX-Request") != null) {
            var path = Shelf.path(source) + "/workshop";
            return Response.ok(WorkshopPages.Pages.trial(path, done)
                            .setLocale(reader.language())
                            .render())
                    .build();
        }
        return WorkshopPages.shown(reader, bench.typed(source, reader, Forms.files(form), done), 200);
    }

    private Done done(SourceKey source, MultivaluedMap<String, String> form, ApiClient author) {
        try {
            return new Done(null, null, sender.send(source, form, author));
        } catch (ProblemException refused) {
            return new Done(null, refused, null);
        }
    }

    /** The letter of a test of their own, to be printed by whoever wants it on paper. */
    @GET
    @Path("{id}/letter")
    @Produces({"application/pdf", MediaType.TEXT_HTML})
    @RolesAllowed({"author", "approver", "admin"})
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.MESSAGE, subject = "id")
    @Operation(hidden = true)
    public Response letter(@Context SecurityIdentity identity, @PathParam("key") String key, @PathParam("id") UUID id) {
        var own = Optional.of(ApiClient.of(identity).id());
        return Frame.of(messages.rendition(id, Channel.PRINT, null, own).rendition());
    }
}
