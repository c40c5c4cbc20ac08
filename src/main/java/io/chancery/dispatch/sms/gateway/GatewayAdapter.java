package io.chancery.dispatch.sms.gateway;

import io.chancery.dispatch.ChannelAdapter;
import io.chancery.dispatch.Provider;
import io.chancery.dispatch.sms.gateway.callback.Callbacks;
import io.chancery.dispatch.trust.ProviderCertificates;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Speaks to HTTP gateways, if any are configured. */
@ApplicationScoped
class GatewayAdapter implements ChannelAdapter {

    private final ProviderCertificates certificates;
    private final Callbacks callbacks;
    private final Clock clock;
    private final List<HttpGateway> gateways;

    GatewayAdapter(GatewayConfig config, ProviderCertificates certificates, Callbacks callbacks, Clock clock) {
        this.certificates = certificates;
        this.callbacks = callbacks;
        this.clock = clock;
        this.gateways = config.gateways().entrySet().stream()
                .filter(entry -> sends(entry.getKey(), entry.getValue()))
                .map(entry -> gateway(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** One that neither sends nor brings receipts was meant to: without it, the development SMSC would take its texts. */
    private boolean sends(String name, GatewayConfig.Gateway config) {
        if (config.url().isEmpty() && !callbacks.takes(name)) {
            throw unusable(name, "url is not set, nor are receipts.secrets");
        }
        return config.url().isPresent();
    }

    private HttpGateway gateway(String name, GatewayConfig.Gateway config) {
        var trusted = config.tlsConfiguration().map(certificates::context).orElse(null);
        try {
            return new HttpGateway(name, config, trusted, clock);
        } catch (IllegalArgumentException unusable) {
            throw unusable(name, String.valueOf(unusable.getMessage()));
        }
    }

    private static IllegalStateException unusable(String name, String reason) {
        return new IllegalStateException(
                "The settings chancery.dispatch.sms.gateways.%s cannot be used: %s".formatted(name, reason));
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public List<Provider> providers() {
        return List.copyOf(gateways);
    }

    @Override
    public boolean confirms() {
        return gateways.stream()
                .allMatch(gateway -> callbacks.takes(gateway.profile().name()));
    }
}
