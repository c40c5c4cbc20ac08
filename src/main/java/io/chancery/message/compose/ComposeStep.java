package io.chancery.message.compose;

import io.chancery.message.store.ComposeQueue;
import io.chancery.message.store.ComposeQueue.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** One turn of the composer: reads a batch, renders it outside of any transaction, and records it in one. */
@ApplicationScoped
class ComposeStep {

    private final ComposeQueue queue;
    private final ComposeInput input;
    private final Composing composing;
    private final ComposeOutput output;
    private final RenderMeters meters;
    private final int batchSize;

    ComposeStep(
            ComposeQueue queue,
            ComposeInput input,
            Composing composing,
            ComposeOutput output,
            RenderMeters meters,
            MessageConfig config) {
        this.queue = queue;
        this.input = input;
        this.composing = composing;
        this.output = output;
        this.meters = meters;
        this.batchSize = config.batchSize();
    }

    /** Works on the heads of these shards, and says whether there was anything to do. */
    boolean run(List<Integer> shards) {
        List<Waiting> waiting = shards.isEmpty() ? List.of() : queue.next(shards, batchSize);
        if (waiting.isEmpty()) {
            return false;
        }
        var composed = input.load(waiting).stream()
                .map(item -> meters.time(item.delivery().channel(), () -> composing.compose(item)))
                .toList();
        output.record(shards, waiting, composed);
        return true;
    }
}
