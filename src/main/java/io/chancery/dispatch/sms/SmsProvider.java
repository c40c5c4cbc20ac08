package io.chancery.dispatch.sms;

import io.chancery.dispatch.ProviderCertificates;
import io.chancery.dispatch.ProviderEndpoint;
import io.chancery.dispatch.sms.SmscServer.Login;
import io.chancery.dispatch.sms.smsc.SmscStandIn;
import io.chancery.vocabulary.Channel;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Decides who takes our texts: the SMSC that was configured, or the development SMSC, which it then starts. */
@ApplicationScoped
class SmsProvider implements Supplier<SmscServer> {

    private final SmsConfig config;
    private final ProviderCertificates certificates;
    private final Clock clock;
    private @Nullable SmscStandIn standIn;

    SmsProvider(SmsConfig config, ProviderCertificates certificates, Clock clock) {
        this.config = config;
        this.certificates = certificates;
        this.clock = clock;
    }

    /** Before the adapter, the workers and the banner. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        get();
    }

    @Override
    public synchronized SmscServer get() {
        return config.host().map(this::smsc).orElseGet(this::development);
    }

    @Produces
    @Dependent
    ProviderEndpoint endpoint() {
        var server = get();
        var address = "smpp://%s:%d".formatted(server.host(), server.port());
        return new ProviderEndpoint(Channel.SMS, address, config.host().isEmpty());
    }

    private SmscServer smsc(String host) {
        var login = new Login(
                config.systemId().orElse(""),
                config.password().orElse(""),
                config.systemType().orElse(""));
        return new SmscServer(host, config.port(), login, config.tls() ? socketFactory() : null);
    }

    private SmscServer development() {
        if (standIn == null) {
            var wish = config.standIn();
            standIn = SmscStandIn.start(wish.port(), wish.kept(), wish.receiptDelay(), clock);
        }
        return new SmscServer(SmscStandIn.HOST, standIn.port(), new Login("chancery", "", ""), null);
    }

    private SSLSocketFactory socketFactory() {
        return config.tlsConfiguration().map(certificates::named).orElseGet(certificates::standard);
    }

    @PreDestroy
    synchronized void stop() {
        if (standIn != null) {
            standIn.close();
        }
    }
}
