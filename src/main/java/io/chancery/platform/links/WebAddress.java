package io.chancery.platform.links;

import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Where people find our pages from outside. */
@ApplicationScoped
public class WebAddress {

    private final Optional<URI> configured;
    private final Map<String, URI> ofBrands;

    WebAddress(LinkConfig config) {
        this.configured = config.baseUrl();
        this.ofBrands = config.brandUrl();
    }

    @ConfigMapping(prefix = "chancery.web")
    interface LinkConfig {

        /**
         * Under which address people reach this server, such as {@code https://post.example.org}. Needed behind a proxy;
         * without it a link leads to where the request for it came to.
         */
        Optional<URI> baseUrl();

        /** By brand: the same server under the brand's own, short name. Customers are led there. */
        Map<String, URI> brandUrl();
    }

    /** What the addresses of all our pages begin with, without a slash at its end. */
    public String root(UriInfo request) {
        return withoutSlash(configured.orElse(request.getBaseUri()));
    }

    /** The same where nobody has asked: the brand's own address, or the one of all; empty if neither is configured. */
    public Optional<String> ofBrand(String brand) {
        return Optional.ofNullable(ofBrands.get(brand)).or(() -> configured).map(WebAddress::withoutSlash);
    }

    private static String withoutSlash(URI address) {
        return address.toString().replaceAll("/+$", "");
    }
}
