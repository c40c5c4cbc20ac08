package io.chancery.dispatch.email;

import io.chancery.dispatch.ProviderSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

@ConfigMapping(prefix = "chancery.dispatch.email")
interface EmailConfig {

    /** The relays that take our mail, by name. Without any, the development mailbox starts and catches everything. */
    @WithDefaults
    Map<String, Relay> providers();

    /**
     * How many mails a second go to an address of a domain at most, whichever relay passes them on, for the domains that
     * mind: {@code domain-rates."gmail.com"=20}.
     */
    Map<String, Double> domainRates();

    StandIn standIn();

    /** A relay. */
    interface Relay extends ProviderSettings {

        @WithDefault("localhost")
        String host();

        /** 587 is submission with STARTTLS; implicit TLS usually listens on 465, a relay in the house on 25. */
        @WithDefault("587")
        int port();

        /** With a user, a relay that offers no authentication is not used. */
        Optional<String> user();

        Optional<String> password();

        @WithDefault("starttls")
        SmtpServer.Security tls();

        /** A configuration of the TLS registry ({@code quarkus.tls.<name>.…}), for a private authority or a client certificate. */
        Optional<String> tlsConfiguration();

        /** The name we greet with; without one, the name of this machine. Relays check it against the address we come from. */
        Optional<String> greetingName();

        /** Mails on the way at the same time, each on a connection of its own. Ask the relay how many it allows. */
        @WithDefault("4")
        int concurrency();

        @WithDefault("10s")
        Duration connectTimeout();

        /** How long we wait for each answer but the last. */
        @WithDefault("1m")
        Duration readTimeout();

        /**
         * How long we wait for the answer to the final dot, while the relay may be scanning the mail. Nobody knows whether
         * a mail given up here was taken, so this is patient; RFC 5321 §4.5.3.2.6 asks for ten minutes.
         */
        @WithDefault("5m")
        Duration acceptanceTimeout();

        @WithDefault("1m")
        Duration writeTimeout();

        /** After so many mails a connection is closed: relays behind a balancer want to spread us. */
        @WithDefault("100")
        int mailsPerConnection();

        /** A connection idle for longer is replaced; relays hang up after one to five minutes. */
        @WithDefault("30s")
        Duration idleTimeout();

        /** A connection idle for longer is asked whether it still lives before a mail is entrusted to it. */
        @WithDefault("2s")
        Duration checkAfter();
    }

    /** The development mailbox. */
    interface StandIn {

        /** 0, or a port that is taken, means any free port. */
        @WithDefault("3025")
        int smtpPort();

        @WithDefault("3143")
        int imapPort();

        /** How many of the newest mails stay readable. */
        @WithDefault("200")
        int kept();
    }
}
