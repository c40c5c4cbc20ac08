package io.chancery.dispatch.email.bounce;

import io.chancery.archive.Archive;
import io.chancery.dispatch.Receipts;
import io.chancery.dispatch.email.bounce.Finding.Bounce;
import io.chancery.dispatch.email.bounce.Finding.Complaint;
import io.chancery.dispatch.email.bounce.Finding.NotUnderstood;
import io.chancery.dispatch.receipt.Complaints;
import io.chancery.vocabulary.Rendition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts on record what a mail in the bounce mailbox says. The same mail twice makes no difference. */
@ApplicationScoped
class BounceDesk {

    private final BounceReader reader;
    private final Archive archive;
    private final Receipts receipts;
    private final Complaints complaints;
    private final SoftBounces softBounces;

    BounceDesk(
            BounceAddress addresses,
            Archive archive,
            Receipts receipts,
            Complaints complaints,
            SoftBounces softBounces) {
        this.reader = new BounceReader(addresses);
        this.archive = archive;
        this.receipts = receipts;
        this.complaints = complaints;
        this.softBounces = softBounces;
    }

    /**
     * When it returns, everything that follows is stored; if it throws, the mail has to come again.
     *
     * @param at when the mail arrived
     * @return what it says, which is not understood if there is no such delivery
     */
    Finding take(byte[] mail, Instant at) {
        var finding = reader.read(mail);
        if (finding instanceof Bounce bounce) {
            return sent(bounce.deliveryId())
                    .map(sent -> record(bounce, sent, at))
                    .orElseGet(NotUnderstood::new);
        }
        if (finding instanceof Complaint complaint) {
            return sent(complaint.deliveryId())
                    .map(sent -> record(complaint, at))
                    .orElseGet(NotUnderstood::new);
        }
        return finding;
    }

    private Optional<Rendition.Mail> sent(UUID deliveryId) {
        return archive.renditions(List.of(deliveryId)).values().stream()
                .filter(Rendition.Mail.class::isInstance)
                .map(Rendition.Mail.class::cast)
                .findFirst();
    }

    private Finding record(Bounce bounce, Rendition.Mail sent, Instant at) {
        var envelope = sent.envelope();
        boolean nobodyThere = bounce.fate() == Fate.NOBODY_THERE
                || (bounce.fate() == Fate.SOFT
                        && softBounces.isOneTooMany(bounce.deliveryId(), envelope.getOrDefault("to", ""), at));
        receipts.record(
                envelope.getOrDefault("messageId", ""),
                bounce.fate() == Fate.DELIVERED,
                nobodyThere ? Receipts.NOBODY_THERE + " " + bounce.code() : bounce.code(),
                at);
        return bounce;
    }

    private Finding record(Complaint complaint, Instant at) {
        complaints.record(complaint.deliveryId(), at);
        return complaint;
    }
}
