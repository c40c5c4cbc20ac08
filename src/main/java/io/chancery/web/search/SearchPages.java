package io.chancery.web.search;

import io.chancery.customer.Customers;
import io.chancery.message.MessageFilter;
import io.chancery.message.Messages;
import io.chancery.message.UnknownMessageException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.vocabulary.Ucid;
import io.chancery.web.Reader;
import io.chancery.web.Readers;
import io.chancery.web.Section;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The box at the top of each page: finds out what was typed, and leads to where that is. */
@Path("/search")
@Produces(MediaType.TEXT_HTML)
class SearchPages {

    private final Readers readers;
    private final Messages messages;
    private final Customers customers;

    SearchPages(Readers readers, Messages messages, Customers customers) {
        this.readers = readers;
        this.messages = messages;
        this.customers = customers;
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance nothing(Reader reader, String sought);
    }

    @GET
    @RolesAllowed("**")
    @Audited(value = AuditAction.SEARCHED, kind = SubjectKind.MESSAGE)
    @Operation(hidden = true)
    public Response search(
            @Context HttpHeaders headers,
            @Context SecurityIdentity identity,
            @QueryParam("q") @DefaultValue("") String typed) {
        var reader = readers.signedIn(headers, identity);
        var sought = typed.strip();
        return place(reader, sought)
                .map(place -> Response.seeOther(place).build())
                .orElseGet(() -> Response.ok(Pages.nothing(reader, sought)
                                .setLocale(reader.language())
                                .render())
                        .build());
    }

    private Optional<URI> place(Reader reader, String sought) {
        if (sought.isEmpty()) {
            return Optional.empty();
        }
        return message(reader, sought).or(() -> customer(reader, sought)).or(() -> names(reader, sought));
    }

    private Optional<URI> message(Reader reader, String sought) {
        if (!Section.MESSAGES.isFor(reader.roles())) {
            return Optional.empty();
        }
        try {
            var id = UUID.fromString(sought);
            messages.get(id, Optional.empty(), reader.language());
            return Optional.of(URI.create("/messages/" + id));
        } catch (IllegalArgumentException | UnknownMessageException e) {
            return reference(sought);
        }
    }

    private Optional<URI> reference(String sought) {
        var found = messages.list(new MessageFilter(null, null, null, sought, null, null, false, 2));
        if (found.size() == 1) {
            return Optional.of(URI.create("/messages/" + found.get(0).id()));
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(query("/messages", "reference", sought));
    }

    private Optional<URI> customer(Reader reader, String sought) {
        try {
            var ucid = new Ucid(sought);
            return Section.CUSTOMERS.isFor(reader.roles())
                            && customers.findIdOfAny(ucid).isPresent()
                    ? Optional.of(URI.create("/customers/" + ucid))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<URI> names(Reader reader, String sought) {
        return Section.CUSTOMERS.isFor(reader.roles())
                ? Optional.of(query("/customers", "q", sought))
                : Optional.empty();
    }

    private static URI query(String path, String name, String value) {
        return UriBuilder.fromPath(path).queryParam(name, "{value}").build(value);
    }
}
