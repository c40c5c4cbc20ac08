package io.chancery.dispatch.email;

import io.chancery.dispatch.ProviderCertificates;
import io.chancery.dispatch.ProviderEndpoint;
import io.chancery.dispatch.email.SmtpServer.Login;
import io.chancery.dispatch.email.SmtpServer.Security;
import io.chancery.vocabulary.Channel;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.interceptor.Interceptor;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Decides who takes our mail: the relay that was configured, or the development mailbox, which it then starts. */
@ApplicationScoped
class EmailProvider implements Supplier<SmtpServer> {

    private final EmailConfig config;
    private final ProviderCertificates certificates;
    private @Nullable MailboxStandIn standIn;

    EmailProvider(EmailConfig config, ProviderCertificates certificates) {
        this.config = config;
        this.certificates = certificates;
    }

    /** Before the workers and the banner. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        get();
    }

    @Override
    public synchronized SmtpServer get() {
        return config.host().map(this::relay).orElseGet(this::mailbox);
    }

    @Produces
    @Dependent
    ProviderEndpoint endpoint() {
        var server = get();
        var address = "smtp://%s:%d".formatted(server.host(), server.port());
        var mailbox = standIn;
        return mailbox == null
                ? new ProviderEndpoint(Channel.EMAIL, address, false)
                : new ProviderEndpoint(Channel.EMAIL, address + ", read it at " + mailbox.imapAddress(), true);
    }

    private SmtpServer relay(String host) {
        var login = config.user()
                .map(user -> new Login(user, config.password().orElse("")))
                .orElse(null);
        return new SmtpServer(host, config.port(), config.tls(), login, socketFactory());
    }

    private SmtpServer mailbox() {
        if (standIn == null) {
            var wish = config.standIn();
            standIn = MailboxStandIn.start(wish.smtpPort(), wish.imapPort(), wish.kept());
        }
        return new SmtpServer(MailboxStandIn.HOST, standIn.smtpPort(), Security.NONE, null, certificates.standard());
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
