package io.chancery.message.compose;

import io.chancery.message.compose.ComposeInput.Item;
import io.chancery.message.compose.Composing.Composed;
import io.chancery.message.store.ComposeQueue.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One turn of the composer: reads a batch, renders it outside of any transaction, and records it in one. */
@ApplicationScoped
class ComposeStep {

    /** How long what is composed may wait to be recorded, together with what comes after it. */
    private static final Duration LIMIT = Duration.ofMillis(100);

    private final ComposeInput input;
    private final Composing composing;
    private final ComposeOutput output;
    private final Likenesses likenesses;
    private final RenderMeters meters;

    ComposeStep(
            ComposeInput input, Composing composing, ComposeOutput output, Likenesses likenesses, RenderMeters meters) {
        this.likenesses = likenesses;
        this.input = input;
        this.composing = composing;
        this.output = output;
        this.meters = meters;
    }

    /** Works on the heads of these shards, and says whether there may be more to do. */
    boolean run(Reading reading, List<Integer> shards) throws InterruptedException {
        int size = reading.size();
        List<Waiting> waiting = shards.isEmpty() ? List.of() : reading.next(shards);
        if (waiting.isEmpty()) {
            return false;
        }
        var composed = compose(input.load(waiting));
        var done = waiting.subList(0, composed.size());
        reading.composed(waiting, composed.size());
        output.record(shards, done, composed);
        for (var one : composed) {
            if (one instanceof Composed.Ready ready) {
                likenesses.meet(ready.item(), ready.detail());
            }
        }
        return waiting.size() == size || done.size() < waiting.size();
    }

    /** As many as the time allows, and at least one. */
    private List<Composed> compose(List<Item> items) {
        long until = System.nanoTime() + LIMIT.toNanos();
        var composed = new ArrayList<Composed>();
        for (var item : items) {
            if (!composed.isEmpty() && System.nanoTime() > until) {
                break;
            }
            composed.add(meters.time(item.delivery().channel(), () -> composing.compose(item)));
        }
        return composed;
    }
}
