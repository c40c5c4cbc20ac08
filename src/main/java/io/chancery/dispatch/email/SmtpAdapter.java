package io.chancery.dispatch.email;

import io.chancery.dispatch.ChannelAdapter;
import io.chancery.dispatch.Provider;
import io.chancery.dispatch.ProviderEndpoint;
import io.chancery.dispatch.email.SmtpServer.Login;
import io.chancery.dispatch.email.SmtpServer.Security;
import io.chancery.dispatch.email.bounce.BounceAddress;
import io.chancery.dispatch.email.dkim.MailSigning;
import io.chancery.dispatch.trust.ProviderCertificates;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Rendition;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Speaks SMTP: to the relays that are configured, or to the development mailbox, which it then starts. */
@ApplicationScoped
class SmtpAdapter implements ChannelAdapter {

    private final EmailConfig config;
    private final ProviderCertificates certificates;
    private final Clock clock;
    private final MailSigning signing;
    private final BounceAddress bounces;
    private final List<SmtpRelay> relays;
    private @Nullable MailboxStandIn standIn;

    SmtpAdapter(
            EmailConfig config,
            ProviderCertificates certificates,
            Clock clock,
            MailSigning signing,
            BounceAddress bounces) {
        this.config = config;
        this.certificates = certificates;
        this.clock = clock;
        this.signing = signing;
        this.bounces = bounces;
        this.relays = config.providers().isEmpty()
                ? List.of(mailbox())
                : config.providers().entrySet().stream()
                        .map(entry -> relay(entry.getKey(), entry.getValue()))
                        .toList();
    }

    private SmtpRelay relay(String name, EmailConfig.Relay relay) {
        var login = relay.user()
                .map(user -> new Login(user, relay.password().orElse("")))
                .orElse(null);
        var socketFactory = relay.tlsConfiguration().map(certificates::named).orElseGet(certificates::standard);
        var server = new SmtpServer(relay.host(), relay.port(), relay.tls(), login, socketFactory);
        return new SmtpRelay(
                name, relay, server, new ProviderEndpoint(Channel.EMAIL, server.address(), false), bounces, clock);
    }

    private SmtpRelay mailbox() {
        var wish = config.standIn();
        standIn = MailboxStandIn.start(wish.smtpPort(), wish.imapPort(), wish.kept());
        var server =
                new SmtpServer(MailboxStandIn.HOST, standIn.smtpPort(), Security.NONE, null, certificates.standard());
        var address = server.address() + ", read it at " + standIn.imapAddress();
        var endpoint = new ProviderEndpoint(Channel.EMAIL, address, true);
        var defaults = Objects.requireNonNull(config.providers().get("stand-in"));
        return new SmtpRelay("stand-in", defaults, server, endpoint, bounces, clock);
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public List<Provider> providers() {
        return List.copyOf(relays);
    }

    @Override
    public Rendition sealed(Rendition rendition) {
        return rendition instanceof Rendition.Mail mail
                ? new Rendition.Mail(signing.signed(mail.content()), mail.envelope())
                : rendition;
    }

    @Override
    public Map<String, Double> destinationRates() {
        return config.domainRates();
    }

    @Override
    public Optional<String> destination(Rendition rendition) {
        var to = rendition.envelope().getOrDefault("to", "");
        var domain = to.substring(to.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return config.domainRates().containsKey(domain) ? Optional.of(domain) : Optional.empty();
    }

    @PreDestroy
    void close() {
        relays.forEach(SmtpRelay::close);
        if (standIn != null) {
            standIn.close();
        }
    }
}
