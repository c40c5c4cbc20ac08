package io.chancery.message.screen;

import io.chancery.dispatch.Dispatcher;
import io.chancery.dispatch.ProviderEndpoint;
import io.chancery.platform.links.WebAddress;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Under which address customers find a page: the brand's own, or in development this machine's. */
@ApplicationScoped
class ScreenAddress {

    private final WebAddress web;
    private final List<ProviderEndpoint> endpoints;
    private final String local;

    @Inject
    ScreenAddress(
            WebAddress web,
            Dispatcher dispatcher,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this(web, dispatcher.endpoints(), host, port);
    }

    ScreenAddress(WebAddress web, List<ProviderEndpoint> endpoints, String host, int port) {
        this.web = web;
        this.endpoints = endpoints;
        this.local = "http://" + host + ":" + port;
    }

    String of(String brand, String token) {
        return web.ofBrand(brand).orElse(local) + "/d/" + token;
    }

    /** Without an address of ours, only those whose phone is the development SMSC. */
    boolean isReachable(String brand) {
        return web.ofBrand(brand).isPresent()
                || endpoints.stream()
                        .filter(endpoint -> endpoint.channel().equals(Channel.SMS))
                        .allMatch(ProviderEndpoint::standIn);
    }
}
