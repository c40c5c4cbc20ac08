package io.chancery.dispatch.sms.gateway;

import io.chancery.dispatch.ProviderSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

@ConfigMapping(prefix = "chancery.dispatch.sms")
interface GatewayConfig {

    /** The HTTP gateways that take our texts, by name. What they say later has settings of its own below each name. */
    Map<String, Gateway> gateways();

    /** A gateway. */
    interface Gateway extends ProviderSettings {

        /** Where texts are posted. Without one nothing is sent there any more, but its receipts are still taken. */
        Optional<String> url();

        /** How we say who we are: {@code none}, {@code basic}, {@code bearer} or {@code oauth2}. */
        @WithDefault("none")
        Auth auth();

        /** For {@code basic}. */
        Optional<String> user();

        /** For {@code basic}. */
        Optional<String> password();

        /** For {@code bearer}. */
        Optional<String> token();

        /** For {@code oauth2}. */
        OAuth2 oauth2();

        /** Sent with each text: a key, a version. */
        Map<String, String> headers();

        /**
         * What is posted: JSON, in whose strings {@code {from}}, {@code {to}}, {@code {text}} and {@code {reference}} (our
         * id of the delivery, the same at each attempt) are filled in.
         */
        @WithDefault("{\"from\": \"{from}\", \"to\": \"{to}\", \"text\": \"{text}\", \"reference\": \"{reference}\"}")
        String body();

        /** Whether numbers are written with their plus sign, as E.164 has them. */
        @WithDefault("true")
        boolean plusSign();

        /**
         * Where the answer has the gateway's id of the text, as a JSON pointer ({@code /messages/0/id}). Without one the
         * receipts have to name our {@code {reference}}.
         */
        Optional<String> referencePointer();

        /** Where the answer has the gateway's own code, as a JSON pointer. */
        Optional<String> codePointer();

        /** Codes that mean never, whatever the HTTP status says. */
        Optional<Set<String>> refusedCodes();

        /** Codes that mean never, because nobody has the number. */
        Optional<Set<String>> unknownRecipientCodes();

        /** Whether 409 says that the gateway has a text with this {@code {reference}} already. */
        @WithDefault("false")
        boolean duplicateMeansAccepted();

        /** Texts on the way at the same time, each on a connection of its own. */
        @WithDefault("8")
        int concurrency();

        /** For connection and encryption; after it, the text was not sent. */
        @WithDefault("10s")
        Duration connectTimeout();

        /** A text without a whole answer by then is uncertain. */
        @WithDefault("30s")
        Duration answerTimeout();

        /** After so long a silence connections are opened anew: what stands between us forgets idle ones. */
        @WithDefault("30s")
        Duration idleTimeout();

        /** A configuration of the TLS registry ({@code quarkus.tls.<name>.…}), for a private authority or a client certificate. */
        Optional<String> tlsConfiguration();
    }

    /** How a gateway knows us. */
    enum Auth {
        NONE,
        BASIC,
        BEARER,
        OAUTH2
    }

    /** The client credentials grant (RFC 6749 §4.4). */
    interface OAuth2 {

        /** Where the token comes from. */
        Optional<String> tokenUrl();

        /** Who we are to the token server. */
        Optional<String> clientId();

        /** What proves it. */
        Optional<String> clientSecret();

        /** What the token is to allow, in the gateway's words. */
        Optional<String> scope();

        /** Whether id and secret stand in the body, for servers that do not take them as basic authentication. */
        @WithDefault("false")
        boolean secretInBody();
    }
}
