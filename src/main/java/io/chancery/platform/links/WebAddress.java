package io.chancery.platform.links;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where people find our pages from outside. */
@ApplicationScoped
public class WebAddress {

    private static final String EXAMPLE = "it is like https://post.example.org";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Optional<URI> configured;
    private final Map<String, URI> ofBrands;

    WebAddress(LinkConfig config) {
        this.configured = config.baseUrl();
        this.ofBrands = config.brandUrl();
    }

    /** Before anybody begins to work, so that no customer gets a link that leads nowhere or can be listened to. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        check(LaunchMode.current() == LaunchMode.NORMAL);
    }

    /** @param inProduction whether only this machine itself may be found without TLS */
    void check(boolean inProduction) {
        configured.ifPresent(address -> check("base-url", address, inProduction));
        ofBrands.forEach((brand, address) -> check("brand-url." + brand, address, inProduction));
    }

    private static void check(String name, URI address, boolean inProduction) {
        boolean plain = "http".equals(address.getScheme());
        boolean web = plain || "https".equals(address.getScheme());
        if (!web || address.getHost() == null || !isRoot(address)) {
            throw new IllegalStateException("chancery.web." + name + " is no address to put paths behind: " + EXAMPLE);
        }
        if (inProduction && plain && !THIS_MACHINE.contains(address.getHost())) {
            throw new IllegalStateException("chancery.web." + name + " has to begin with https: " + EXAMPLE);
        }
    }

    private static boolean isRoot(URI address) {
        return address.getRawQuery() == null && address.getRawFragment() == null && address.getRawUserInfo() == null;
    }

    @ConfigMapping(prefix = "chancery.web")
    interface LinkConfig {

        /**
         * Under which address people reach this server, such as {@code https://post.example.org}. Needed behind a proxy;
         * without it a link leads to where the request for it came to, and a mail has none by which a mail program
         * unsubscribes (RFC 8058). In production {@code https}, but for this machine itself.
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
