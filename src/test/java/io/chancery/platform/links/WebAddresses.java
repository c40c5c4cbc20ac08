package io.chancery.platform.links;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Makes addresses without the application. */
public final class WebAddresses {

    private record Configured(Optional<URI> baseUrl, Map<String, URI> brandUrl) implements WebAddress.LinkConfig {}

    private WebAddresses() {}

    /** @param base empty for none */
    public static WebAddress of(String base, Map<String, URI> ofBrands) {
        return new WebAddress(
                new Configured(base.isEmpty() ? Optional.empty() : Optional.of(URI.create(base)), ofBrands));
    }
}
