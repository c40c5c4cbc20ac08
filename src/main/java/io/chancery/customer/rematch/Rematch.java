package io.chancery.customer.rematch;

import io.chancery.customer.matching.MatchModel;
import io.chancery.customer.matching.ModelLearner;
import io.chancery.customer.registry.MatchLock;
import io.chancery.customer.registry.Models;
import io.chancery.customer.registry.Resolution;
import io.chancery.customer.resolve.Act;
import io.chancery.customer.resolve.Plan;
import io.chancery.customer.resolve.Question;
import io.chancery.platform.IdGenerator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Looks at every record again. Reads and compares without keeping anybody waiting; if records or decisions changed
 * meanwhile, begins again and keeps them waiting this time, so that it surely ends.
 */
@ApplicationScoped
class Rematch {

    private static final Duration LIMIT = Duration.ofHours(2);

    private final RematchTable table;
    private final Snapshot snapshot;
    private final Models models;
    private final MatchLock lock;
    private final Resolution resolution;
    private final IdGenerator ids;

    Rematch(
            RematchTable table,
            Snapshot snapshot,
            Models models,
            MatchLock lock,
            Resolution resolution,
            IdGenerator ids) {
        this.table = table;
        this.snapshot = snapshot;
        this.models = models;
        this.lock = lock;
        this.resolution = resolution;
        this.ids = ids;
    }

    private record Finding(Recount recount, MatchModel model, Plan plan, List<Question> questions, double seconds) {}

    /** Does it, or only tells what it would do. */
    RematchReport run(RematchView asked) {
        var state = snapshot.read();
        var finding = find(state, asked);
        if (asked.preview()) {
            return report(finding);
        }
        return apply(state.generation(), finding, asked)
                .orElseGet(() -> QuarkusTransaction.requiringNew()
                        .timeout((int) LIMIT.toSeconds())
                        .call(() -> {
                            lock.acquire();
                            var again = find(snapshot.readLocked(), asked);
                            write(again, asked);
                            return report(again);
                        }));
    }

    private Finding find(Snapshot.State state, RematchView asked) {
        long start = System.nanoTime();
        var model = asked.learn()
                ? ModelLearner.learn(state.census())
                : models.current().model();
        var recount = new Recount(state.census(), state.decisions(), model);
        var plan = new Plan(Act.of(asked.id()), ids::next);
        var questions = recount.settle(plan);
        return new Finding(recount, model, plan, questions, (System.nanoTime() - start) / 1e9);
    }

    private Optional<RematchReport> apply(long generation, Finding finding, RematchView asked) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) LIMIT.toSeconds())
                .call(() -> {
                    lock.acquire();
                    if (lock.generation() != generation + 1) {
                        return Optional.empty();
                    }
                    write(finding, asked);
                    return Optional.of(report(finding));
                });
    }

    private void write(Finding finding, RematchView asked) {
        var recount = finding.recount();
        if (asked.learn()) {
            models.adopt(finding.model(), recount.records());
        }
        table.name(asked);
        resolution.adopt(recount.known(), finding.plan(), finding.questions());
    }

    private RematchReport report(Finding finding) {
        var plan = finding.plan();
        var ucids = resolution.ucids(RematchReport.customers(plan));
        return RematchReport.of(finding.recount(), plan, finding.questions().size(), finding.seconds(), ucids);
    }
}
