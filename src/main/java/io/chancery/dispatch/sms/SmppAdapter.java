package io.chancery.dispatch.sms;

import io.chancery.dispatch.ChannelAdapter;
import io.chancery.dispatch.Provider;
import io.chancery.dispatch.ProviderEndpoint;
import io.chancery.dispatch.Receipts;
import io.chancery.dispatch.sms.SmscServer.Login;
import io.chancery.dispatch.sms.smsc.SmscStandIn;
import io.chancery.dispatch.trust.ProviderCertificates;
import io.chancery.vocabulary.Channel;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Speaks SMPP: to the SMSCs that are configured, or, if no gateway is either, to the development SMSC, which it then starts. */
@ApplicationScoped
class SmppAdapter implements ChannelAdapter {

    private final SmsConfig config;
    private final ProviderCertificates certificates;
    private final Receipts receipts;
    private final Clock clock;
    private final List<SmppSmsc> smscs;
    private @Nullable SmscStandIn standIn;

    SmppAdapter(SmsConfig config, ProviderCertificates certificates, Receipts receipts, Clock clock) {
        this.config = config;
        this.certificates = certificates;
        this.receipts = receipts;
        this.clock = clock;
        this.smscs = wantsStandIn(config)
                ? List.of(development())
                : config.providers().entrySet().stream()
                        .map(entry -> smsc(entry.getKey(), entry.getValue()))
                        .toList();
    }

    /** Whether nobody is configured to take our texts. */
    static boolean wantsStandIn(SmsConfig config) {
        return config.providers().isEmpty()
                && config.gateways().values().stream()
                        .allMatch(gateway -> gateway.url().isEmpty());
    }

    /** Before the workers: a session is bound whether there is something to send or not, for receipts come when they come. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        smscs.forEach(SmppSmsc::start);
    }

    private SmppSmsc smsc(String name, SmsConfig.Smsc smsc) {
        var login = new Login(
                smsc.systemId().orElse(""),
                smsc.password().orElse(""),
                smsc.systemType().orElse(""));
        var trusted = smsc.tlsConfiguration().map(certificates::named).orElseGet(certificates::standard);
        var server = new SmscServer(smsc.host(), smsc.port(), login, smsc.tls() ? trusted : null);
        return new SmppSmsc(name, smsc, server, endpoint(server, false), receipts, clock);
    }

    private SmppSmsc development() {
        var wish = config.standIn();
        standIn = SmscStandIn.start(wish.port(), wish.kept(), wish.receiptDelay(), clock);
        var server = new SmscServer(SmscStandIn.HOST, standIn.port(), new Login("chancery", "", ""), null);
        var defaults = Objects.requireNonNull(config.providers().get("stand-in"));
        return new SmppSmsc("stand-in", defaults, server, endpoint(server, true), receipts, clock);
    }

    private static ProviderEndpoint endpoint(SmscServer server, boolean standIn) {
        return new ProviderEndpoint(Channel.SMS, server.address(), standIn);
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public List<Provider> providers() {
        return List.copyOf(smscs);
    }

    @Override
    public boolean confirms() {
        return true;
    }

    @PreDestroy
    void close() {
        smscs.forEach(SmppSmsc::close);
        if (standIn != null) {
            standIn.close();
        }
    }
}
