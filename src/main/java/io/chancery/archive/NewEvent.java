package io.chancery.archive;

import io.chancery.archive.commitment.EventCommitment;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Reason;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * A fact about a delivery that is about to be put on record.
 *
 * @param attempt number of the attempt it belongs to, 0 for none
 * @param reason needed for everything that stops a delivery
 * @param detail whatever helps to answer «why», without personal data
 */
public record NewEvent(
        UUID deliveryId,
        EventKind kind,
        int attempt,
        @Nullable Reason reason,
        Map<String, String> detail) {

    public NewEvent {
        detail = Map.copyOf(detail);
    }

    /** A fact that belongs to no attempt and needs no reason. */
    public static NewEvent of(UUID deliveryId, EventKind kind, Map<String, String> detail) {
        return new NewEvent(deliveryId, kind, 0, null, detail);
    }

    /** A fact that stops a delivery before any attempt. */
    public static NewEvent because(UUID deliveryId, EventKind kind, Reason reason, Map<String, String> detail) {
        return new NewEvent(deliveryId, kind, 0, reason, detail);
    }

    /** What binds it to its row, with the key of its customer. */
    public byte[] commitment(UUID id, Instant at, SecretKey key) {
        var reasonCode = reason == null ? null : reason.code();
        var committed = new EventCommitment(id, deliveryId, at, kind.code(), attempt, reasonCode, detail);
        return committed.with(committed.rowKey(key));
    }
}
