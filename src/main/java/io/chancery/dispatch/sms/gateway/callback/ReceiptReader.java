package io.chancery.dispatch.sms.gateway.callback;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.dispatch.Receipts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/** Finds the receipts in the body of a call, where the settings say they are. */
final class ReceiptReader {

    private static final Logger LOG = Logger.getLogger(ReceiptReader.class);

    private final JsonPointer listPlace;
    private final Place messagePlace;
    private final Place statusPlace;
    private final Optional<Place> codePlace;
    private final Optional<Place> timePlace;
    private final Set<String> delivered;
    private final Set<String> failed;
    private final Set<String> unknownRecipient;
    private final Clock clock;

    /** @throws IllegalArgumentException if a pointer is none */
    ReceiptReader(CallbackConfig.Callback config, Clock clock) {
        listPlace = JsonPointer.compile(config.listPointer().orElse(""));
        messagePlace = Place.of(config.messagePointer());
        statusPlace = Place.of(config.statusPointer());
        codePlace = config.codePointer().map(Place::of);
        timePlace = config.timePointer().map(Place::of);
        delivered = lowerCase(config.deliveredStatuses());
        failed = lowerCase(config.failedStatuses());
        unknownRecipient = config.unknownRecipientCodes().orElse(Set.of());
        this.clock = clock;
    }

    private static Set<String> lowerCase(Set<String> statuses) {
        return statuses.stream().map(ReceiptReader::lowerCase).collect(Collectors.toUnmodifiableSet());
    }

    private static String lowerCase(String status) {
        return status.toLowerCase(Locale.ROOT);
    }

    /** Those that settle what became of a text, in the body's order. */
    List<Receipt> read(JsonNode body) {
        var list = body.at(listPlace);
        var all = list.isArray() ? list : List.of(list);
        return StreamSupport.stream(all.spliterator(), false)
                .flatMap(receipt -> receipt(receipt).stream())
                .toList();
    }

    private Optional<Receipt> receipt(JsonNode receipt) {
        var status = statusPlace.in(receipt).orElse("");
        boolean arrived = delivered.contains(lowerCase(status));
        if (!arrived && !failed.contains(lowerCase(status))) {
            return Optional.empty();
        }
        var reference = messagePlace.in(receipt).flatMap(MessageReference::of);
        if (reference.isEmpty()) {
            LOG.warn("A receipt names no text, so nobody can use it");
        }
        var code = arrived ? status : failure(status, codePlace.flatMap(place -> place.in(receipt)));
        return reference.map(id -> new Receipt(id, arrived, code, time(receipt)));
    }

    private String failure(String status, Optional<String> error) {
        var nobody = error.filter(unknownRecipient::contains).map(code -> Receipts.NOBODY_THERE + " ");
        var code = error.flatMap(GatewayCode::printable).map(text -> " " + text);
        return nobody.orElse("") + status + code.orElse("");
    }

    private Instant time(JsonNode receipt) {
        var now = clock.instant();
        return timePlace
                .flatMap(place -> place.in(receipt))
                .flatMap(text -> ReceiptTime.read(text, now))
                .orElse(now);
    }
}
