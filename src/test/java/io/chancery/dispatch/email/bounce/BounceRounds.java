package io.chancery.dispatch.email.bounce;

import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;

/** When the bounce mailbox is looked into. */
@ApplicationScoped
public class BounceRounds {

    private final Scheduler scheduler;
    private final BouncePoll poll;

    BounceRounds(Scheduler scheduler, BouncePoll poll) {
        this.scheduler = scheduler;
        this.poll = poll;
    }

    /** From now on only when a test says so. */
    public void byHand() {
        scheduler.pause(BouncePoll.ROUND);
    }

    public void bySchedule() {
        scheduler.resume(BouncePoll.ROUND);
    }

    public void look() {
        poll.poll();
    }
}
