package io.chancery.customer.insight;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.customer.mapping.Note;
import io.chancery.customer.matching.MatchModel;
import io.chancery.customer.registry.CustomerRecords;
import io.chancery.customer.registry.Likenesses;
import io.chancery.customer.registry.Likenesses.Likeness;
import io.chancery.customer.registry.RecordName;
import io.chancery.customer.registry.Resolution;
import io.chancery.customer.source.Records;
import io.chancery.customer.source.Sources;
import io.chancery.platform.IdGenerator;
import io.chancery.vocabulary.Ucid;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a record as if it were real, looks at what came of it, and rolls it back. */
@ApplicationScoped
class Trial {

    private static final int NEAREST = 10;

    private final Sources sources;
    private final Records records;
    private final CustomerRecords customers;
    private final Resolution resolution;
    private final Likenesses likenesses;
    private final IdGenerator ids;

    Trial(
            Sources sources,
            Records records,
            CustomerRecords customers,
            Resolution resolution,
            Likenesses likenesses,
            IdGenerator ids) {
        this.sources = sources;
        this.records = records;
        this.customers = customers;
        this.resolution = resolution;
        this.likenesses = likenesses;
        this.ids = ids;
    }

    /**
     * What would become of it.
     *
     * @param customer null if it would be a new one
     * @param asked how many questions about it a steward would get
     * @param warnings values that would be dropped
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outcome(@Nullable Ucid customer, long asked, List<Near> nearest, List<Note> warnings) {}

    /** A record that resembles it. */
    record Near(RecordName record, Ucid customer, double weight, double probability, List<Explanation> levels) {}

    @Transactional
    Outcome run(MatchResource.Order order, Explanations words) {
        var name = order.record() == null ? "trial-" + ids.next() : order.record();
        var columns = order.columns().deepCopy();
        // Whatever id it has, it is tried under the trial's own.
        columns.remove(sources.get(order.source()).definition().mapping().id());
        var warnings = records.put(order.source(), name, columns.toString()).warnings();
        var record = customers.findRecord(new RecordName(order.source(), name)).orElseThrow();
        var self = likenesses.members(List.of(record)).get(0);
        var nearest = likenesses.nearest(self.traits(), record, NEAREST);
        var owners = new HashSet<>(resolution.owners(List.of(record)).values());
        nearest.forEach(near -> owners.add(requireNonNull(near.member().customer())));
        var ucids = resolution.ucids(owners);
        var outcome = new Outcome(
                likenesses.isAlone(record) ? null : ucids.get(self.customer()),
                likenesses.questions(record),
                nearest.stream().map(near -> near(near, ucids, words)).toList(),
                warnings);
        QuarkusTransaction.setRollbackOnly();
        return outcome;
    }

    private static Near near(Likeness near, Map<UUID, Ucid> ucids, Explanations words) {
        double weight = near.score().weight();
        return new Near(
                new RecordName(near.member().source(), near.member().externalId()),
                requireNonNull(ucids.get(near.member().customer())),
                weight,
                MatchModel.probability(weight),
                words.of(near.score()));
    }
}
