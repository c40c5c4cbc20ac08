package io.chancery.message.screen;

import io.chancery.dispatch.ProviderEndpoint;
import io.chancery.platform.links.WebAddress;
import io.chancery.vocabulary.Channel;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Under which address customers find a page: the brand's own, or in development this machine's. */
@ApplicationScoped
class ScreenAddress {

    private final WebAddress web;
    private final List<ProviderEndpoint> endpoints;
    private final String local;

    ScreenAddress(
            WebAddress web,
            @All List<ProviderEndpoint> endpoints,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
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
