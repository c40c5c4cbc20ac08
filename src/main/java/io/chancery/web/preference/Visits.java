package io.chancery.web.preference;

import io.chancery.consent.SelfService.Visit;
import io.chancery.platform.audit.CallerAddress;
import io.chancery.platform.links.WebAddress;
import io.chancery.web.Reader;
import io.chancery.web.Readers;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** Who stands at the door: the reader of the page, and what is to be put on record of the request. */
@ApplicationScoped
class Visits {

    private final Readers readers;
    private final WebAddress web;

    Visits(Readers readers, WebAddress web) {
        this.readers = readers;
        this.web = web;
    }

    /** @param wished the language that the customer has switched to, if they have */
    Reader reader(HttpHeaders headers, @Nullable String wished) {
        return readers.stranger(headers.getAcceptableLanguages(), wished);
    }

    Visit of(HttpServerRequest request, UriInfo uri, Reader reader) {
        return new Visit(CallerAddress.of(request), reader.language(), web.root(uri));
    }
}
