package io.chancery.web.form;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chancery.platform.request.BodyFields;
import io.chancery.web.Reader;
import io.chancery.web.Readers;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The call of a page that is being answered: who reads, and how they are answered. */
@ApplicationScoped
public class Visit {

    private final Readers readers;
    private final HttpHeaders headers;
    private final UriInfo uri;
    private final SecurityIdentity caller;

    Visit(Readers readers, HttpHeaders headers, UriInfo uri, SecurityIdentity caller) {
        this.readers = readers;
        this.headers = headers;
        this.uri = uri;
        this.caller = caller;
    }

    /** Who reads. */
    public Reader reader() {
        return readers.signedIn(headers, caller);
    }

    /** The same for front doors. */
    public SecurityIdentity caller() {
        return caller;
    }

    /** A parameter of the address; empty if it is not there. */
    public String parameter(String name) {
        var value = uri.getQueryParameters().getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** The page, with 200 or with the status of what is wrong. */
    public Response answer(TemplateInstance page, Faults faults) {
        return Response.status(faults.status())
                .entity(page.setLocale(reader().language()).render())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .build();
    }

    /** The page with nothing wrong. */
    public Response answer(TemplateInstance page) {
        return answer(page, Faults.NONE);
    }

    /** To a page of ours, after something was done. */
    public static Response leadTo(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    /** What was filled in, as the order of the API has it: what was left empty is not there. */
    public static BodyFields order(Map<String, @Nullable String> filled) {
        var order = JsonNodeFactory.instance.objectNode();
        filled.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                order.put(name, value.strip());
            }
        });
        return new BodyFields(order);
    }
}
