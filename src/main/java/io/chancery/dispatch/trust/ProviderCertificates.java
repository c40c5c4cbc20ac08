package io.chancery.dispatch.trust;

import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/** Whom adapters trust when they encrypt, and who they say they are. */
@ApplicationScoped
public class ProviderCertificates {

    private final TlsConfigurationRegistry registry;

    ProviderCertificates(TlsConfigurationRegistry registry) {
        this.registry = registry;
    }

    /** What every Java program trusts. */
    public SSLSocketFactory standard() {
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    /**
     * A private authority, or a client certificate.
     *
     * @param name of a configuration in the TLS registry, {@code quarkus.tls.<name>.…}
     */
    public SSLSocketFactory named(String name) {
        return context(name).getSocketFactory();
    }

    /** The same, for those who open their connections elsewhere. */
    public SSLContext context(String name) {
        var configuration = registry.get(name)
                .orElseThrow(() -> new IllegalStateException("quarkus.tls." + name + " is not configured"));
        try {
            return configuration.createSSLContext();
        } catch (Exception unusable) {
            throw new IllegalStateException("quarkus.tls." + name + " cannot be used", unusable);
        }
    }
}
