package io.chancery.dispatch.handover;

import io.chancery.dispatch.journal.Journal;
import io.chancery.dispatch.outcome.SettlementPolicy;
import io.chancery.dispatch.pace.Circuit;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What holds for all hand-overs of a lane.
 *
 * @param limit when a hand-over is given up that its adapter should have given up long before
 * @param circuit makes one for each provider
 * @param completed takes each attempt, once
 * @param hungry told when there is room for more
 * @param confirmed whether the providers tell of each delivery whether it has arrived
 */
public record HandoverRules(
        Journal journal,
        SettlementPolicy policy,
        Duration limit,
        Supplier<Circuit> circuit,
        Consumer<Completion> completed,
        Runnable hungry,
        boolean confirmed,
        Clock clock) {

    Circuit newCircuit() {
        return circuit.get();
    }
}
