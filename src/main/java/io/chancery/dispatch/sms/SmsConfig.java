package io.chancery.dispatch.sms;

import io.chancery.dispatch.ProviderSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

@ConfigMapping(prefix = "chancery.dispatch.sms")
interface SmsConfig {

    /** The SMSCs that take our texts, by name. Without any, and without a gateway, the development SMSC starts. */
    @WithDefaults
    Map<String, Smsc> providers();

    /** The HTTP gateways that take our texts beside them, or in their place. */
    Map<String, Elsewhere> gateways();

    StandIn standIn();

    /** A gateway, as far as it matters to the other adapter. */
    interface Elsewhere {

        /** Without one, it takes no texts any more. */
        Optional<String> url();
    }

    /** An SMSC, to which a session is always bound. */
    interface Smsc extends ProviderSettings {

        @WithDefault("localhost")
        String host();

        @WithDefault("2775")
        int port();

        Optional<String> systemId();

        Optional<String> password();

        /** Some providers tell their customers' applications apart by it. */
        Optional<String> systemType();

        /** Without TLS, have a VPN: SMPP itself sends password and texts in the clear. */
        @WithDefault("false")
        boolean tls();

        /** A configuration of the TLS registry ({@code quarkus.tls.<name>.…}), for a private authority or a client certificate. */
        Optional<String> tlsConfiguration();

        /**
         * Unanswered requests allowed in each direction: texts on the way to the SMSC, receipts on the way to us. The
         * provider says how many it accepts.
         */
        @WithDefault("10")
        int window();

        /** How many sessions are bound at the same time, each with a window of its own. */
        @WithDefault("1")
        int binds();

        @WithDefault("10s")
        Duration connectTimeout();

        @WithDefault("10s")
        Duration bindTimeout();

        /** A text without an answer by then is uncertain. */
        @WithDefault("30s")
        Duration responseTimeout();

        /** After so long a silence we ask whether the SMSC is still there. */
        @WithDefault("30s")
        Duration enquireLink();

        /** The pause after a failed bind; it doubles each time. */
        @WithDefault("1s")
        Duration firstReconnectAfter();

        @WithDefault("1m")
        Duration longestReconnectAfter();

        /**
         * The errors in receipts that mean that nobody has the number. Each SMSC has its own; these are what networks call
         * unknown, unidentified and illegal subscriber (3GPP TS 29.002 §17.6.6).
         */
        @WithDefault("001,005,009")
        Set<String> unknownSubscriber();

        /** How the receipts write the id that the SMSC gave when it took the text. */
        @WithDefault("same")
        MessageId.Style receiptIds();
    }

    /** The development SMSC. */
    interface StandIn {

        /** 0, or a port that is taken, means any free port. */
        @WithDefault("2775")
        int port();

        /** How many of the newest texts stay readable. */
        @WithDefault("500")
        int kept();

        /** How long a phone takes to confirm a text. */
        @WithDefault("500ms")
        Duration receiptDelay();
    }
}
