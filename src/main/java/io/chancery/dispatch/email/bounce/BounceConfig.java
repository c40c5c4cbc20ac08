package io.chancery.dispatch.email.bounce;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "chancery.dispatch.email.bounces")
interface BounceConfig {

    enum Security {
        /** Plain text, for a mailbox on this machine or in a closed network. */
        NONE,
        /** Plain text that must turn into TLS before anything else is said (RFC 9051 §6.2.1). */
        STARTTLS,
        /** TLS from the first byte (RFC 8314). */
        IMPLICIT
    }

    /**
     * The domain of the return path: with it, every mail leaves under an address of its own, such as
     * {@code b+….…@bounce.example.org}, and all of these belong into the mailbox below. A domain below the one of the
     * sender keeps SPF aligned for DMARC. Without it, mails leave under the return path of their brand.
     */
    Optional<String> domain();

    /** The IMAP server of the mailbox. Without one, nobody looks for bounces. */
    Optional<String> host();

    /** 993 is implicit TLS; STARTTLS and plain text usually listen on 143. */
    @WithDefault("993")
    int port();

    Optional<String> user();

    Optional<String> password();

    @WithDefault("implicit")
    Security tls();

    /** A configuration of the TLS registry ({@code quarkus.tls.<name>.…}), for a private authority or a client certificate. */
    Optional<String> tlsConfiguration();

    /** Where bounces arrive. What has been read goes to the folders {@code processed} and {@code unknown}, made when missing. */
    @WithDefault("INBOX")
    String folder();

    /** How often the mailbox is looked into. */
    @WithDefault("1m")
    Duration interval();

    /** How long we wait for the connection, and for each answer. */
    @WithDefault("30s")
    Duration timeout();

    /** After so many mails that could not be delivered for now, though tried for days, an address counts as nobody's. */
    @WithDefault("5")
    int softBounces();

    /** In how long a time; earlier ones are forgotten. */
    @WithDefault("30d")
    Duration softPeriod();
}
