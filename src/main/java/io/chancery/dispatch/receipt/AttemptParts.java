package io.chancery.dispatch.receipt;

import io.chancery.archive.NewEvent;
import io.chancery.dispatch.Receipts;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one accepted attempt and the newest receipt of each. It is delivered when every part is, and has come
 * back when one has.
 */
final class AttemptParts {

    private final UUID deliveryId;
    private final int number;
    private final List<@Nullable Receipt> newest;
    private final @Nullable EventKind before;

    /** @param known the newest receipt of each part so far, null where there is none */
    AttemptParts(UUID deliveryId, int number, List<@Nullable Receipt> known) {
        this.deliveryId = deliveryId;
        this.number = number;
        this.newest = new ArrayList<>(known);
        this.before = state();
    }

    /**
     * Takes a receipt in; one that is older than what is known changes nothing.
     *
     * @return whether it is news
     */
    boolean take(int part, Receipt receipt) {
        var known = newest.get(part);
        if (known != null
                && (known.delivered() == receipt.delivered() || receipt.at().isBefore(known.at()))) {
            return false;
        }
        newest.set(part, receipt);
        return true;
    }

    /** What is to be put on record, if the receipts taken have changed anything. */
    Optional<NewEvent> event() {
        var after = state();
        if (after == null || after == before) {
            return Optional.empty();
        }
        var latest = latest(after == EventKind.DELIVERED);
        var reason = after == EventKind.RETURNED ? reason(latest) : null;
        var detail = Map.of(
                "code", latest.code(),
                "reference", latest.reference(),
                "at", latest.at().toString());
        return Optional.of(new NewEvent(deliveryId, after, number, reason, detail));
    }

    private static Reason reason(Receipt returned) {
        return returned.code().startsWith(Receipts.NOBODY_THERE) ? Reason.CONTACT_POINT_BAD : Reason.RETURNED;
    }

    private @Nullable EventKind state() {
        if (newest.stream().anyMatch(receipt -> receipt != null && !receipt.delivered())) {
            return EventKind.RETURNED;
        }
        return newest.stream().allMatch(receipt -> receipt != null) ? EventKind.DELIVERED : null;
    }

    private Receipt latest(boolean delivered) {
        Receipt latest = null;
        for (var receipt : newest) {
            boolean fits = receipt != null && receipt.delivered() == delivered;
            if (fits && (latest == null || receipt.at().isAfter(latest.at()))) {
                latest = receipt;
            }
        }
        if (latest == null) {
            throw new IllegalStateException("No receipt says so");
        }
        return latest;
    }
}
