package io.chancery.dispatch.sms.gateway.callback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the gateways report what became of a text, by the gateway's name. */
@ConfigMapping(prefix = "chancery.dispatch.sms")
interface CallbackConfig {

    /** The gateways by name, whether texts are sent there or not any more. */
    Map<String, Gateway> gateways();

    /** A gateway, as far as its receipts go. */
    interface Gateway {

        /** What it says of a text after it took it. */
        Callback receipts();
    }

    /** The calls to {@code /api/v1/receipts/sms/<name>}. All places in their bodies are JSON pointers. */
    interface Callback {

        /**
         * What the calls are signed with: base64 after {@code whsec_}, anything else as it stands. Any of them will do, so
         * that a new one can be introduced. Without one no receipt is taken.
         */
        Optional<List<String>> secrets();

        /** How they are signed: {@code standard-webhooks}, {@code timestamp-body} or {@code hmac-hex}. */
        @WithDefault("standard-webhooks")
        Scheme scheme();

        /** The header with the id of the call, for {@code standard-webhooks}. */
        @WithDefault("webhook-id")
        String idHeader();

        /** The header with the time of the call in seconds since 1970, for all but {@code hmac-hex}. */
        @WithDefault("webhook-timestamp")
        String timestampHeader();

        /** The header with the signature, or with several. */
        @WithDefault("webhook-signature")
        String signatureHeader();

        /** Where the list of receipts is; without one, the body itself is a receipt or a list of them. */
        Optional<String> listPointer();

        /** Where a receipt has the id of the text. */
        @WithDefault("/id")
        String messagePointer();

        /** Where a receipt says how the text fares. */
        @WithDefault("/status")
        String statusPointer();

        /** Where a receipt has the gateway's own code of an error. */
        Optional<String> codePointer();

        /**
         * Where a receipt has the time at which it happened: ISO 8601 with an offset, or seconds or milliseconds since 1970.
         * Without one it is the time at which the receipt comes.
         */
        Optional<String> timePointer();

        /** Statuses that say that the text has arrived, in whatever case. A status that is in no list settles nothing. */
        @WithDefault("delivered")
        Set<String> deliveredStatuses();

        /** Statuses that say that the text will not arrive any more. */
        @WithDefault("failed,undelivered,undeliverable,rejected,expired")
        Set<String> failedStatuses();

        /** Codes of errors that say that nobody has the number. */
        Optional<Set<String>> unknownRecipientCodes();
    }
}
