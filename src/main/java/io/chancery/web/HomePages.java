package io.chancery.web;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The address without a path leads everybody to the first place of their menu. */
@Path("/")
class HomePages {

    private final Readers readers;

    HomePages(Readers readers) {
        this.readers = readers;
    }

    @GET
    @RolesAllowed("**")
    @Operation(hidden = true)
    public Response home(@Context HttpHeaders headers, @Context SecurityIdentity identity) {
        var first = readers.signedIn(headers, identity).menus().stream()
                .flatMap(menu -> menu.sections().stream())
                .findFirst();
        return Response.seeOther(URI.create(first.map(Section::path).orElse("/account")))
                .build();
    }
}
