package io.chancery.dispatch.sms.gateway.callback;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which gateways may bring receipts, and how each does it. */
@ApplicationScoped
public class Callbacks {

    private final Map<String, Desk> desks = new HashMap<>();

    /** Where the calls of one gateway are checked and read. */
    record Desk(SignatureCheck signature, ReceiptReader reader) {}

    Callbacks(CallbackConfig config, Clock clock) {
        config.gateways().forEach((name, gateway) -> {
            var callback = gateway.receipts();
            if (callback.secrets().isPresent()) {
                desks.put(name, desk(name, callback, clock));
            }
        });
    }

    private static Desk desk(String name, CallbackConfig.Callback callback, Clock clock) {
        try {
            return new Desk(new SignatureCheck(callback, clock), new ReceiptReader(callback, clock));
        } catch (IllegalArgumentException unusable) {
            throw new IllegalStateException("The settings chancery.dispatch.sms.gateways.%s.receipts cannot be used: %s"
                    .formatted(name, unusable.getMessage()));
        }
    }

    /** Whether a gateway tells what became of its texts. */
    public boolean takes(String gateway) {
        return find(gateway).isPresent();
    }

    Optional<Desk> find(String gateway) {
        return Optional.ofNullable(desks.get(gateway));
    }
}
