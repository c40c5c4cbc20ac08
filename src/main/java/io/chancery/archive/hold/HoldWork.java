package io.chancery.archive.hold;

import io.chancery.archive.ArchiveSearch;
import io.chancery.archive.DeliverySelection.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Lists what holds by queries are on, part by part, each in the caller's transaction. Until all is listed, a hold is on
 * whatever it has not come to.
 */
@ApplicationScoped
class HoldWork {

    private final PlacingTable progress;
    private final LegalHoldTable holds;
    private final ArchiveSearch.Finder finder;

    HoldWork(PlacingTable progress, LegalHoldTable holds, ArchiveSearch.Finder finder) {
        this.progress = progress;
        this.holds = holds;
        this.finder = finder;
    }

    /** The first part that has anything; an empty one if there is nothing at all. */
    Page first(String query) {
        var page = finder.find(query, null);
        while (page.ids().isEmpty() && page.next() != null) {
            page = finder.find(query, page.next());
        }
        return page;
    }

    /** Puts a part on the list of a hold. */
    void list(UUID holdId, Page page) {
        holds.addDeliveries(holdId, page.ids());
        if (page.next() == null) {
            progress.end(holdId);
        } else {
            progress.reach(holdId, page.next());
        }
    }

    /** The next part of a hold of which there is one; whether there was any. */
    boolean step() {
        var next = progress.next();
        next.ifPresent(placing -> list(placing.holdId(), finder.find(placing.query(), placing.reached())));
        return next.isPresent();
    }

    /** Nothing more has to be listed. */
    void end(UUID holdId) {
        progress.end(holdId);
    }
}
