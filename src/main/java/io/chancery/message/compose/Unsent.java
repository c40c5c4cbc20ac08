package io.chancery.message.compose;

import io.chancery.archive.Archive;
import io.chancery.archive.NewEvent;
import io.chancery.message.compose.Composing.Composed.Stopped;
import io.chancery.message.hold.HoldRule;
import io.chancery.message.hold.Holds;
import io.chancery.message.plan.FollowUp;
import io.chancery.message.store.ComposeQueue;
import io.chancery.vocabulary.EventKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Records what is not sent: why, whether it waits for a time or for a person, and what follows. */
@ApplicationScoped
class Unsent {

    private final ComposeQueue queue;
    private final Archive archive;
    private final Holds holds;
    private final HoldRule holdRule;
    private final FollowUp followUp;

    Unsent(ComposeQueue queue, Archive archive, Holds holds, HoldRule holdRule, FollowUp followUp) {
        this.queue = queue;
        this.archive = archive;
        this.holds = holds;
        this.holdRule = holdRule;
        this.followUp = followUp;
    }

    /** In the caller's transaction. */
    void record(List<Stopped> stopped) {
        if (stopped.isEmpty()) {
            return;
        }
        stopped.forEach(this::postpone);
        var held = stopped.stream().filter(this::isHeld).toList();
        held.forEach(this::hold);
        archive.record(stopped.stream()
                .map(one -> NewEvent.because(
                        one.item().delivery().id(),
                        held.contains(one) ? EventKind.HELD : one.stop().kind(),
                        one.stop().reason(),
                        one.detail()))
                .toList());
        followUp.follow(stopped.stream().map(one -> one.item().delivery().id()).toList());
    }

    /** Whether it waits for a person: by its guard's word, or because somebody can mend what stops it. */
    private boolean isHeld(Stopped stopped) {
        var stop = stopped.stop();
        return stop.kind() == EventKind.HELD
                ? stop.until() == null
                : holdRule.holds(stopped.item().message(), stopped.item().delivery(), stop.reason());
    }

    private void hold(Stopped stopped) {
        var stop = stopped.stop();
        holds.hold(List.of(stopped.item().delivery()), stop.reason(), stop.order(), false);
    }

    /** What is only held until a time goes back to wait for it, apart from what is ready. */
    private void postpone(Stopped stopped) {
        var until = stopped.stop().until();
        if (until != null) {
            queue.add(List.of(stopped.item().waiting()), until);
        }
    }
}
