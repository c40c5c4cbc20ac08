package io.chancery.customer.steward;

import io.chancery.customer.CandidateView;
import io.chancery.customer.OperationResult;
import io.chancery.customer.StewardDesk.Part;
import io.chancery.customer.insight.Explanations;
import io.chancery.customer.matching.MatchModel;
import io.chancery.customer.registry.Likenesses;
import io.chancery.customer.registry.MatchLock;
import io.chancery.customer.steward.CandidateTable.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pairs of records that wait for a person. */
@ApplicationScoped
public class Candidates {

    private final CandidateTable table;
    private final Likenesses likenesses;
    private final MatchLock lock;
    private final Stewardship stewardship;

    Candidates(CandidateTable table, Likenesses likenesses, MatchLock lock, Stewardship stewardship) {
        this.table = table;
        this.likenesses = likenesses;
        this.lock = lock;
        this.stewardship = stewardship;
    }

    /** Open questions, the oldest first. */
    public Part list(@Nullable String kind, UUID after, int limit, Explanations words) {
        var found = table.list(kind, after, limit + 1);
        boolean more = found.size() > limit;
        var part = more ? found.subList(0, limit) : found;
        var items = part.stream().map(row -> view(row, words)).toList();
        return new Part(
                table.count(kind), items, more ? part.get(limit - 1).id().toString() : null);
    }

    /** @throws StewardException if there is none */
    public CandidateView get(UUID id, Explanations words) {
        return view(table.find(id).orElseThrow(StewardException::unknownCandidate), words);
    }

    private CandidateView view(Row row, Explanations words) {
        var score = likenesses.score(row.pair().a(), row.pair().b());
        return new CandidateView(
                row.id(),
                row.kind(),
                row.version(),
                MatchModel.probability(row.weight()),
                row.openedAt(),
                row.a(),
                row.b(),
                words.of(score));
    }

    /** @throws StewardException if the question is settled, or stands otherwise than the person saw it */
    @Transactional
    public OperationResult decide(UUID id, Orders.Decision order, String actor) {
        lock.acquire();
        var row = table.find(id).orElseThrow(StewardException::unknownCandidate);
        if (order.version() != null && !order.version().equals(row.version())) {
            throw StewardException.stale();
        }
        return stewardship.decide(row.pair(), order, actor);
    }
}
