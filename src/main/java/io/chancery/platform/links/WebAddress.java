package io.chancery.platform.links;

import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;

/** Where people find our pages from outside. */
@ApplicationScoped
public class WebAddress {

    private final Optional<URI> configured;

    WebAddress(LinkConfig config) {
        this.configured = config.baseUrl();
    }

    @ConfigMapping(prefix = "chancery.web")
    interface LinkConfig {

        /**
         * Under which address people reach this server, such as {@code https://post.example.org}. Needed behind a proxy;
         * without it a link leads to where the request for it came to.
         */
        Optional<URI> baseUrl();
    }

    /** What the addresses of all our pages begin with, without a slash at its end. */
    public String root(UriInfo request) {
        return configured.orElse(request.getBaseUri()).toString().replaceAll("/+$", "");
    }
}
