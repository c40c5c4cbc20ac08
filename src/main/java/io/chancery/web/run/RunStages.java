package io.chancery.web.run;

import io.chancery.message.RunStatus;
import io.chancery.message.RunView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run on its page: its stages, and what can be done with it now. */
record RunStages(RunView run, String title) {

    private static final int WHOLE = 1000;

    /** Where the lines of a run may be. */
    enum Stage {
        DELIVERED,
        ACCEPTED,
        WAITING,
        FAILED,
        CANCELLED,
        REFUSED
    }

    /**
     * How many lines are in a stage.
     *
     * @param from where its part of the bar begins, of a thousand
     * @param width of its part
     */
    record Part(Stage stage, long count, long from, long width) {}

    public List<Part> parts() {
        var lines = run.lines();
        long[] counts = {
            lines.delivered(), lines.accepted(), lines.waiting(), lines.failed(), lines.cancelled(), lines.refused()
        };
        var parts = new ArrayList<Part>();
        long before = 0;
        for (var stage : Stage.values()) {
            long count = counts[stage.ordinal()];
            long from = place(before);
            before += count;
            parts.add(new Part(stage, count, from, place(before) - from));
        }
        return parts;
    }

    private long place(long count) {
        return run.lines().total() == 0 ? 0 : count * WHOLE / run.lines().total();
    }

    /** The time left; null if nothing moves. */
    public @Nullable String timeLeft() {
        var left = run.progress().timeLeft();
        return left == null ? null : text(left);
    }

    private static String text(Duration left) {
        return left.toHours() > 0
                ? left.toHours() + " h " + left.toMinutesPart() + " min"
                : left.toMinutes() > 0
                        ? left.toMinutes() + " min " + left.toSecondsPart() + " s"
                        : left.toSeconds() + " s";
    }

    private boolean is(RunStatus... any) {
        return List.of(any).contains(run.status());
    }

    public boolean isOpen() {
        return run.status().isOpen();
    }

    public boolean isCheckable() {
        return is(RunStatus.DRAFT, RunStatus.READY) && run.lines().total() > 0;
    }

    public boolean isStartable() {
        return is(RunStatus.READY, RunStatus.SCHEDULED);
    }

    public boolean isPausable() {
        return is(RunStatus.RUNNING);
    }

    public boolean isResumable() {
        return is(RunStatus.PAUSED);
    }

    public boolean isCancellable() {
        return !run.status().isFinal();
    }

    public boolean isRetryable() {
        return is(RunStatus.RUNNING, RunStatus.COMPLETED) && run.lines().failed() > 0;
    }

    /** Whether something may happen without anybody doing anything. */
    public boolean isMoving() {
        return is(RunStatus.CHECKING, RunStatus.RUNNING, RunStatus.SCHEDULED, RunStatus.PAUSED)
                || run.lines().accepted() > 0;
    }

    /** Whether the page shall follow it: receipts and bounces still change outcomes of a run that is complete. */
    public boolean isFollowed() {
        return isMoving() || is(RunStatus.COMPLETED);
    }

    /** Whether there are outcomes to take away. */
    public boolean hasResults() {
        return run.times().startedAt() != null;
    }
}
